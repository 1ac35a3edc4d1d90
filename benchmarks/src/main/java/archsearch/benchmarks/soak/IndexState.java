package archsearch.benchmarks.soak;

import java.util.Collections;
import java.util.HashMap;
import java.util.Map;

/**
 * What an index holds.
 *
 * @param articles how many there are
 * @param versions the versions of those articles that dumps differ in, or a sample of them, by id; an article's likes are its
 *     version. An id that is in another state and not in this one has no article.
 */
record IndexState(int articles, Map<String, Integer> versions) {
    IndexState {
        versions = Collections.unmodifiableMap(new HashMap<>(versions));
    }

    /** The state after an update, whose articles replace those that are there and come on top of them. */
    IndexState updated(Map<String, Integer> changes) {
        Map<String, Integer> all = new HashMap<>(versions);
        int added = 0;
        for (Map.Entry<String, Integer> change : changes.entrySet()) {
            added += all.put(change.getKey(), change.getValue()) == null ? 1 : 0;
        }
        return new IndexState(articles + added, all);
    }
}
