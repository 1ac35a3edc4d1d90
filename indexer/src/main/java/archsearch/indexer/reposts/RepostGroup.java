package archsearch.indexer.reposts;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * Articles that are reposts of each other.
 *
 * @param texts the ids of its articles; those that share their text are one list. Two ids at least, each list and the lists by id ascending
 */
public record RepostGroup(List<List<String>> texts) {
    /** Of a large cluster so many articles stand for all, so that the work stays linear in its size. */
    private static final int COMPARED = 8;

    /**
     * Two articles that are alike.
     *
     * @param first the lesser id
     */
    public record Pair(String first, String second, Likeness likeness) {}

    private static final Comparator<Pair> CLOSEST_FIRST = Comparator.comparing(
                    (Pair p) -> p.likeness().kind())
            .thenComparingDouble(p -> -p.likeness().degree())
            .thenComparing(Pair::first)
            .thenComparing(Pair::second);

    private static final Comparator<RepostGroup> FIRST_ID =
            Comparator.comparing(group -> group.texts().getFirst().getFirst());

    /**
     * Puts articles together, the closest first. Two clusters join where each article of the one fits each of the other: what is like a third
     * article in different ways does not become one story by it. The answer depends on the pairs alone, not on their order, and a set of
     * articles that no pair connects with others can be grouped by itself.
     *
     * @param traits of each article of a pair by its id
     * @throws IllegalArgumentException if an article has no traits
     */
    public static List<RepostGroup> of(List<Pair> pairs, Map<String, RepostTraits> traits) {
        Clusters groups = new Clusters();
        Clusters texts = new Clusters();
        for (Pair pair : pairs.stream().sorted(CLOSEST_FIRST).toList()) {
            Set<String> group = groups.of(pair.first());
            boolean together = group.contains(pair.second()) || fit(group, groups.of(pair.second()), traits);
            if (together) {
                groups.join(pair.first(), pair.second());
                if (pair.likeness().kind() == Likeness.Kind.TEXT) {
                    texts.join(pair.first(), pair.second());
                }
            }
        }
        return groups.all().stream()
                .map(ids -> new RepostGroup(byText(ids, texts)))
                .sorted(FIRST_ID)
                .toList();
    }

    private static boolean fit(Set<String> a, Set<String> b, Map<String, RepostTraits> traits) {
        List<String> some = a.stream().limit(COMPARED).toList();
        List<String> others = b.stream().limit(COMPARED).toList();
        return some.stream().allMatch(x -> others.stream().allMatch(y -> Likeness.fit(of(x, traits), of(y, traits))));
    }

    private static RepostTraits of(String id, Map<String, RepostTraits> traits) {
        RepostTraits found = traits.get(id);
        if (found == null) {
            throw new IllegalArgumentException("no traits of the article " + id);
        }
        return found;
    }

    private static List<List<String>> byText(Set<String> ids, Clusters texts) {
        return ids.stream()
                .filter(id -> texts.of(id).first().equals(id))
                .map(id -> List.copyOf(texts.of(id)))
                .toList();
    }

    /** Sets of ids without common members; an id that was never joined is a set by itself. */
    private static final class Clusters {
        private final Map<String, SortedSet<String>> byId = new HashMap<>();

        SortedSet<String> of(String id) {
            return byId.computeIfAbsent(id, alone -> new TreeSet<>(Set.of(alone)));
        }

        void join(String one, String other) {
            SortedSet<String> a = of(one);
            SortedSet<String> b = of(other);
            if (!a.contains(other)) {
                SortedSet<String> large = a.size() < b.size() ? b : a;
                SortedSet<String> small = a.size() < b.size() ? a : b;
                large.addAll(small);
                small.forEach(id -> byId.put(id, large));
            }
        }

        /** The sets of two ids and more. */
        List<SortedSet<String>> all() {
            return byId.entrySet().stream()
                    .filter(e -> e.getValue().size() > 1 && e.getValue().first().equals(e.getKey()))
                    .map(Map.Entry::getValue)
                    .toList();
        }
    }

    /** All ids, ascending by text. */
    public List<String> ids() {
        return texts.stream().flatMap(List::stream).toList();
    }

    /** The number that the articles of this group have in the index: the same wherever the same articles are grouped; never 0. */
    public long number() {
        return numberOf(ids().stream().min(Comparator.naturalOrder()).orElseThrow());
    }

    /** The number of a text of several articles, or 0 for a text of one. */
    public static long textNumber(List<String> text) {
        return text.size() < 2 ? 0 : numberOf(text.getFirst());
    }

    private static long numberOf(String id) {
        long hash = StableHash.of(id);
        return hash == 0 ? 1 : hash;
    }
}
