package archsearch.indexer.lucene;

import java.io.IOException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BooleanSupplier;

/**
 * Runs work on a thread that nobody interrupts. An interrupt closes the file that its thread has in hand, wherever that is just then,
 * and Lucene takes what follows for a fault of the disk; so the work itself looks, where it can end, whether it is told to.
 */
final class Uninterrupted {
    private Uninterrupted() {}

    /** What is to be done. */
    interface Work<T> {
        /**
         * Does it.
         *
         * @param told whether the thread that waits was interrupted meanwhile
         */
        T run(BooleanSupplier told) throws IOException;
    }

    /** Runs the work and waits for its end. An interrupt meanwhile is kept for the caller, however the work ends. */
    static <T> T run(Work<T> work) throws IOException {
        AtomicBoolean told = new AtomicBoolean();
        FutureTask<T> task = new FutureTask<>(() -> work.run(told::get));
        Thread.ofPlatform().name("archsearch-index-commit").start(task);
        try {
            while (true) {
                try {
                    return task.get();
                } catch (InterruptedException e) {
                    told.set(true);
                }
            }
        } catch (ExecutionException e) {
            throw failure(e);
        } finally {
            if (told.get()) {
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
