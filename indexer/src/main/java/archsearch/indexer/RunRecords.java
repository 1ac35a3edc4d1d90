package archsearch.indexer;

import archsearch.indexer.IndexReport.Repeat;
import archsearch.indexer.dump.DumpRecord;
import archsearch.indexer.dump.DumpRecord.Accepted;
import archsearch.indexer.dump.DumpRecord.Rejected;
import archsearch.indexer.dump.DumpSummary;
import archsearch.indexer.dump.RejectFile;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Takes the records of one run: counts them, drops duplicates, hands articles to the writer and rejects to their file. */
final class RunRecords implements Consumer<DumpRecord>, AutoCloseable {
    private static final long UPDATE_NANOS = 250_000_000;

    private final IndexJob job;
    private final IndexProgress progress;
    private final long start;
    private final @Nullable WriterQueue writer;
    private final @Nullable RejectFile rejectFile;
    private final SeenArticles seen = new SeenArticles();
    private final List<Rejected> rejects = new ArrayList<>();
    private final List<Repeat> duplicateList = new ArrayList<>();
    private final List<Repeat> conflictList = new ArrayList<>();
    private long accepted;
    private long rejected;
    private long duplicates;
    private long conflicts;
    private long bytes;
    private long totalBytes = -1;
    private long lastUpdate;

    /** Carries the end of a run through the reader, which knows nothing of runs. */
    static final class EndOfRunException extends RuntimeException {
        private static final long serialVersionUID = 1L;

        private EndOfRunException(IOException cause) {
            super(cause);
        }

        private EndOfRunException(String message) {
            super(message);
        }
    }

    RunRecords(IndexJob job, @Nullable ArticleWriter articles, IndexProgress progress, long start) throws IOException {
        this.job = job;
        this.progress = progress;
        this.start = start;
        this.lastUpdate = start;
        Path file = job.rejects();
        this.rejectFile = file == null || job.dryRun() ? null : new RejectFile(file);
        this.writer = articles == null ? null : new WriterQueue(articles);
    }

    @Override
    public void accept(DumpRecord item) {
        try {
            switch (item) {
                case Accepted record -> addAccepted(record);
                case Rejected record -> addRejected(record);
            }
        } catch (IOException e) {
            throw new EndOfRunException(e);
        } catch (InterruptedException e) {
            throw interrupted();
        }
    }

    private void addAccepted(Accepted item) throws IOException, InterruptedException {
        accepted++;
        switch (seen.add(item.article(), item.location())) {
            case SAME -> {
                duplicates++;
                addRepeat(duplicateList, item);
                return;
            }
            case CHANGED -> {
                conflicts++;
                addRepeat(conflictList, item);
            }
            case NEW -> {}
        }
        if (writer != null) {
            writer.put(item.article());
        }
    }

    private void addRepeat(List<Repeat> repeats, Accepted item) {
        if (repeats.size() < IndexReport.MAX_LISTED) {
            repeats.add(new Repeat(
                    item.location(),
                    seen.earlier(),
                    item.article().id(),
                    item.article().title()));
        }
    }

    private void addRejected(Rejected item) throws IOException {
        rejected++;
        if (rejects.size() < IndexReport.MAX_LISTED) {
            rejects.add(item);
        }
        if (rejectFile != null) {
            rejectFile.write(item);
        }
        if (rejected > job.rejectLimit()) {
            throw new EndOfRunException(
                    job.strict()
                            ? "a record was rejected and the run is strict: " + describe(item)
                                    + ". Nothing was changed; correct the record or run without --strict"
                            : rejected + " records were rejected, more than --max-rejects " + job.maxRejects()
                                    + " allows; the last: " + describe(item)
                                    + ". Nothing was changed; correct the records or raise the limit");
        }
    }

    private static String describe(Rejected item) {
        return item.location() + ": " + item.reason().word() + ", " + item.detail();
    }

    private static EndOfRunException interrupted() {
        Thread.currentThread().interrupt();
        return new EndOfRunException("the run was cancelled; nothing was changed");
    }

    /** Takes the reader's progress and passes it on a few times a second. */
    void progress(long records, long bytesRead, long bytesInAll) {
        if (Thread.currentThread().isInterrupted()) {
            throw interrupted();
        }
        bytes = bytesRead;
        totalBytes = bytesInAll;
        long now = System.nanoTime();
        if (now - lastUpdate >= UPDATE_NANOS) {
            lastUpdate = now;
            update(records == 0 ? IndexProgress.Phase.LEARNING : IndexProgress.Phase.INDEXING);
        }
    }

    private void update(IndexProgress.Phase phase) {
        progress.update(new IndexProgress.State(
                phase, accepted + rejected, bytes, totalBytes, Duration.ofNanos(System.nanoTime() - start)));
    }

    void committing() {
        update(IndexProgress.Phase.COMMITTING);
    }

    /** Waits until every article is written. */
    void end() throws IOException {
        if (writer != null) {
            try {
                writer.end();
            } catch (InterruptedException e) {
                throw interrupted();
            }
        }
    }

    /**
     * The exception that ends the run.
     *
     * @param summary what the reader had found until then
     */
    IOException ended(EndOfRunException e, DumpSummary summary) {
        return e.getCause() instanceof IOException failure
                ? failure
                : new IndexRunException(String.valueOf(e.getMessage()), report(summary, null));
    }

    /** What the index must be like to go live. Only a batch knows its number of articles. */
    CommitTerms terms() {
        return job.update() ? CommitTerms.SOUND : new CommitTerms(indexed(), job.leastPercent());
    }

    private long indexed() {
        return accepted - duplicates - conflicts;
    }

    IndexReport report(DumpSummary summary, @Nullable String generation) {
        return new IndexReport(
                summary.read(),
                accepted,
                rejected,
                duplicates,
                conflicts,
                indexed(),
                generation,
                (System.nanoTime() - start) / 1_000_000,
                rejects,
                duplicateList,
                conflictList,
                summary);
    }

    @Override
    public void close() throws IOException {
        try {
            if (writer != null) {
                writer.close();
            }
        } finally {
            if (rejectFile != null) {
                rejectFile.close();
            }
        }
    }
}
