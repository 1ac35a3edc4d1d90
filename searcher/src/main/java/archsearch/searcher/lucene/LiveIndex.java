package archsearch.searcher.lucene;

import archsearch.indexer.lucene.IndexFolder;
import archsearch.indexer.lucene.UnreadableIndexException;
import archsearch.searcher.CursorGoneException;
import archsearch.searcher.IndexUnavailableException;
import archsearch.searcher.SearchException;
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
 * good generation is opened. It is read through again where a search fails on it, and now and then.
 */
final class LiveIndex implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(LiveIndex.class);
    /** A switch has to be seen within a second; looking costs two small reads. */
    private static final Duration LOOK_EVERY = Duration.ofMillis(250);

    /** Reading a damaged generation through again and again would take time from searches. */
    private static final Duration TRY_AGAIN_AFTER = Duration.ofSeconds(10);
    /** A changed byte makes searches wrong more often than it makes them fail. */
    private static final Duration LOOK_THROUGH_EVERY = Duration.ofMinutes(10);
    /** Two writers would have to come to their end within each try for all of them to be in vain. */
    private static final int MOST_TRIES = 3;

    private final IndexFolder folder;
    private final LongSupplier nanos;
    private final KeptSnapshots kept;
    private final ReentrantLock refreshing = new ReentrantLock();
    private final Background background = new Background();
    private final AtomicLong lookedAt = new AtomicLong();
    private volatile @Nullable IndexSnapshot current;
    private volatile boolean closed;
    /** Guarded by {@link #refreshing}. */
    private @Nullable Failed failed;
    /** Guarded by {@link #refreshing}. */
    private @Nullable Looked looked;
    /** Guarded by {@link #refreshing}. */
    private long lookedThroughAt;

    /** A state of the folder that could not be opened, and when that was tried. */
    private record Failed(String state, long at, IOException why) {
        boolean isOf(String now, long nanos) {
            return state.equals(now) && nanos - at < TRY_AGAIN_AFTER.toNanos();
        }
    }

    /** When the files of a state were looked through since a search had failed, and what was found; null for nothing. */
    private record Looked(String state, long at, @Nullable IOException damage) {
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
     * Does work on the live generation, which stays open until the work is done. Where the work fails on it since its files are not
     * what they were any more, it is done again on the last good one.
     *
     * @throws IndexUnavailableException if there is none that can be read
     */
    <T> T with(Work<T> work) {
        while (true) {
            IndexSnapshot snapshot = acquire();
            try {
                return with(snapshot, work);
            } catch (IndexUnavailableException e) {
                // Each time it is another one, and an earlier one, so this ends.
                if (!isGivenUp(snapshot)) {
                    throw e;
                }
            }
        }
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
            } catch (SearchException e) {
                throw e;
            } catch (IOException | RuntimeException | Error e) {
                throw failure(snapshot, e);
            } finally {
                snapshot.release();
            }
        } catch (IOException e) {
            throw unreadable(e);
        }
    }

    /**
     * What work ends with that failed unexpectedly. Lucene verifies next to nothing of what it reads while it searches: where a file
     * was changed meanwhile, anything may be thrown, and where one was cut short Java answers a read beyond its end by an {@link
     * InternalError}. So whether it is damage or a fault of this program the files have to tell.
     */
    private RuntimeException failure(IndexSnapshot snapshot, Throwable why) {
        IOException damage = damage(snapshot);
        if (damage != null) {
            return unavailable(damage);
        }
        return switch (why) {
            case CorruptIndexException e -> damaged(e);
            case IOException e -> unreadable(e);
            case RuntimeException e -> e;
            case InternalError e -> unreadable(e);
            case Error e -> throw e;
            default -> new IllegalStateException(why);
        };
    }

    /** What is wrong with the files of a snapshot, which is given up for the last good one then; null where they are as written. */
    private @Nullable IOException damage(IndexSnapshot snapshot) {
        refreshing.lock();
        try {
            String state = state();
            if (closed || !state.equals(snapshot.info().generation())) {
                // Whatever replaced it may delete its files.
                return null;
            }
            Looked last = looked;
            if (last == null || !last.isOf(state, nanos.getAsLong())) {
                last = look(snapshot, state);
                looked = last;
            }
            return last.damage();
        } finally {
            refreshing.unlock();
        }
    }

    private Looked look(IndexSnapshot snapshot, String state) {
        try {
            snapshot.verify(folder);
            return new Looked(state, nanos.getAsLong(), null);
        } catch (IOException e) {
            boolean isStillLive = state.equals(state());
            if (isStillLive) {
                giveUp(snapshot, e);
            }
            return new Looked(state, nanos.getAsLong(), isStillLive ? e : null);
        }
    }

    /** Goes over to the last good generation; where there is none, what can still be read of this one is all there is. */
    private void giveUp(IndexSnapshot snapshot, IOException why) {
        IndexSnapshot good = isGivenUp(snapshot) ? null : substitute();
        LOG.error(
                "answering from generation {}, since {}",
                (good == null ? snapshot : good).info().generation(),
                unavailable(why).getMessage());
        if (good != null) {
            failed = new Failed(snapshot.info().generation(), nanos.getAsLong(), why);
            current = good;
            try {
                snapshot.release();
            } catch (IOException e) {
                LOG.warn("generation {} could not be closed", snapshot.info().generation(), e);
            }
        }
    }

    @SuppressWarnings("ReferenceEquality") // There may be two of one generation, one of which is damaged.
    private boolean isGivenUp(IndexSnapshot snapshot) {
        return current != snapshot;
    }

    private IndexUnavailableException unreadable(Throwable e) {
        return new IndexUnavailableException("the index " + folder.root() + " cannot be read: " + e.getMessage(), e);
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

    /** Waits for what is made beside the searches. */
    void awaitBackground() {
        background.await();
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
                lookThroughIfDue();
                lookedAt.set(nanos.getAsLong());
            }
        } finally {
            refreshing.unlock();
        }
    }

    private void lookThroughIfDue() {
        IndexSnapshot snapshot = current;
        long now = nanos.getAsLong();
        if (snapshot != null && now - lookedThroughAt >= LOOK_THROUGH_EVERY.toNanos() && snapshot.acquire()) {
            lookedThroughAt = now;
            background.start("archsearch-look-through", () -> lookThrough(snapshot));
        }
    }

    /** Reads what is served through, without holding up a switch; lets go of it. */
    private void lookThrough(IndexSnapshot snapshot) {
        try {
            try {
                snapshot.verify(folder);
            } catch (UnreadableIndexException e) {
                LOG.debug("looks again, holding off switches", e);
                damage(snapshot);
            } finally {
                snapshot.release();
            }
        } catch (IOException e) {
            LOG.warn("generation {} could not be closed", snapshot.info().generation(), e);
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
        lookedThroughAt = nanos.getAsLong();
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

    /** What is asked for at all is made again at once, so that nobody has to wait for it after a switch. */
    private void warm(IndexSnapshot next, IndexSnapshot old) {
        boolean suggestions = old.completions().isUsed();
        boolean pinyin = old.hasPinyinWords();
        if (suggestions || pinyin) {
            background.start("archsearch-warm-up", () -> {
                if (next.acquire()) {
                    try {
                        warm(next, suggestions, pinyin);
                    } catch (IOException e) {
                        LOG.debug("the index could not be read ahead", e);
                    }
                }
            });
        }
    }

    private static void warm(IndexSnapshot next, boolean suggestions, boolean pinyin) throws IOException {
        try {
            if (suggestions) {
                next.completions().warm();
            }
            if (pinyin) {
                next.pinyinWords();
            }
        } finally {
            next.release();
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
        background.await();
    }
}
