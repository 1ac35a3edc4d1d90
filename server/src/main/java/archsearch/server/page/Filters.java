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
import java.util.function.Function;
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
 */
public record Filters(
        String heading,
        List<Chip> chips,
        @Nullable String clear,
        List<Box> boxes,
        String from,
        String to,
        String minutesMax) {

    /** Orders the values of the year dimension. */
    static final Comparator<Facet.Value> LATEST_YEAR = Comparator.comparingInt(
                    (Facet.Value v) -> Integer.parseInt(v.value()))
            .reversed();

    /** A selected filter. */
    public record Chip(String text, String label, String href) {}

    /** Values of each dimension to ask for: as many as a drawing of the years or months needs. */
    static final int COUNTED = 60;

    /**
     * The values of a dimension.
     *
     * @param hint how several values go together; empty where only one can be selected
     * @param histogram the values as bars, or null
     * @param fold the heading that the list is folded under, or null where it is open
     * @param more the page with all values, or null where every value is listed
     */
    public record Box(
            String heading,
            String hint,
            @Nullable Histogram histogram,
            @Nullable String fold,
            List<Value> values,
            @Nullable Link more) {}

    /** A value; its link selects it, or removes the selection. */
    public record Value(String text, String count, String href, boolean selected) {}

    static Filters of(Wording words, Address address, SearchResponse response) {
        SearchRequest request = address.request();
        List<Chip> chips = chips(words, address);
        return new Filters(
                words.filters(chips.size()),
                chips,
                chips.isEmpty() ? null : RequestUrl.SEARCH.href(address.with(Selection.clear(request))),
                boxes(words, address, response),
                text(request.from()),
                text(request.to()),
                text(request.minutesMax()));
    }

    private static String text(@Nullable Object value) {
        return value == null ? "" : value.toString();
    }

    private static String href(Address address, SearchRequest.Builder request) {
        return RequestUrl.SEARCH.href(address.with(request.build()));
    }

    /** The selected filters; a month that is selected is one, not two ends of a range. */
    static List<Chip> chips(Wording words, Address address) {
        SearchRequest request = address.request();
        List<Chip> chips = new ArrayList<>();
        for (FacetDim dim : FacetDim.values()) {
            for (String value : dim == FacetDim.MINUTES ? List.<String>of() : request.selected(dim)) {
                String href = RequestUrl.SEARCH.href(address.with(Selection.toggle(request, dim, value)));
                chips.add(chip(words, words.facet(dim), words.facetValue(dim, value), href));
            }
        }
        boolean ofMonth = !request.selected(FacetDim.MONTH).isEmpty();
        LocalDate from = request.from();
        if (from != null && !ofMonth) {
            String href = href(address, request.toBuilder().from(null).page(1));
            chips.add(chip(words, words.dates(), words.fromChip(from), href));
        }
        LocalDate to = request.to();
        if (to != null && !ofMonth) {
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
        boolean byMonth =
                response.facet(FacetDim.MONTH).filter(Filters::isWorthAChoice).isPresent();
        List<Box> boxes = new ArrayList<>();
        for (Facet facet : response.facets()) {
            if (isWorthAChoice(facet)) {
                boolean drawn = facet.dim() == FacetDim.MONTH || (facet.dim() == FacetDim.YEAR && !byMonth);
                boxes.add(box(words, address, facet, drawn));
            }
        }
        return boxes;
    }

    /** A dimension with one value only says nothing about the hits; a selected value must stay removable. */
    private static boolean isWorthAChoice(Facet facet) {
        return switch (facet.dim()) {
            case TAG, PUBLISHER, YEAR -> !facet.values().isEmpty();
            case CATEGORY, LANG, MONTH, MINUTES ->
                facet.values().size() > 1 || facet.values().stream().anyMatch(Facet.Value::selected);
        };
    }

    private static Box box(Wording words, Address address, Facet facet, boolean drawn) {
        FacetDim dim = facet.dim();
        Function<String, String> href =
                value -> RequestUrl.SEARCH.href(address.with(Selection.toggle(address.request(), dim, value)));
        Facet shown = shortened(facet, address.request().facetSize());
        return new Box(
                words.facet(dim),
                words.facetHint(dim),
                drawn ? Histogram.of(words, facet, href) : null,
                dim == FacetDim.MONTH ? words.valuesLine(dim, facet.values().size() + facet.more(), "") : null,
                ordered(shown).stream()
                        .map(v -> value(words, dim, v, href.apply(v.value())))
                        .toList(),
                shown.more() == 0 ? null : new Link(words.showMore(shown.more()), allValues(address, dim)));
    }

    private static String allValues(Address address, FacetDim dim) {
        SearchRequest first = address.request().toBuilder().page(1).build();
        return RequestUrl.facet(dim).href(address.with(first));
    }

    static Value value(Wording words, FacetDim dim, Facet.Value v, String href) {
        return new Value(words.facetValue(dim, v.value()), words.number(v.count()), href, v.selected());
    }

    /** Months are folded away and reading times are few; of the others, the selected values and the most frequent remain. */
    private static Facet shortened(Facet facet, int size) {
        if (!facet.dim().isOfValues()) {
            return facet;
        }
        List<Facet.Value> kept = new ArrayList<>();
        int room = size;
        for (Facet.Value v : facet.values()) {
            if (v.selected() || room-- > 0) {
                kept.add(v);
            }
        }
        int dropped = facet.values().size() - kept.size();
        return new Facet(facet.dim(), kept, facet.more() + dropped);
    }

    /** Times and lengths are looked up in their own order, everything else in the engine's. */
    static List<Facet.Value> ordered(Facet facet) {
        return switch (facet.dim()) {
            case TAG, PUBLISHER, CATEGORY, LANG -> facet.values();
            case YEAR -> facet.values().stream().sorted(LATEST_YEAR).toList();
            case MONTH, MINUTES -> Histogram.inTime(facet);
        };
    }
}
