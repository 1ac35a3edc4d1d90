package archsearch.searcher.lucene;

import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Work beside the searches, each on a thread of its own. Who closes waits for it: Java writes its archive of classes as a process ends,
 * and one that still loads some meanwhile may crash. Thread-safe.
 */
final class Background {
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final Set<Thread> threads = ConcurrentHashMap.newKeySet();

    void start(String name, Runnable work) {
        Thread thread = Thread.ofPlatform().daemon().name(name).unstarted(() -> {
            try {
                work.run();
            } finally {
                threads.remove(Thread.currentThread());
            }
        });
        threads.add(thread);
        thread.start();
    }

    /** Waits for the end of what was started, for a few seconds at most. */
    void await() {
        long end = System.nanoTime() + PATIENCE.toNanos();
        try {
            for (Thread thread : threads) {
                thread.join(Duration.ofNanos(Math.max(1, end - System.nanoTime())));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
