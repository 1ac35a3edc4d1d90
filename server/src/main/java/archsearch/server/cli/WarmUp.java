package archsearch.server.cli;

import archsearch.searcher.SearchEngine;
import archsearch.searcher.SearchException;
import archsearch.searcher.SuggestRequest;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Makes the lists that suggestions come from beside the first requests, so that whoever types first does not wait for them. It has
 * to be waited for before the end: Java writes its archive of classes as a process ends, and one that still loads some meanwhile may crash.
 */
final class WarmUp {
    private static final Logger LOG = LoggerFactory.getLogger(WarmUp.class);
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final Thread thread;

    private WarmUp(Thread thread) {
        this.thread = thread;
    }

    /**
     * Begins.
     *
     * @param engine must stay open until this was waited for
     */
    static WarmUp of(SearchEngine engine) {
        return new WarmUp(Thread.ofPlatform().daemon().name("warm-up").start(() -> {
            try {
                engine.suggest(new SuggestRequest("a", 1));
            } catch (SearchException e) {
                // Whoever searches next is told; starting goes on meanwhile.
                LOG.debug("nothing to warm up", e);
            }
        }));
    }

    /** Waits for a few seconds at most until all is made. */
    void await() {
        try {
            thread.join(PATIENCE);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
