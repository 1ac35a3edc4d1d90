package archsearch.server.metrics;

import archsearch.searcher.CacheStats;
import archsearch.searcher.IndexInfo;
import java.io.IOException;
import java.util.Optional;

/** What can be read off an engine at any time. Thread-safe, and fast enough to be asked every few seconds. */
public interface EngineState {
    /**
     * The generation that is served.
     *
     * @throws archsearch.searcher.SearchException if there is none
     */
    IndexInfo index();

    /**
     * Bytes of the live generation's files; 0 where nothing was ever committed.
     *
     * @throws IOException if they cannot be told
     */
    long indexBytes() throws IOException;

    /** What the cache of answers did; empty where there is none. */
    Optional<CacheStats> cache();

    /** How many searches were refused so far because too many ran. */
    long refused();

    /** How many searches wait in line now. */
    int waiting();
}
