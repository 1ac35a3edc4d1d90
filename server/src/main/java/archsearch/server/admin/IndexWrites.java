package archsearch.server.admin;

import archsearch.indexer.ArticleIndex;
import archsearch.indexer.ArticleReader;
import archsearch.indexer.ArticleWriter;
import archsearch.indexer.Generation;
import archsearch.indexer.GenerationRefusedException;
import archsearch.indexer.IndexLockedException;
import archsearch.indexer.article.Article;
import archsearch.server.api.Problem.Kind;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Short changes of the index, one after the other, each all or nothing. Where another writer holds the index it is waited for, for a
 * moment. Thread-safe.
 */
final class IndexWrites {
    /** How long another writer is waited for. */
    static final Duration PATIENCE = Duration.ofSeconds(2);

    static final long PAUSE_MILLIS = 25;
    private static final Logger LOG = LoggerFactory.getLogger(IndexWrites.class);
    /** How long those before are waited for; a change takes a fraction of a second. */
    private static final Duration QUEUE = Duration.ofSeconds(10);

    private final ArticleIndex index;
    private final ReentrantLock turn = new ReentrantLock(true);

    IndexWrites(ArticleIndex index) {
        this.index = index;
    }

    /**
     * A change that was made.
     *
     * @param generation the one that is live now
     * @param replaced whether there was an article of that id before
     */
    record Written(Generation generation, boolean replaced) {}

    /**
     * A generation that was gone to.
     *
     * @param replaced the one that was live before, or null where it cannot be told
     */
    record Switched(Generation generation, @Nullable String replaced) {}

    /** Adds the article, or replaces the one that has its id. */
    Written put(Article article) {
        return change(() -> {
            try (ArticleWriter writer = index.openUpdate()) {
                boolean replaced = contains(article.id());
                writer.put(article);
                return new Written(writer.commit(), replaced);
            }
        });
    }

    /** Deletes an article; empty where there is none of that id, and nothing is changed then. */
    Optional<Written> delete(String id) {
        return change(() -> {
            if (index.live().isEmpty()) {
                return Optional.empty();
            }
            try (ArticleWriter writer = index.openUpdate()) {
                if (!contains(id)) {
                    return Optional.empty();
                }
                writer.delete(id);
                return Optional.of(new Written(writer.commit(), true));
            }
        });
    }

    /**
     * Goes to another generation.
     *
     * @param to see {@link ArticleIndex#rollback}
     */
    Switched rollback(@Nullable String to) {
        return change(() -> {
            String before = live();
            try {
                return new Switched(index.rollback(to), before);
            } catch (GenerationRefusedException e) {
                throw new RefusedCallException(Kind.GENERATION_REFUSED, String.valueOf(e.getMessage()));
            }
        });
    }

    private @Nullable String live() {
        try {
            return index.live().map(Generation::name).orElse(null);
        } catch (IOException e) {
            // What is damaged is what a rollback is to mend.
            return null;
        }
    }

    private boolean contains(String id) throws IOException {
        try (ArticleReader reader = index.openReader().orElse(null)) {
            return reader != null && reader.contains(id);
        }
    }

    private interface Change<T> {
        T make() throws IOException;
    }

    private <T> T change(Change<T> change) {
        try {
            if (!turn.tryLock(QUEUE.toNanos(), TimeUnit.NANOSECONDS)) {
                throw locked("Others are writing to the index; try again in a moment.");
            }
            try {
                return patiently(change);
            } finally {
                turn.unlock();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw locked("The server is about to end.");
        } catch (IndexLockedException e) {
            throw locked(String.valueOf(e.getMessage()));
        } catch (IOException e) {
            LOG.error("the index cannot be written: {}", e.getMessage(), e);
            throw new RefusedCallException(Kind.INDEX_UNWRITABLE, String.valueOf(e.getMessage()));
        }
    }

    private static <T> T patiently(Change<T> change) throws IOException, InterruptedException {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (true) {
            try {
                return change.make();
            } catch (IndexLockedException e) {
                if (System.nanoTime() > end) {
                    throw e;
                }
                TimeUnit.MILLISECONDS.sleep(PAUSE_MILLIS);
            }
        }
    }

    private static RefusedCallException locked(String message) {
        return new RefusedCallException(Kind.INDEX_LOCKED, message).with("Retry-After", "5");
    }
}
