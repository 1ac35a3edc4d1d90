package archsearch.searcher.lucene;

import archsearch.indexer.lucene.IndexFolder;
import archsearch.indexer.lucene.UnreadableIndexException;
import archsearch.searcher.IndexUnavailableException;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.ReentrantLock;
import org.apache.lucene.index.CorruptIndexException;
import org.apache.lucene.index.IndexNotFoundException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps the live generation of an index folder open. Every so often the search that comes next looks whether another one
 * became live; searches that run meanwhile end on the one they began with.
 */
final class LiveIndex implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(LiveIndex.class);
    /** A switch has to be seen within a second; looking costs two small reads. */
    private static final Duration LOOK_EVERY = Duration.ofMillis(250);

    private final IndexFolder folder;
    private final ReentrantLock refreshing = new ReentrantLock();
    private final AtomicLong lookedAt = new AtomicLong();
    private volatile @Nullable IndexSnapshot current;
    private volatile boolean closed;

    LiveIndex(IndexFolder folder) {
        this.folder = folder;
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
        IndexSnapshot snapshot = acquire();
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
            refreshIfDue();
            IndexSnapshot snapshot = current;
            if (closed || snapshot == null) {
                throw new IndexUnavailableException("there is no index in " + folder.root()
                        + "; build one with: archsearch index DUMP... --index " + folder.root());
            }
            if (snapshot.acquire()) {
                return snapshot;
            }
            // It was replaced and closed between the two lines above; the next round finds its successor.
        }
    }

    private void refreshIfDue() {
        boolean first = current == null;
        long now = System.nanoTime();
        if (!first && now - lookedAt.get() < LOOK_EVERY.toNanos()) {
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
                lookedAt.set(System.nanoTime());
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
                current = next;
                if (old != null) {
                    warm(next, old);
                    old.release();
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
            if (last != null) {
                last.release();
            }
        } finally {
            refreshing.unlock();
        }
    }
}
