package archsearch.server.admin;

import archsearch.indexer.BatchIndexer;
import archsearch.indexer.IndexJob;
import archsearch.indexer.IndexLockedException;
import archsearch.indexer.IndexProgress;
import archsearch.indexer.IndexReport;
import archsearch.indexer.IndexRunException;
import archsearch.server.api.ReportJson;
import archsearch.server.log.LogEvent;
import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.logging.Level;
import org.jspecify.annotations.Nullable;

/**
 * One run of the indexer on a thread of its own: how far it is, and how it ended. Thread-safe.
 */
final class Job {
    /** What a job is at. */
    enum State {
        RUNNING,
        /** It was told to end and has not done so yet. */
        CANCELLING,
        /** The new index is live; records may have been rejected, which the report tells. */
        DONE,
        FAILED,
        /** It ended early, as it was told, with nothing changed. */
        CANCELLED;

        String word() {
            return name().toLowerCase(Locale.ROOT);
        }

        boolean hasEnded() {
            return this == DONE || this == FAILED || this == CANCELLED;
        }
    }

    /**
     * Why a job failed.
     *
     * @param reason a stable word: {@code locked}, {@code refused}, {@code missing-file}, {@code io} or {@code internal}
     * @param detail one or two sentences that say what to do
     */
    record Failure(String reason, String detail) {}

    private final String id;
    private final IndexJob what;
    private final List<String> dumps;
    private final BatchIndexer indexer;
    private final Clock clock;
    private final Instant startedAt;
    private final Thread thread;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private State state = State.RUNNING;
    private IndexProgress.@Nullable State progress;
    private @Nullable IndexReport report;
    private @Nullable Failure failure;
    private @Nullable Instant endedAt;
    private long version;

    /**
     * A job that runs once it is started.
     *
     * @param dumps the names of the dumps as the caller gave them
     */
    Job(String id, IndexJob what, List<String> dumps, BatchIndexer indexer, Clock clock) {
        this.id = id;
        this.what = what;
        this.dumps = List.copyOf(dumps);
        this.indexer = indexer;
        this.clock = clock;
        this.startedAt = clock.instant();
        this.thread = Thread.ofPlatform().daemon().name("archsearch-job").unstarted(this::run);
    }

    String id() {
        return id;
    }

    void start() {
        thread.start();
    }

    boolean hasEnded() {
        lock.lock();
        try {
            return state.hasEnded();
        } finally {
            lock.unlock();
        }
    }

    /** Tells the job to end with nothing changed. Returns whether it was still at work; it may yet come too late. */
    boolean cancel() {
        lock.lock();
        try {
            if (state.hasEnded()) {
                return false;
            }
            if (state == State.RUNNING) {
                state = State.CANCELLING;
                tell();
                thread.interrupt();
            }
            return true;
        } finally {
            lock.unlock();
        }
    }

    /** How the job is now. */
    JobJson view(boolean withReport) {
        lock.lock();
        try {
            return new JobJson(
                    id,
                    state.word(),
                    dumps,
                    what.update(),
                    progress == null ? null : progress.phase().name().toLowerCase(Locale.ROOT),
                    report != null ? report.read() : progress == null ? 0 : progress.records(),
                    progress == null ? 0 : progress.bytes(),
                    progress == null || progress.totalBytes() < 0 ? null : progress.totalBytes(),
                    progress == null ? 0 : Math.round(progress.rate()),
                    progress == null || state.hasEnded()
                            ? null
                            : progress.remaining().map(Duration::toSeconds).orElse(null),
                    startedAt.toString(),
                    endedAt == null ? null : endedAt.toString(),
                    withReport && report != null ? ReportJson.of(report) : null,
                    failure);
        } finally {
            lock.unlock();
        }
    }

    /** Grows with every change of what {@link #view} says. */
    long version() {
        lock.lock();
        try {
            return version;
        } finally {
            lock.unlock();
        }
    }

    /**
     * Waits until the job says something new.
     *
     * @param seen the version that is known already
     * @return whether there is something new; false where the time ran out
     */
    boolean awaitNews(long seen, Duration atMost) throws InterruptedException {
        return await(atMost, () -> version > seen);
    }

    /** Waits until the job has ended; false where the time ran out. */
    boolean awaitEnd(Duration atMost) throws InterruptedException {
        return await(atMost, () -> state.hasEnded());
    }

    private interface Fact {
        boolean holds();
    }

    private boolean await(Duration atMost, Fact fact) throws InterruptedException {
        long left = atMost.toNanos();
        lock.lockInterruptibly();
        try {
            while (!fact.holds()) {
                if (left <= 0) {
                    return false;
                }
                left = changed.awaitNanos(left);
            }
            return true;
        } finally {
            lock.unlock();
        }
    }

    private void run() {
        try {
            end(State.DONE, patiently(), null);
        } catch (IndexRunException e) {
            if (e.cancelled()) {
                end(State.CANCELLED, e.report(), null);
            } else {
                end(State.FAILED, e.report(), new Failure("refused", String.valueOf(e.getMessage())));
            }
        } catch (IndexLockedException e) {
            end(State.FAILED, null, new Failure("locked", String.valueOf(e.getMessage())));
        } catch (InterruptedException e) {
            end(State.CANCELLED, null, null);
        } catch (NoSuchFileException e) {
            end(State.FAILED, null, new Failure("missing-file", "A dump is gone that was there when the job began."));
        } catch (IOException e) {
            end(State.FAILED, null, new Failure("io", String.valueOf(e.getMessage())));
        } catch (RuntimeException | Error e) {
            end(State.FAILED, null, new Failure("internal", "This is a fault in archsearch; the log has the cause."));
            throw e;
        }
    }

    /** A single article that is being written holds the index for a moment only. */
    private IndexReport patiently() throws IOException, InterruptedException {
        long end = System.nanoTime() + IndexWrites.PATIENCE.toNanos();
        while (true) {
            try {
                return indexer.run(what, this::progress);
            } catch (IndexLockedException e) {
                if (System.nanoTime() > end) {
                    throw e;
                }
                TimeUnit.MILLISECONDS.sleep(IndexWrites.PAUSE_MILLIS);
            }
        }
    }

    private void progress(IndexProgress.State now) {
        lock.lock();
        try {
            progress = now;
            tell();
        } finally {
            lock.unlock();
        }
    }

    private void end(State how, @Nullable IndexReport found, @Nullable Failure why) {
        LogEvent event = LogEvent.of(AuditLog.LOG, how == State.FAILED ? Level.WARNING : Level.INFO, "job ended")
                .with("job", id)
                .with("state", how.word())
                .with("reason", why == null ? null : why.reason())
                .with("generation", found == null ? null : found.generation());
        lock.lock();
        try {
            state = how;
            report = found;
            failure = why;
            endedAt = clock.instant();
            tell();
        } finally {
            lock.unlock();
        }
        event.log();
    }

    private void tell() {
        version++;
        changed.signalAll();
    }
}
