package archsearch.benchmarks.search;

import java.util.Arrays;

/** Durations of one kind of call. Not thread-safe. */
public final class Latencies {
    private long[] nanos = new long[1 << 10];
    private int size;

    /** Adds a duration in nanoseconds. */
    public void add(long duration) {
        if (size == nanos.length) {
            nanos = Arrays.copyOf(nanos, 2 * size);
        }
        nanos[size++] = duration;
    }

    /**
     * The shortest duration, in milliseconds, that at least this share of the calls did not exceed; 0 where there were none.
     *
     * @param share above 0, at most 1
     */
    public double millis(double share) {
        if (size == 0) {
            return 0;
        }
        long[] sorted = Arrays.copyOf(nanos, size);
        Arrays.sort(sorted);
        return sorted[Math.max(0, (int) Math.ceil(share * size) - 1)] / 1e6;
    }
}
