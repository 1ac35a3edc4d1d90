package archsearch.indexer.lucene;

import java.io.IOException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;

/**
 * Runs what must come to its end once begun, on a thread that nobody interrupts: an interrupt closes the file that its thread has
 * in hand, which could leave a switch that took effect but tells of a failure.
 */
final class Uninterrupted {
    private Uninterrupted() {}

    /** What is to be done. */
    interface Work<T> {
        T run() throws IOException;
    }

    /** Runs the work and waits for its end. An interrupt meanwhile is kept for the caller. */
    static <T> T run(Work<T> work) throws IOException {
        FutureTask<T> task = new FutureTask<>(work::run);
        Thread.ofPlatform().name("archsearch-index-switch").start(task);
        boolean interrupted = false;
        try {
            while (true) {
                try {
                    return task.get();
                } catch (InterruptedException e) {
                    interrupted = true;
                }
            }
        } catch (ExecutionException e) {
            throw failure(e);
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private static IOException failure(ExecutionException e) {
        Throwable cause = e.getCause();
        if (cause instanceof RuntimeException failed) {
            throw failed;
        }
        if (cause instanceof Error failed) {
            throw failed;
        }
        return cause instanceof IOException failed ? failed : new IOException(cause);
    }
}
