package archsearch.searcher.lucene;

import archsearch.indexer.lucene.IndexSchema;
import archsearch.searcher.Facet;
import archsearch.searcher.FacetDim;
import archsearch.searcher.SearchRequest;
import java.io.IOException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.lucene.facet.DrillDownQuery;
import org.apache.lucene.facet.DrillSideways;
import org.apache.lucene.facet.Facets;
import org.apache.lucene.facet.FacetsCollector;
import org.apache.lucene.facet.FacetsCollectorManager;
import org.apache.lucene.facet.sortedset.SortedSetDocValuesReaderState;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.FieldDoc;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.Sort;
import org.apache.lucene.search.TopFieldCollector;
import org.apache.lucene.search.TopFieldCollectorManager;
import org.apache.lucene.search.TopFieldDocs;
import org.jspecify.annotations.Nullable;

/**
 * One search with facet counts. Dimensions of which any value is enough (publisher, year, reading time ...) are counted sideways: as
 * if nothing were selected in them, so that the other values show what selecting them would give. Tags and months narrow the hits,
 * so they are counted among the hits.
 */
final class FacetedSearch {
    private final IndexSnapshot snapshot;
    private final SearchRequest request;
    private final Deadline deadline;

    FacetedSearch(IndexSnapshot snapshot, SearchRequest request, Deadline deadline) {
        this.snapshot = snapshot;
        this.request = request;
        this.deadline = deadline;
    }

    /** What the request selects in a dimension that is counted sideways; empty where that is nothing or the dimension is not. */
    static Optional<Query> selection(SearchRequest request, FacetDim dim) {
        if (dim == FacetDim.MINUTES) {
            return Optional.ofNullable(request.minutesMax()).map(max -> LuceneQuery.minutes(1, max));
        }
        List<String> values = request.selected(dim);
        return dim.isDisjunctive() && !values.isEmpty()
                ? Optional.of(LuceneQuery.anyValue(dim.word(), values))
                : Optional.empty();
    }

    /**
     * The best {@code depth} hits of a query within what the request selects, and the counts asked for; of those that are met before
     * the deadline.
     *
     * @param after the hits begin after this one, while total and counts are those of all; null for the first
     */
    Result search(Query query, @Nullable FieldDoc after, int depth, Sort sort) throws IOException {
        BooleanQuery.Builder base = new BooleanQuery.Builder().add(query, Occur.MUST);
        List<FacetDim> sideways = new ArrayList<>();
        for (FacetDim dim : FacetDim.values()) {
            Optional<Query> selection = selection(request, dim);
            if (selection.isPresent() && request.facets().contains(dim)) {
                sideways.add(dim);
            } else {
                selection.ifPresent(q -> base.add(q, Occur.FILTER));
            }
        }
        Query narrowed = base.build();
        boolean plain = sideways.isEmpty();
        DrillDownQuery timed = selected(plain ? narrowed : new TimedQuery(narrowed, deadline), sideways);
        TopFieldCollectorManager hits = new TopFieldCollectorManager(sort, depth, after, Integer.MAX_VALUE);
        DrillSideways.ConcurrentDrillSidewaysResult<TopFieldDocs> found = new Sideways(
                        plain ? deadline.searcher(snapshot) : deadline.listingSearcher(snapshot))
                .search(timed, GroupedHits.of(snapshot, request, hits));
        score(found.collectorResult, sort, selected(narrowed, sideways));
        return new Result(found.collectorResult, new FacetList(snapshot, request, counts(found)));
    }

    private DrillDownQuery selected(Query base, List<FacetDim> sideways) {
        DrillDownQuery selected = new DrillDownQuery(IndexSchema.facetsConfig(), base);
        for (FacetDim dim : sideways) {
            selected.add(dim.word(), selection(request, dim).orElseThrow());
        }
        return selected;
    }

    /** Hits that were not sorted by their score have none yet; those that time does not suffice for have 0. */
    private void score(TopFieldDocs found, Sort sort, Query query) throws IOException {
        if (!sort.needsScores()) {
            for (ScoreDoc hit : found.scoreDocs) {
                hit.score = 0;
            }
            try {
                TopFieldCollector.populateScores(found.scoreDocs, snapshot.searcher(), query);
            } catch (OutOfTimeException e) {
                // The hits are in order without.
            }
            return;
        }
        for (int i = 0; i < found.scoreDocs.length; i++) {
            if (found.scoreDocs[i] instanceof FieldDoc hit && hit.fields[0] instanceof Float score) {
                hit.score = score;
            }
        }
    }

    private FacetCounts counts(DrillSideways.DrillSidewaysResult found) {
        Map<FacetDim, FacetsCollector> articles = new EnumMap<>(FacetDim.class);
        request.facets().forEach(dim -> articles.put(dim, found.drillDownFacetsCollector));
        for (int i = 0; found.drillSidewaysDims != null && i < found.drillSidewaysDims.length; i++) {
            FacetDim dim = FacetDim.ofWord(found.drillSidewaysDims[i]).orElseThrow();
            articles.put(dim, found.drillSidewaysFacetsCollector[i]);
        }
        return new FacetCounts(snapshot, request, articles);
    }

    /**
     * What a faceted search found.
     *
     * @param hits the hits from the first on, or from the one asked for; their total is that of all and exact
     * @param list the values of the dimensions asked for, counted when they are read
     */
    record Result(TopFieldDocs hits, FacetList list) {
        int total() {
            return Math.toIntExact(hits.totalHits.value());
        }

        /** One for each dimension asked for. */
        List<Facet> facets() throws IOException {
            return list.all();
        }
    }

    /** Collects the articles to count, and leaves the counting to {@link FacetCounts}. */
    private final class Sideways extends DrillSideways {
        Sideways(IndexSearcher searcher) {
            super(searcher, IndexSchema.facetsConfig(), (SortedSetDocValuesReaderState) null);
        }

        @Override
        protected @Nullable FacetsCollectorManager createDrillDownFacetsCollectorManager() {
            return request.facets().isEmpty() ? null : new FacetsCollectorManager();
        }

        @Override
        protected @Nullable Facets buildFacetsResult(
                FacetsCollector drillDowns, FacetsCollector[] drillSideways, String[] drillSidewaysDims) {
            return null;
        }
    }
}
