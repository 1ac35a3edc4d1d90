package archsearch.indexer;

import archsearch.indexer.article.Article;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import org.jspecify.annotations.Nullable;

/**
 * Lets one thread write while another reads. Articles are written one after the other in the order they were put, so a run gives
 * the same index every time. What waits is bounded in articles and in characters.
 */
final class WriterQueue implements AutoCloseable {
    private static final int BATCH_ARTICLES = 256;
    private static final int BATCH_CHARS = 1 << 19;
    private static final int WAITING_BATCHES = 4;

    private final ArticleWriter writer;
    private final BlockingQueue<List<Article>> waiting = new ArrayBlockingQueue<>(WAITING_BATCHES);
    private final Thread thread;
    private List<Article> batch = new ArrayList<>();
    private int batchChars;
    private volatile @Nullable Throwable failure;

    WriterQueue(ArticleWriter writer) {
        this.writer = writer;
        this.thread =
                Thread.ofPlatform().daemon().name("archsearch-index-writer").start(this::write);
    }

    private void write() {
        try {
            for (List<Article> next = waiting.take(); !next.isEmpty(); next = waiting.take()) {
                // After a failure the queue is only emptied, so that the reader never waits for ever.
                for (int i = 0; i < next.size() && failure == null; i++) {
                    writeOne(next.get(i));
                }
            }
        } catch (InterruptedException e) {
            failure = e;
        }
    }

    // Whatever ends this thread must reach the reader, or the run would commit without these articles.
    private void writeOne(Article article) {
        try {
            writer.put(article);
        } catch (IOException | RuntimeException | Error e) {
            failure = e;
        }
    }

    /**
     * Queues an article; waits while the writer is behind.
     *
     * @throws IOException if writing an earlier one failed
     */
    void put(Article article) throws IOException, InterruptedException {
        batch.add(article);
        batchChars += article.title().length() + article.summary().length();
        if (batch.size() >= BATCH_ARTICLES || batchChars >= BATCH_CHARS) {
            send();
        }
    }

    private void send() throws IOException, InterruptedException {
        check();
        if (!batch.isEmpty()) {
            waiting.put(batch);
            batch = new ArrayList<>();
            batchChars = 0;
        }
    }

    private void check() throws IOException {
        Throwable thrown = failure;
        if (thrown instanceof Error error) {
            throw error;
        }
        if (thrown instanceof IOException failed) {
            throw new IOException(failed.getMessage(), failed);
        }
        if (thrown != null) {
            throw new IOException("writing the index failed: " + thrown.getMessage(), thrown);
        }
    }

    /**
     * Waits until everything is written.
     *
     * @throws IOException if writing failed
     */
    void end() throws IOException, InterruptedException {
        send();
        waiting.put(List.of());
        thread.join();
        check();
    }

    /** Stops the thread; articles that still wait are dropped. */
    @Override
    public void close() {
        // Where end() was interrupted it is still at work; where everything is written it is gone.
        thread.interrupt();
        boolean interrupted = false;
        while (thread.isAlive()) {
            try {
                thread.join();
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
