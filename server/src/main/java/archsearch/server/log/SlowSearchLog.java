package archsearch.server.log;

import archsearch.searcher.SearchResponse;
import archsearch.server.ServerListener;
import archsearch.server.url.Address;
import archsearch.server.url.RequestUrl;
import java.time.Duration;
import java.util.logging.Level;
import java.util.logging.Logger;

/** Writes an entry for each search that took long, or was cut short. Thread-safe. */
public final class SlowSearchLog implements ServerListener {
    private static final Logger LOG = Logger.getLogger("archsearch.slow");

    private final long nanos;

    /**
     * @param from the shortest time that counts as long
     */
    public SlowSearchLog(Duration from) {
        this.nanos = from.toNanos();
    }

    @Override
    public void searched(String requestId, SearchResponse response) {
        if (response.tookNanos() < nanos && !response.partial()) {
            return;
        }
        LogEvent.of(LOG, Level.WARNING, "slow search")
                .with("requestId", requestId)
                .with("search", RequestUrl.API_SEARCH.href(Address.of(response.request())))
                .with("ms", Millis.of(response.tookNanos()))
                .with("total", response.total())
                .with("partial", response.partial())
                .with("generation", response.index().generation())
                .log();
    }
}
