package archsearch.server.url;

import archsearch.indexer.analysis.TextKey;
import archsearch.searcher.FacetDim;
import archsearch.searcher.SearchRequest;
import java.util.List;
import java.util.Set;

/** Changes the filters of a search. Every change leads back to the first page. */
public final class Selection {
    private Selection() {}

    /**
     * The search with a facet's value selected, or no longer selected where it was. Where a search takes no more values, the new one
     * takes the place of the last.
     */
    public static SearchRequest toggle(SearchRequest request, FacetDim dim, String value) {
        List<String> selected = request.selected(dim);
        boolean full = selected.size() >= SearchRequest.MAX_FILTER_VALUES
                && selected.stream().noneMatch(v -> TextKey.of(v).equals(TextKey.of(value)));
        return (full ? request.toggled(dim, selected.getLast()) : request).toggled(dim, value);
    }

    /** The search without any filter; query, order and page size stay. */
    public static SearchRequest clear(SearchRequest request) {
        return request.toBuilder()
                .tags(List.of())
                .publishers(List.of())
                .categories(List.of())
                .langs(Set.of())
                .years(List.of())
                .from(null)
                .to(null)
                .minutesMax(null)
                .page(1)
                .cursor(null)
                .build();
    }
}
