package archsearch.searcher.lucene;

import archsearch.indexer.lucene.IndexFolder;
import archsearch.indexer.lucene.UnreadableIndexException;
import archsearch.searcher.CursorGoneException;
import archsearch.searcher.IndexUnavailableException;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.LongSupplier;
import org.apache.lucene.index.CorruptIndexException;
import org.apache.lucene.index.IndexNotFoundException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps the live generation of an index folder open. Every so often the search that comes next looks whether another one
 * became live; searches that run meanwhile end on the one they began with, and those that go on from a cursor find theirs among
 * the {@link KeptSnapshots}.
 */
final class LiveIndex implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(LiveIndex.class);
    /** A switch has to be seen within a second; looking costs two small reads. */
    private static final Duration LOOK_EVERY = Duration.ofMillis(250);

    private final IndexFolder folder;
    private final LongSupplier nanos;
    private final KeptSnapshots kept;
    private final ReentrantLock refreshing = new ReentrantLock();
    private final AtomicLong lookedAt = new AtomicLong();
    private volatile @Nullable IndexSnapshot current;
    private volatile boolean closed;

    LiveIndex(IndexFolder folder) {
        this(folder, System::nanoTime);
    }

    /**
     * The same by another clock.
     *
     * @param nanos the time, as {@link System#nanoTime} tells it
     */
    LiveIndex(IndexFolder folder, LongSupplier nanos) {
        this.folder = folder;
        this.nanos = nanos;
        this.kept = new KeptSnapshots(nanos);
    }

    /** Work on a snapshot. */
    interface Work<T> {
        T on(IndexSnapshot snapshot) throws IOException;
    }

    /**
     * Does work on the live generation, which stays open until the work is done.
     *
     * @throws IndexUnavailableException if there is none that can be read
     */
    <T> T with(Work<T> work) {
        return with(acquire(), work);
    }

    /**
     * Does work on one generation, live or kept for cursors, which stays open until the work is done.
     *
     * @throws CursorGoneException if it is not open any more
     * @throws IndexUnavailableException if it cannot be read
     */
    <T> T with(String generation, Work<T> work) {
        return with(acquire(generation), work);
    }

    private <T> T with(IndexSnapshot snapshot, Work<T> work) {
        try {
            try {
                return work.on(snapshot);
            } finally {
                snapshot.release();
            }
        } catch (CorruptIndexException e) {
            throw damaged(e);
        } catch (IOException e) {
            throw new IndexUnavailableException("the index " + folder.root() + " cannot be read: " + e.getMessage(), e);
        }
    }

    private IndexSnapshot acquire() {
        while (true) {
            IndexSnapshot snapshot = live();
            if (snapshot.acquire()) {
                return snapshot;
            }
            // It was replaced and closed between the two lines above; the next round finds its successor.
        }
    }

    private IndexSnapshot acquire(String generation) {
        IndexSnapshot live = live();
        if (live.info().generation().equals(generation) && live.acquire()) {
            return live;
        }
        return kept.acquire(generation)
                .orElseThrow(() ->
                        new CursorGoneException("The articles have changed since this list was begun, and the state"
                                + " it was begun in, " + generation
                                + ", is no longer kept; begin again at the first page, without"
                                + " a cursor."));
    }

    private IndexSnapshot live() {
        refreshIfDue();
        IndexSnapshot snapshot = current;
        if (closed || snapshot == null) {
            throw new IndexUnavailableException("there is no index in " + folder.root()
                    + "; build one with: archsearch index DUMP... --index " + folder.root());
        }
        return snapshot;
    }

    /** Number of snapshots that are open for cursors alone. */
    int keptSnapshots() {
        return kept.size();
    }

    private void refreshIfDue() {
        boolean first = current == null;
        if (!first && nanos.getAsLong() - lookedAt.get() < LOOK_EVERY.toNanos()) {
            return;
        }
        // Only the first search of all has to wait for an index; later ones go on with the one there is.
        if (first) {
            refreshing.lock();
        } else if (!refreshing.tryLock()) {
            return;
        }
        try {
            if (!closed && (current == null || !first)) {
                refresh();
                kept.expire();
                lookedAt.set(nanos.getAsLong());
            }
        } finally {
            refreshing.unlock();
        }
    }

    private void refresh() {
        IndexSnapshot old = current;
        try {
            Optional<String> name = folder.live();
            if (name.isEmpty()) {
                return;
            }
            IndexSnapshot next = old != null && old.folderName().equals(name.get())
                    ? old.reopened(folder)
                    : IndexSnapshot.open(folder, name.get());
            if (next != old) {
                if (old != null) {
                    warm(next, old);
                    // Before it is replaced: a cursor finds it in one place or in the other at any time.
                    kept.keep(old);
                }
                current = next;
                if (old != null) {
                    old.forgetSuggestions();
                    LOG.info(
                            "the live index is now {} with {} articles",
                            next.info().generation(),
                            next.info().docs());
                }
            }
        } catch (IOException e) {
            if (old == null) {
                throw unavailable(e);
            }
            LOG.warn(
                    "keeping generation {}: the next one cannot be opened",
                    old.info().generation(),
                    e);
        }
    }

    /** Where suggestions are asked for at all, the first key typed after a switch should not wait for their making. */
    private static void warm(IndexSnapshot next, IndexSnapshot old) {
        if (old.completions().isUsed()) {
            Thread.ofPlatform().daemon().name("archsearch-completions").start(next.completions()::warm);
        }
    }

    private IndexUnavailableException unavailable(IOException e) {
        return switch (e) {
            case UnreadableIndexException u -> new IndexUnavailableException(String.valueOf(u.getMessage()), u);
            case IndexNotFoundException n -> damaged(n);
            case CorruptIndexException c -> damaged(c);
            default ->
                new IndexUnavailableException("the index " + folder.root() + " cannot be opened: " + e.getMessage(), e);
        };
    }

    private IndexUnavailableException damaged(IOException e) {
        return new IndexUnavailableException(
                "the index " + folder.root() + " is damaged (" + e.getMessage()
                        + "); build it again with: archsearch index DUMP... --index " + folder.root(),
                e);
    }

    @Override
    public void close() throws IOException {
        refreshing.lock();
        try {
            closed = true;
            IndexSnapshot last = current;
            current = null;
            kept.close();
            if (last != null) {
                last.release();
            }
        } finally {
            refreshing.unlock();
        }
    }
}
