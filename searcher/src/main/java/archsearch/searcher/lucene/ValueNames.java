package archsearch.searcher.lucene;

import archsearch.indexer.analysis.TextKey;
import archsearch.searcher.FacetDim;
import archsearch.searcher.ValueName;
import archsearch.searcher.query.GlossaryTerms;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Finds the value of a dimension by any of its names. A name that is a value itself means that value, whatever the glossary says;
 * else the most frequent of the values that the glossary calls the same.
 */
final class ValueNames {
    private final FacetDim dim;
    private final IndexSnapshot.DimValues values;
    private final GlossaryTerms glossary;

    ValueNames(FacetDim dim, IndexSnapshot.DimValues values, GlossaryTerms glossary) {
        this.dim = dim;
        this.values = values;
        this.glossary = glossary;
    }

    Optional<ValueName> of(String name) {
        String key = TextKey.of(name);
        List<String> same = keysOf(name);
        return values.spellings().containsKey(key)
                ? Optional.of(value(key, same))
                : same.stream().findFirst().map(first -> value(first, same));
    }

    /** The values that the glossary calls the same as a name, most articles first. */
    private List<String> keysOf(String name) {
        Comparator<String> most = Comparator.comparing(
                        (String key) -> values.counts().getOrDefault(key, 0))
                .reversed()
                .thenComparing(Comparator.naturalOrder());
        return glossary.names(name).stream()
                .map(TextKey::of)
                .distinct()
                .filter(values.spellings()::containsKey)
                .sorted(most)
                .toList();
    }

    private ValueName value(String key, List<String> same) {
        String shown = values.spelling(key, key);
        List<String> spellings = values.keys().entrySet().stream()
                .filter(e -> e.getValue().equals(key))
                .map(Map.Entry::getKey)
                .sorted(Comparator.comparing((String s) -> !s.equals(shown)).thenComparing(Comparator.naturalOrder()))
                .toList();
        List<String> aliases = same.stream()
                .filter(other -> !other.equals(key))
                .map(other -> values.spelling(other, other))
                .toList();
        return new ValueName(dim, shown, spellings, aliases);
    }
}
