package archsearch.server.admin;

import archsearch.indexer.IndexJob;
import archsearch.server.metrics.MetricsSource;
import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * What an operator sets for the admin port.
 *
 * @param dumps the one folder that dumps are read from; it need not exist yet
 * @param maxRejects as in {@link IndexJob}, where a call says nothing else
 * @param leastPercent as in {@link IndexJob}, where a call says nothing else
 * @param tagDictionary as in {@link IndexJob}, where a call says nothing else
 * @param metrics answers {@code /metrics}, or null for nothing there
 * @param heartbeat how often a listener to a job hears something where nothing happens
 */
public record AdminOptions(
        Path dumps,
        long maxRejects,
        int leastPercent,
        @Nullable Path tagDictionary,
        @Nullable MetricsSource metrics,
        Duration heartbeat) {
    /** Below the time after which idle connections are closed, here and in proxies. */
    private static final Duration HEARTBEAT = Duration.ofSeconds(15);

    /** Dumps from this folder, everything else as it is without settings. */
    public static AdminOptions of(Path dumps) {
        return new AdminOptions(dumps, IndexJob.NO_LIMIT, IndexJob.DEFAULT_LEAST_PERCENT, null, null, HEARTBEAT);
    }

    /** The same with other rules for reindexing. */
    public AdminOptions reindexing(long rejects, int percent, @Nullable Path dictionary) {
        return new AdminOptions(dumps, rejects, percent, dictionary, metrics, heartbeat);
    }

    /** The same with metrics. */
    public AdminOptions metrics(MetricsSource source) {
        return new AdminOptions(dumps, maxRejects, leastPercent, tagDictionary, source, heartbeat);
    }

    /** The same with another heartbeat. */
    AdminOptions heartbeat(Duration every) {
        return new AdminOptions(dumps, maxRejects, leastPercent, tagDictionary, metrics, every);
    }
}
