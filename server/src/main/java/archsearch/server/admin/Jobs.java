package archsearch.server.admin;

import archsearch.indexer.ArticleIndex;
import archsearch.indexer.BatchIndexer;
import archsearch.indexer.IndexJob;
import archsearch.server.api.Problem.Kind;
import java.io.InputStream;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.locks.ReentrantLock;

/** The jobs of this process: one at a time, and the last ones are remembered. Thread-safe. */
final class Jobs implements AutoCloseable {
    static final int MOST_KEPT = 50;
    /** Time for a running job to end when the server does. */
    private static final Duration PATIENCE = Duration.ofSeconds(2);

    private final BatchIndexer indexer;
    private final ReentrantLock lock = new ReentrantLock();
    /** The newest first. */
    private final Deque<Job> jobs = new ArrayDeque<>();

    private boolean closed;

    Jobs(ArticleIndex index) {
        // Standard input belongs to whoever started the server.
        this.indexer = new BatchIndexer(index, InputStream.nullInputStream());
    }

    /** Where a job is found. */
    static String path(Job job) {
        return "/api/v1/admin/jobs/" + job.id();
    }

    /**
     * Starts a job.
     *
     * @param dumps the names of the dumps as the caller gave them
     * @throws RefusedCallException if one runs
     */
    Job start(IndexJob what, List<String> dumps) {
        lock.lock();
        try {
            if (closed) {
                throw new RefusedCallException(Kind.INDEX_UNAVAILABLE, "The server is about to end.");
            }
            Job last = jobs.peekFirst();
            if (last != null && !last.hasEnded()) {
                throw new RefusedCallException(
                                Kind.JOB_RUNNING, "The job at " + path(last) + " runs; wait for its end or cancel it.")
                        .with("Location", path(last));
            }
            String id = UUID.randomUUID().toString().replace("-", "").substring(0, 16);
            Job job = new Job(id, what, dumps, indexer, Clock.systemUTC());
            jobs.addFirst(job);
            if (jobs.size() > MOST_KEPT) {
                jobs.removeLast();
            }
            job.start();
            return job;
        } finally {
            lock.unlock();
        }
    }

    Optional<Job> of(String id) {
        return newestFirst().stream().filter(job -> job.id().equals(id)).findFirst();
    }

    List<Job> newestFirst() {
        lock.lock();
        try {
            return List.copyOf(jobs);
        } finally {
            lock.unlock();
        }
    }

    /** Starts no more, cancels the one that runs and waits for its end for a few seconds. */
    @Override
    public void close() {
        lock.lock();
        try {
            closed = true;
        } finally {
            lock.unlock();
        }
        for (Job job : newestFirst()) {
            if (job.cancel()) {
                try {
                    job.awaitEnd(PATIENCE);
                } catch (InterruptedException e) {
                    // What does not end now ends with the process, with nothing changed.
                    Thread.currentThread().interrupt();
                }
            }
        }
    }
}
