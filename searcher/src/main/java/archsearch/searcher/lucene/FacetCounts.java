package archsearch.searcher.lucene;

import archsearch.searcher.Facet;
import archsearch.searcher.FacetDim;
import archsearch.searcher.SearchRequest;
import java.io.IOException;
import java.time.YearMonth;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.lucene.facet.FacetResult;
import org.apache.lucene.facet.FacetsCollector;
import org.apache.lucene.facet.LabelAndValue;
import org.apache.lucene.facet.sortedset.SortedSetDocValuesFacetCounts;

/**
 * Counts what one search found by the values of a dimension. Where the request groups, a group of reposts counts once for each value
 * that any matching member of it has: as often as it is a hit once that value is selected. Not thread-safe.
 */
final class FacetCounts {
    private final IndexSnapshot snapshot;
    private final SearchRequest request;
    private final Map<FacetDim, FacetsCollector> articles;
    private final Map<FacetsCollector, CountedHits> hits = new HashMap<>();

    /**
     * @param articles what each dimension is counted over
     */
    FacetCounts(IndexSnapshot snapshot, SearchRequest request, Map<FacetDim, FacetsCollector> articles) {
        this.snapshot = snapshot;
        this.request = request;
        this.articles = articles;
    }

    /** Hits by the keys of the values that articles carry, see {@link IndexSnapshot.DimValues}; some may be 0. */
    Map<String, Integer> ofValues(FacetDim dim) throws IOException {
        Map<String, Integer> byKey = new HashMap<>();
        IndexSnapshot.DimValues values = snapshot.values().get(dim);
        if (values == null) {
            return byKey;
        }
        CountedHits counted = hits(dim);
        FacetResult result =
                new SortedSetDocValuesFacetCounts(values.state(), counted.articles()).getAllChildren(dim.word());
        if (result != null) {
            for (LabelAndValue spelling : result.labelValues) {
                byKey.merge(values.key(spelling.label), spelling.value.intValue(), Integer::sum);
            }
        }
        values.reposts().subtractRepeats(byKey, counted.repeated());
        return byKey;
    }

    /** The months of the hits, in order; see {@link HitMonths}. */
    List<Facet.Value> months() throws IOException {
        YearMonth selected = request.selected(FacetDim.MONTH).stream()
                .map(YearMonth::parse)
                .findFirst()
                .orElse(null);
        return new HitMonths(snapshot.repostNumbers()).of(hits(FacetDim.MONTH), selected);
    }

    /** The hits by reading time, the shortest first; see {@link MinuteSteps}. */
    List<Facet.Value> minutes() throws IOException {
        return new MinuteSteps(snapshot.repostNumbers(), request.minutesMax()).of(hits(FacetDim.MINUTES));
    }

    private CountedHits hits(FacetDim dim) throws IOException {
        FacetsCollector counted = articles.get(dim);
        if (counted == null) {
            throw new IllegalArgumentException(dim + " was not asked for");
        }
        CountedHits known = hits.get(counted);
        if (known == null) {
            known = request.grouped()
                    ? CountedHits.grouped(counted, snapshot.reposts())
                    : new CountedHits(counted, List.of());
            hits.put(counted, known);
        }
        return known;
    }
}
