package archsearch.server.url;

import archsearch.searcher.FacetDim;
import archsearch.searcher.SearchRequest;
import java.util.List;
import java.util.Set;

/** Changes the filters of a search. Every change leads back to the first page. */
public final class Selection {
    private Selection() {}

    /** The search with a facet's value selected, or no longer selected where it was. */
    public static SearchRequest toggle(SearchRequest request, FacetDim dim, String value) {
        return request.toggled(dim, value);
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
