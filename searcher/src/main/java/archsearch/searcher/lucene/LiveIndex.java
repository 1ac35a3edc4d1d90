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
 * the {@link KeptSnapshots}. A generation is read through before it is served; where it is damaged, what is open stays, or the last
 * good generation is opened.
 */
final class LiveIndex implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(LiveIndex.class);
    /** A switch has to be seen within a second; looking costs two small reads. */
    private static final Duration LOOK_EVERY = Duration.ofMillis(250);

    /** Reading a damaged generation through again and again would take time from searches. */
    private static final Duration TRY_AGAIN_AFTER = Duration.ofSeconds(10);
    /** Two writers would have to come to their end within each try for all of them to be in vain. */
    private static final int MOST_TRIES = 3;

    private final IndexFolder folder;
    private final LongSupplier nanos;
    private final KeptSnapshots kept;
    private final ReentrantLock refreshing = new ReentrantLock();
    private final AtomicLong lookedAt = new AtomicLong();
    private volatile @Nullable IndexSnapshot current;
    private volatile boolean closed;
    /** Guarded by {@link #refreshing}. */
    private @Nullable Failed failed;

    /** A state of the folder that could not be opened, and when that was tried. */
    private record Failed(String state, long at, IOException why) {
        boolean isOf(String now, long nanos) {
            return state.equals(now) && nanos - at < TRY_AGAIN_AFTER.toNanos();
        }
    }

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
        String state = failed == null ? "" : state();
        if (failed != null && failed.isOf(state, nanos.getAsLong())) {
            if (old == null) {
                throw unavailable(failed.why());
            }
            return;
        }
        try {
            IndexSnapshot next = next(old);
            failed = null;
            replace(old, next);
        } catch (IOException e) {
            fail(old, e);
        }
    }

    /** The live generation; null where there is none, and the old snapshot where nothing was committed since. */
    private @Nullable IndexSnapshot next(@Nullable IndexSnapshot old) throws IOException {
        for (int tries = 1; ; tries++) {
            String state = state();
            try {
                Optional<String> name = folder.live();
                if (name.isEmpty()) {
                    return old;
                }
                return old != null && old.folderName().equals(name.get())
                        ? old.reopened(folder)
                        : IndexSnapshot.open(folder, name.get());
            } catch (IOException e) {
                // Writers may have replaced and deleted the generation since its name was read.
                if (tries == MOST_TRIES || state.equals(state())) {
                    throw e;
                }
            }
        }
    }

    private void replace(@Nullable IndexSnapshot old, @Nullable IndexSnapshot next) {
        if (next == old || next == null) {
            return;
        }
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

    /** Goes on with what is open, or where nothing is with the last good generation. */
    private void fail(@Nullable IndexSnapshot old, IOException why) {
        String state = state();
        boolean isKnown = failed != null && failed.state().equals(state);
        failed = new Failed(state, nanos.getAsLong(), why);
        IndexSnapshot serving = old == null ? substitute() : old;
        if (serving == null) {
            throw unavailable(why);
        }
        if (!isKnown) {
            LOG.error(
                    "answering from generation {}, since {}",
                    serving.info().generation(),
                    unavailable(why).getMessage());
        }
        replace(old, serving);
    }

    /** The best generation that can be read instead of the live one, or null where there is none. */
    private @Nullable IndexSnapshot substitute() {
        try {
            for (String name : folder.substitutes()) {
                try {
                    return IndexSnapshot.open(folder, name);
                } catch (IOException e) {
                    LOG.warn("generation {} cannot stand in for the live one: {}", name, e.getMessage());
                }
            }
        } catch (IOException e) {
            LOG.warn("no generation can stand in for the live one: {}", e.getMessage());
        }
        return null;
    }

    /** Tells the commits that the pointer may lead to apart. */
    private String state() {
        try {
            return folder.live()
                    .map(name -> name + '-' + folder.commitNumber(name))
                    .orElse("");
        } catch (IOException e) {
            return String.valueOf(e.getMessage());
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
