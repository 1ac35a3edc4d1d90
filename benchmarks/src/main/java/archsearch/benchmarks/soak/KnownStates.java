package archsearch.benchmarks.soak;

import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** The states that the index had, has, or may have after what runs. Thread-safe. */
final class KnownStates {
    private final Set<Integer> numbers = ConcurrentHashMap.newKeySet();
    private final Map<String, IndexState> byGeneration = new ConcurrentHashMap<>();

    /** The index may come into this state from now on. */
    void expect(IndexState state) {
        numbers.add(state.articles());
    }

    /** The generation in this folder has this state. */
    void put(String folder, IndexState state) {
        byGeneration.put(folder, state);
    }

    /** The state that the generation in a folder had when it was last live, or null where it never was. */
    @Nullable IndexState of(String folder) {
        return byGeneration.get(folder);
    }

    /** Whether any state has this number of articles. */
    boolean isPossible(int articles) {
        return numbers.contains(articles);
    }
}
