package archsearch.searcher.lucene;

import archsearch.indexer.analysis.TextKey;
import archsearch.searcher.Facet;
import archsearch.searcher.FacetDim;
import archsearch.searcher.FacetRequest;
import archsearch.searcher.SearchRequest;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Chooses the values of a facet that are listed, and puts them in order. For one search; not thread-safe. */
final class FacetList {
    private static final Comparator<Facet.Value> BY_COUNT =
            Comparator.comparingInt(Facet.Value::count).reversed().thenComparing(Facet.Value::value);

    private final IndexSnapshot snapshot;
    private final SearchRequest request;
    private final FacetCounts counts;

    FacetList(IndexSnapshot snapshot, SearchRequest request, FacetCounts counts) {
        this.snapshot = snapshot;
        this.request = request;
        this.counts = counts;
    }

    /** The facets that the request asks for, in the order of dimensions. */
    List<Facet> all() throws IOException {
        List<Facet> facets = new ArrayList<>();
        for (FacetDim dim : FacetDim.values()) {
            if (request.facets().contains(dim)) {
                facets.add(of(dim, ValuePrefix.NONE, FacetRequest.Order.COUNT, request.facetSize()));
            }
        }
        return facets;
    }

    /**
     * The values of a dimension that the request asks for.
     *
     * @param prefix what they begin with
     * @param order of the values that articles carry; by number of hits, what is selected comes first
     * @param size most values that are not selected; ranges over dates and minutes are few and all listed, in the order of time
     */
    Facet of(FacetDim dim, ValuePrefix prefix, FacetRequest.Order order, int size) throws IOException {
        return switch (dim) {
            case MONTH -> ranges(dim, counts.months(), prefix);
            case MINUTES -> ranges(dim, counts.minutes(), prefix);
            case TAG, PUBLISHER, CATEGORY, LANG, YEAR -> values(dim, prefix, order, size);
        };
    }

    private static Facet ranges(FacetDim dim, List<Facet.Value> all, ValuePrefix prefix) {
        return new Facet(
                dim,
                all.stream()
                        .filter(v -> prefix.matches(TextKey.of(v.value()), v.value()))
                        .toList(),
                0);
    }

    private Facet values(FacetDim dim, ValuePrefix prefix, FacetRequest.Order order, int size) throws IOException {
        Map<String, Integer> byKey = counts.ofValues(dim);
        Map<String, String> selected = new LinkedHashMap<>();
        request.selected(dim).forEach(v -> selected.putIfAbsent(TextKey.of(v), v));

        List<Facet.Value> listed = new ArrayList<>();
        selected.forEach((key, given) -> {
            String spelling = spelling(dim, key, given);
            if (prefix.matches(key, spelling)) {
                listed.add(new Facet.Value(spelling, byKey.getOrDefault(key, 0), true));
            }
        });
        List<Facet.Value> others = new ArrayList<>();
        byKey.forEach((key, n) -> {
            String spelling = spelling(dim, key, key);
            if (n > 0 && !selected.containsKey(key) && prefix.matches(key, spelling)) {
                others.add(new Facet.Value(spelling, n, false));
            }
        });
        List<Facet.Value> sorted = switch (order) {
            case COUNT -> others.stream().sorted(BY_COUNT).toList();
            case NAME -> NameOrder.sorted(others);
        };
        int shown = Math.min(sorted.size(), size);
        listed.addAll(sorted.subList(0, shown));
        return new Facet(
                dim, order == FacetRequest.Order.NAME ? NameOrder.sorted(listed) : listed, sorted.size() - shown);
    }

    /** The most frequent spelling of a value, or the other text where no article carries it. */
    private String spelling(FacetDim dim, String key, String other) {
        IndexSnapshot.DimValues values = snapshot.values().get(dim);
        return values == null ? other : values.spelling(key, other);
    }
}
