package archsearch.server;

import archsearch.searcher.Facet;
import archsearch.searcher.FacetDim;
import archsearch.searcher.SearchEngine;
import archsearch.searcher.SearchRequest;
import archsearch.searcher.SearchResponse;
import archsearch.searcher.ValueName;
import archsearch.server.page.TrendsPage;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Counts the articles with a tag over time, by one search for each tag. Thread-safe as far as the engine is. */
final class TagTrends {
    private final SearchEngine engine;

    TagTrends(SearchEngine engine) {
        this.engine = engine;
    }

    /**
     * Counts.
     *
     * @param asked at most {@link TrendsPage#MAX_TAGS} tags in any spelling; the most frequent ones where it is empty
     * @param all the answer to {@link TrendsPage#request}
     */
    TrendsPage.Counts of(List<String> asked, SearchResponse all) {
        FacetDim dim = TrendsPage.unit(all);
        Set<String> tags = new LinkedHashSet<>();
        List<String> unknown = new ArrayList<>();
        for (String name : asked) {
            Optional<ValueName> value = engine.value(FacetDim.TAG, name);
            value.ifPresentOrElse(v -> tags.add(v.value()), () -> unknown.add(name));
        }
        if (asked.isEmpty()) {
            all.facet(FacetDim.TAG).stream()
                    .flatMap(facet -> facet.values().stream())
                    .limit(TrendsPage.USUAL_TAGS)
                    .map(Facet.Value::value)
                    .forEach(tags::add);
        }
        List<TrendsPage.TagCounts> counts = new ArrayList<>();
        boolean partial = all.partial();
        for (String tag : tags) {
            SearchResponse found = engine.search(request(tag, dim));
            partial |= found.partial();
            found.facet(dim)
                    .filter(facet -> !facet.values().isEmpty())
                    .ifPresent(facet -> counts.add(new TrendsPage.TagCounts(tag, found.total(), facet)));
        }
        return new TrendsPage.Counts(counts, unknown, partial);
    }

    private static SearchRequest request(String tag, FacetDim dim) {
        return SearchRequest.builder()
                .tags(List.of(tag))
                .size(1)
                .facets(Set.of(dim))
                .facetSize(TrendsPage.MAX_TIMES)
                .highlights(false)
                .build();
    }
}
