package archsearch.searcher.lucene;

import archsearch.indexer.analysis.TextKey;
import archsearch.indexer.lucene.IndexSchema;
import archsearch.searcher.Facet;
import archsearch.searcher.FacetDim;
import archsearch.searcher.SearchRequest;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.lucene.facet.DrillDownQuery;
import org.apache.lucene.facet.DrillSideways;
import org.apache.lucene.facet.FacetResult;
import org.apache.lucene.facet.Facets;
import org.apache.lucene.facet.FacetsCollector;
import org.apache.lucene.facet.LabelAndValue;
import org.apache.lucene.facet.MultiFacets;
import org.apache.lucene.facet.sortedset.SortedSetDocValuesFacetCounts;
import org.apache.lucene.facet.sortedset.SortedSetDocValuesReaderState;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.Sort;
import org.apache.lucene.search.TopDocs;
import org.jspecify.annotations.Nullable;

/**
 * One search with facet counts. Dimensions of which any value is enough (publisher, year ...) are counted sideways: as if
 * nothing were selected in them, so that the other values show what selecting them would give. Tags narrow the hits, so they
 * are counted among the hits.
 */
final class FacetedSearch {
    private final IndexSnapshot snapshot;
    private final SearchRequest request;

    FacetedSearch(IndexSnapshot snapshot, SearchRequest request) {
        this.snapshot = snapshot;
        this.request = request;
    }

    /** The best {@code depth} hits of a query within the request's selected values, and the counts asked for. */
    Result search(Query query, int depth, Sort sort) throws IOException {
        DrillDownQuery selected = new DrillDownQuery(IndexSchema.facetsConfig(), query);
        for (FacetDim dim : FacetDim.values()) {
            List<String> values = request.selected(dim);
            if (!dim.isConjunctive() && !values.isEmpty()) {
                selected.add(dim.word(), LuceneQuery.anyValue(dim.word(), values));
            }
        }
        DrillSideways.DrillSidewaysResult result = new Sideways().search(selected, null, null, depth, sort, true);
        return new Result(result.hits, facets(result.facets));
    }

    private List<Facet> facets(@Nullable Facets counts) throws IOException {
        List<Facet> facets = new ArrayList<>();
        for (FacetDim dim : FacetDim.values()) {
            if (request.facets().contains(dim)) {
                IndexSnapshot.DimValues values = snapshot.values().get(dim);
                FacetResult result = counts == null || values == null ? null : counts.getAllChildren(dim.word());
                facets.add(facet(dim, values, result));
            }
        }
        return facets;
    }

    /** Adds up the spellings of each value, then lists what is selected before what is frequent. */
    private Facet facet(FacetDim dim, IndexSnapshot.@Nullable DimValues values, @Nullable FacetResult counts) {
        Map<String, Integer> byKey = new HashMap<>();
        if (values != null && counts != null) {
            for (LabelAndValue spelling : counts.labelValues) {
                String key = values.key(spelling.label);
                byKey.merge(key, spelling.value.intValue(), Integer::sum);
            }
        }
        Map<String, String> selected = new LinkedHashMap<>();
        request.selected(dim).forEach(v -> selected.putIfAbsent(TextKey.of(v), v));

        List<Facet.Value> listed = new ArrayList<>();
        selected.forEach((key, given) -> {
            String spelling = values == null ? given : values.spelling(key, given);
            listed.add(new Facet.Value(spelling, byKey.getOrDefault(key, 0), true));
        });
        if (values == null) {
            return new Facet(dim, listed, 0);
        }
        List<Facet.Value> others = byKey.entrySet().stream()
                .filter(e -> e.getValue() > 0 && !selected.containsKey(e.getKey()))
                .map(e -> new Facet.Value(values.spelling(e.getKey(), e.getKey()), e.getValue(), false))
                .sorted(Comparator.comparingInt(Facet.Value::count).reversed().thenComparing(Facet.Value::value))
                .toList();
        int shown = Math.min(others.size(), request.facetSize());
        listed.addAll(others.subList(0, shown));
        return new Facet(dim, listed, others.size() - shown);
    }

    /**
     * What a faceted search found.
     *
     * @param hits the hits from the first on; their total is exact
     * @param facets one for each dimension asked for
     */
    record Result(TopDocs hits, List<Facet> facets) {}

    /** Counts each dimension in its own field. */
    private final class Sideways extends DrillSideways {
        Sideways() {
            super(snapshot.searcher(), IndexSchema.facetsConfig(), (SortedSetDocValuesReaderState) null);
        }

        @Override
        protected Facets buildFacetsResult(
                FacetsCollector drillDowns, FacetsCollector[] drillSideways, String[] drillSidewaysDims)
                throws IOException {
            List<String> sideways = drillSidewaysDims == null ? List.of() : Arrays.asList(drillSidewaysDims);
            Map<String, Facets> byDim = new HashMap<>();
            for (Map.Entry<FacetDim, IndexSnapshot.DimValues> values :
                    snapshot.values().entrySet()) {
                FacetDim dim = values.getKey();
                if (request.facets().contains(dim)) {
                    int at = sideways.indexOf(dim.word());
                    FacetsCollector hits = at < 0 ? drillDowns : drillSideways[at];
                    byDim.put(
                            dim.word(),
                            new SortedSetDocValuesFacetCounts(values.getValue().state(), hits));
                }
            }
            return new MultiFacets(byDim);
        }
    }
}
