package archsearch.server.page;

import archsearch.searcher.Facet;
import archsearch.searcher.FacetDim;
import archsearch.searcher.FacetRequest;
import archsearch.searcher.FacetResponse;
import archsearch.searcher.SearchRequest;
import archsearch.server.url.Address;
import archsearch.server.url.Parameter;
import archsearch.server.url.RequestUrl;
import archsearch.server.url.Selection;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * All values of one facet of a search.
 *
 * @param results the results they are counted in
 * @param chips the selected filters of the search
 * @param find looks a value up by its beginning
 * @param orders the orders to choose from; none where time is the only sensible one
 * @param values each leads to the results with it selected, or no longer selected
 * @param notes why some values may not be listed; usually empty
 */
public record FacetPage(
        Frame frame,
        Link results,
        String heading,
        String line,
        List<Filters.Chip> chips,
        SearchBox find,
        List<Choice> orders,
        List<Filters.Value> values,
        List<String> notes,
        @Nullable Paging paging)
        implements Page {

    /** Asks for what the page lists. */
    public static FacetRequest request(FacetDim dim, Address address) {
        SearchRequest search = address.request().toBuilder().page(1).build();
        return new FacetRequest(
                search, dim, address.values().prefix(), address.values().order(), FacetRequest.MAX_SIZE);
    }

    /** The page that shows the answer to {@link #request}. */
    public static FacetPage of(Reader reader, Assets assets, Address address, FacetResponse response) {
        Facet facet = response.facet();
        Wording words = reader.words();
        FacetDim dim = facet.dim();
        RequestUrl url = RequestUrl.facet(dim);
        SearchRequest search = address.request().toBuilder().page(1).build();
        SearchBox box = SearchBox.of(words.searchLabel(), RequestUrl.SEARCH, address.with(search), Set.of(Parameter.Q));
        ValueSlice slice =
                ValueSlice.of(Filters.ordered(facet), address.request().page());
        return new FacetPage(
                Frame.of(reader, assets, words.facetTitle(dim, search.q()), box, url, address, false),
                new Link(words.backToResults(), RequestUrl.SEARCH.href(address.with(search))),
                words.facetTitle(dim, search.q()),
                words.valuesLine(
                        dim,
                        facet.values().size() + facet.more(),
                        address.values().prefix()),
                Filters.chips(words, address),
                SearchBox.finding(words.findValue(dim), url, address),
                dim.isOfValues() && dim != FacetDim.YEAR ? ValuesPage.orders(words, url, address) : List.of(),
                slice.values().stream()
                        .map(v -> Filters.value(
                                words,
                                dim,
                                v,
                                RequestUrl.SEARCH.href(address.with(Selection.toggle(search, dim, v.value())))))
                        .toList(),
                notes(words, response),
                Paging.of(words, url, address, slice.pages(), slice.pages()));
    }

    private static List<String> notes(Wording words, FacetResponse response) {
        List<String> notes = new ArrayList<>();
        if (response.partial()) {
            notes.add(words.partial());
        }
        if (response.facet().more() > 0) {
            notes.add(words.onlyListed(response.facet().values().size()));
        }
        return notes;
    }
}
