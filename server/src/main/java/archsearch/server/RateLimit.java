package archsearch.server;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.util.function.LongSupplier;

/**
 * How much each client may ask: a bucket of as many tokens as requests in a minute, of which every request takes one, and which
 * fills up within a minute. So a client may ask in bursts, but not more than that for long. Thread-safe.
 */
final class RateLimit {
    private static final Duration FILLED_WITHIN = Duration.ofMinutes(1);
    /** Of more clients than that, those that asked least lately begin with a full bucket again. */
    private static final int MOST_CLIENTS = 50_000;

    private final int perMinute;
    private final LongSupplier nanos;
    private final Cache<String, Bucket> buckets;

    /**
     * @param perMinute most requests of a client in a minute; 0 for any number
     * @param nanos the clock, as {@link System#nanoTime} tells the time
     */
    RateLimit(int perMinute, LongSupplier nanos) {
        this.perMinute = perMinute;
        this.nanos = nanos;
        this.buckets = Caffeine.newBuilder()
                .maximumSize(MOST_CLIENTS)
                // A bucket left alone for so long is full, as a new one is.
                .expireAfterAccess(FILLED_WITHIN)
                .ticker(nanos::getAsLong)
                .executor(Runnable::run)
                .build();
    }

    /**
     * What a client has left.
     *
     * @param at the time of the last request
     * @param granted whether that request got a token
     */
    private record Bucket(double tokens, long at, boolean granted) {}

    /**
     * Takes a token for a request.
     *
     * @return 0 if there was one, else the seconds until there is one, at least 1
     */
    int take(String client) {
        if (perMinute == 0) {
            return 0;
        }
        long now = nanos.getAsLong();
        double perNano = (double) perMinute / FILLED_WITHIN.toNanos();
        Bucket left = buckets.asMap().compute(client, (key, old) -> {
            double tokens = old == null ? perMinute : Math.min(perMinute, old.tokens + (now - old.at) * perNano);
            return tokens >= 1 ? new Bucket(tokens - 1, now, true) : new Bucket(tokens, now, false);
        });
        return left.granted ? 0 : Math.max(1, (int) Math.ceil((1 - left.tokens) / perNano / 1e9));
    }
}
