package archsearch.server.url;

import archsearch.indexer.article.Language;
import archsearch.searcher.FacetDim;
import archsearch.searcher.SearchRequest;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Changes the filters of a search. Every change leads back to the first page. */
public final class Selection {
    private Selection() {}

    /** The search with a facet's value selected, or no longer selected where it was. */
    public static SearchRequest toggle(SearchRequest request, FacetDim dim, String value) {
        List<String> selected = new ArrayList<>(request.selected(dim));
        if (!selected.remove(value)) {
            selected.add(value);
        }
        return select(request, dim, selected);
    }

    private static SearchRequest select(SearchRequest request, FacetDim dim, List<String> values) {
        SearchRequest.Builder b = request.toBuilder().page(1);
        return switch (dim) {
            case TAG -> b.tags(values).build();
            case PUBLISHER -> b.publishers(values).build();
            case CATEGORY -> b.categories(values).build();
            case LANG -> b.langs(languages(values)).build();
            case YEAR -> b.years(values.stream().map(Integer::valueOf).toList()).build();
        };
    }

    private static Set<Language> languages(List<String> codes) {
        Set<Language> languages = new LinkedHashSet<>();
        codes.forEach(code -> Language.ofCode(code).ifPresent(languages::add));
        return languages;
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
                .build();
    }
}
