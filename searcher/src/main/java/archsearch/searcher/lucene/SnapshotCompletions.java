package archsearch.searcher.lucene;

import archsearch.searcher.FacetDim;
import archsearch.searcher.query.GlossaryTerms;
import java.io.IOException;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** What suggestions need to know of one generation, made when it is first asked for. Thread-safe. */
final class SnapshotCompletions {
    private final Map<FacetDim, IndexSnapshot.DimValues> values;
    private final ConcurrentHashMap<FacetDim, CompletionTexts> texts = new ConcurrentHashMap<>();
    private volatile TermCounts counts = new TermCounts(GlossaryTerms.EMPTY, new ConcurrentHashMap<>());

    /**
     * The hits of searches for terms.
     *
     * @param glossary what the terms were read with; another one gives other numbers
     * @param hits no larger than the list of terms
     */
    private record TermCounts(GlossaryTerms glossary, ConcurrentHashMap<String, Integer> hits) {}

    SnapshotCompletions(Map<FacetDim, IndexSnapshot.DimValues> values) {
        this.values = values;
    }

    /** Counts the hits of a search for a term. */
    interface Counting {
        int count(String term) throws IOException;
    }

    /** Whether anybody asked for suggestions from this generation. */
    boolean isUsed() {
        return !texts.isEmpty();
    }

    /** Makes everything that takes long. */
    void warm() {
        texts(FacetDim.TAG);
        texts(FacetDim.PUBLISHER);
    }

    /** The spellings of a dimension's values, the most frequent first. */
    CompletionTexts texts(FacetDim dim) {
        return texts.computeIfAbsent(dim, d -> {
            IndexSnapshot.DimValues known = values.get(d);
            return CompletionTexts.of(known == null ? List.of() : byCount(known));
        });
    }

    private static List<String> byCount(IndexSnapshot.DimValues known) {
        return known.spellings().values().stream()
                .sorted(Comparator.comparingInt((String v) -> known.count(v))
                        .reversed()
                        .thenComparing(Comparator.naturalOrder()))
                .toList();
    }

    /** Number of hits of a search for a value; 0 where no article carries it. */
    int count(FacetDim dim, String value) {
        IndexSnapshot.DimValues known = values.get(dim);
        return known == null ? 0 : known.count(value);
    }

    /** Number of hits of a search for a term; counted once in a generation and for a glossary. */
    int count(GlossaryTerms glossary, String term, Counting counting) throws IOException {
        TermCounts known = counts;
        if (known.glossary() != glossary) {
            known = new TermCounts(glossary, new ConcurrentHashMap<>());
            counts = known;
        }
        Integer count = known.hits().get(term);
        if (count == null) {
            count = counting.count(term);
            known.hits().put(term, count);
        }
        return count;
    }
}
