package archsearch.server.page;

import archsearch.searcher.Facet;
import archsearch.searcher.FacetDim;
import archsearch.searcher.SearchRequest;
import archsearch.searcher.SearchResponse;
import archsearch.server.url.Address;
import archsearch.server.url.RequestUrl;
import archsearch.server.url.Selection;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The filters of a results page.
 *
 * @param heading of the fold on small screens, with the number of selected filters
 * @param chips the selected filters, each with a link that removes it
 * @param clear the search without filters, or null where none is selected
 * @param boxes one for each dimension that is worth a choice
 * @param from value of the field for the first day; empty where not set
 * @param to value of the field for the last day; empty where not set
 * @param minutesMax value of the field for the longest reading time; empty where not set
 * @param fewer the page with short lists of values, or null where they are short
 */
public record Filters(
        String heading,
        List<Chip> chips,
        @Nullable String clear,
        List<Box> boxes,
        String from,
        String to,
        String minutesMax,
        @Nullable String fewer) {

    /** Orders the values of the year dimension. */
    static final Comparator<Facet.Value> LATEST_YEAR = Comparator.comparingInt(
                    (Facet.Value v) -> Integer.parseInt(v.value()))
            .reversed();

    /** A selected filter. */
    public record Chip(String text, String label, String href) {}

    /**
     * The values of a dimension.
     *
     * @param more the page with longer lists, or null where every value is listed
     */
    public record Box(
            String heading,
            String hint,
            List<Value> values,
            @Nullable Link more) {}

    /** A value; its link selects it, or removes the selection. */
    public record Value(String text, String count, String href, boolean selected) {}

    static Filters of(Wording words, Address address, SearchResponse response) {
        SearchRequest request = address.request();
        List<Chip> chips = chips(words, address);
        boolean longLists = request.facetSize() > SearchRequest.DEFAULT_FACET_SIZE;
        return new Filters(
                words.filters(chips.size()),
                chips,
                chips.isEmpty() ? null : RequestUrl.SEARCH.href(address.with(Selection.clear(request))),
                boxes(words, address, response),
                text(request.from()),
                text(request.to()),
                text(request.minutesMax()),
                longLists ? href(address, request.toBuilder().facetSize(SearchRequest.DEFAULT_FACET_SIZE)) : null);
    }

    private static String text(@Nullable Object value) {
        return value == null ? "" : value.toString();
    }

    private static String href(Address address, SearchRequest.Builder request) {
        return RequestUrl.SEARCH.href(address.with(request.build()));
    }

    private static List<Chip> chips(Wording words, Address address) {
        SearchRequest request = address.request();
        List<Chip> chips = new ArrayList<>();
        for (FacetDim dim : FacetDim.values()) {
            for (String value : request.selected(dim)) {
                String href = RequestUrl.SEARCH.href(address.with(Selection.toggle(request, dim, value)));
                chips.add(chip(words, words.facet(dim), words.facetValue(dim, value), href));
            }
        }
        LocalDate from = request.from();
        if (from != null) {
            String href = href(address, request.toBuilder().from(null).page(1));
            chips.add(chip(words, words.dates(), words.fromChip(from), href));
        }
        LocalDate to = request.to();
        if (to != null) {
            String href = href(address, request.toBuilder().to(null).page(1));
            chips.add(chip(words, words.dates(), words.toChip(to), href));
        }
        Integer minutes = request.minutesMax();
        if (minutes != null) {
            String href = href(address, request.toBuilder().minutesMax(null).page(1));
            chips.add(chip(words, words.minutesMax(), words.minutesMaxChip(minutes), href));
        }
        return chips;
    }

    private static Chip chip(Wording words, String name, String value, String href) {
        return new Chip(value, words.removeFilter(name, value), href);
    }

    private static List<Box> boxes(Wording words, Address address, SearchResponse response) {
        List<Box> boxes = new ArrayList<>();
        for (Facet facet : response.facets()) {
            if (isWorthAChoice(facet)) {
                boxes.add(box(words, address, facet));
            }
        }
        return boxes;
    }

    /** A dimension with one value only says nothing about the hits; a selected value must stay removable. */
    private static boolean isWorthAChoice(Facet facet) {
        return switch (facet.dim()) {
            case TAG, PUBLISHER, YEAR -> !facet.values().isEmpty();
            case CATEGORY, LANG ->
                facet.values().size() > 1 || facet.values().stream().anyMatch(Facet.Value::selected);
        };
    }

    private static Box box(Wording words, Address address, Facet facet) {
        FacetDim dim = facet.dim();
        List<Value> values = ordered(facet).stream()
                .map(v -> new Value(
                        words.facetValue(dim, v.value()),
                        words.number(v.count()),
                        RequestUrl.SEARCH.href(address.with(Selection.toggle(address.request(), dim, v.value()))),
                        v.selected()))
                .toList();
        Link more = facet.more() == 0 || address.request().facetSize() == SearchRequest.MAX_FACET_SIZE
                ? null
                : new Link(
                        words.showMore(facet.more()),
                        href(address, address.request().toBuilder().facetSize(SearchRequest.MAX_FACET_SIZE)));
        return new Box(words.facet(dim), words.facetHint(dim), values, more);
    }

    /** Years are looked up in time, everything else by weight. */
    private static List<Facet.Value> ordered(Facet facet) {
        return facet.dim() == FacetDim.YEAR
                ? facet.values().stream().sorted(LATEST_YEAR).toList()
                : facet.values();
    }
}
