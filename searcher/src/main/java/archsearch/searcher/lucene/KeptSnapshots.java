package archsearch.searcher.lucene;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.LongSupplier;
import java.util.function.Predicate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Snapshots that are no longer live but that cursors lead to. They stay open for a bounded time and in a bounded number, however
 * often the index changes: each keeps files from being freed, also deleted ones. Thread-safe.
 */
final class KeptSnapshots {
    private static final Logger LOG = LoggerFactory.getLogger(KeptSnapshots.class);
    /** Neighbours share most of their files, so that this many cost little more than two or three. */
    static final int MOST = 8;
    /** Long enough to read a page before the next one is asked for. */
    static final Duration LONGEST = Duration.ofMinutes(10);

    private final LongSupplier nanos;
    private final ReentrantLock lock = new ReentrantLock();
    /** By the generation's name, the one that was used longest ago first. */
    private final Map<String, Kept> kept = new LinkedHashMap<>(16, 0.75f, true);

    /** A snapshot and the time it ceased to be live. */
    private record Kept(IndexSnapshot snapshot, long since) {}

    /**
     * @param nanos the time, as {@link System#nanoTime} tells it
     */
    KeptSnapshots(LongSupplier nanos) {
        this.nanos = nanos;
    }

    /** Takes over a snapshot that is about to be replaced, and the caller's hold on it. */
    void keep(IndexSnapshot snapshot) {
        List<Kept> dropped = new ArrayList<>();
        lock.lock();
        try {
            Kept same = kept.put(snapshot.info().generation(), new Kept(snapshot, nanos.getAsLong()));
            if (same != null) {
                dropped.add(same);
            }
            while (kept.size() > MOST) {
                String generation = leastNeeded();
                dropped.add(kept.remove(generation));
            }
        } finally {
            lock.unlock();
        }
        dropped.forEach(KeptSnapshots::release);
    }

    /** One that no cursor leads to, else the one that was used longest ago. */
    private String leastNeeded() {
        return kept.entrySet().stream()
                .filter(e -> !e.getValue().snapshot().hasGivenCursor())
                .findFirst()
                .orElseGet(() -> kept.entrySet().iterator().next())
                .getKey();
    }

    /** The snapshot of a generation, held for the caller, who releases it; empty where it is not kept. */
    Optional<IndexSnapshot> acquire(String generation) {
        expire();
        lock.lock();
        try {
            // What is in the map is held by it, so it is open.
            return Optional.ofNullable(kept.get(generation)).map(Kept::snapshot).filter(IndexSnapshot::acquire);
        } finally {
            lock.unlock();
        }
    }

    /** Lets go of what has been kept long enough. */
    void expire() {
        long now = nanos.getAsLong();
        releaseAll(k -> now - k.since() >= LONGEST.toNanos());
    }

    /** Lets go of all. */
    void close() {
        releaseAll(k -> true);
    }

    /** Number of snapshots kept. */
    int size() {
        lock.lock();
        try {
            return kept.size();
        } finally {
            lock.unlock();
        }
    }

    private void releaseAll(Predicate<Kept> which) {
        List<Kept> dropped;
        lock.lock();
        try {
            dropped = kept.values().stream().filter(which).toList();
            kept.values().removeAll(dropped);
        } finally {
            lock.unlock();
        }
        dropped.forEach(KeptSnapshots::release);
    }

    private static void release(Kept kept) {
        try {
            kept.snapshot().release();
        } catch (IOException e) {
            LOG.warn("generation {} could not be closed", kept.snapshot().info().generation(), e);
        }
    }
}
