package archsearch.indexer;

import archsearch.indexer.dump.DumpReader;
import archsearch.indexer.dump.DumpSummary;
import archsearch.indexer.tags.TagDictionary;
import archsearch.indexer.tags.TagVocabulary;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.io.UncheckedIOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/**
 * Runs an {@link IndexJob}: dumps in, a new live index out, or nothing changed. One run at a time per index, which the index sees
 * to; the object itself may be shared between threads.
 */
public final class BatchIndexer {
    private final ArticleIndex index;
    private final InputStream standardInput;

    /** An indexer into this index that reads the process's standard input for {@code -}. */
    public BatchIndexer(ArticleIndex index) {
        this(index, System.in);
    }

    /** An indexer that reads the given stream for {@code -}; the stream is not closed. */
    public BatchIndexer(ArticleIndex index, InputStream standardInput) {
        this.index = index;
        this.standardInput = standardInput;
    }

    /**
     * Runs the job. Interrupting the thread ends the run with nothing changed; once the new index is about to become live it comes too
     * late, and the run ends as any other.
     *
     * @throws NoSuchFileException if nothing is at the path of a dump or of the tag dictionary
     * @throws IndexLockedException if another writer holds the index
     * @throws IndexRunException if the run must not go live: too many rejects, no article at all, far fewer articles than
     *     before, an index that is not what was read, interrupted
     * @throws IOException if a dump cannot be opened or writing fails
     */
    public IndexReport run(IndexJob job, IndexProgress progress) throws IOException {
        AtomicBoolean live = new AtomicBoolean();
        try {
            return run(job, progress, live);
        } catch (IndexRunException e) {
            throw e;
        } catch (IOException e) {
            // An interrupt closes the file that its thread has in hand, which is no fault of the file.
            throw Thread.currentThread().isInterrupted() && !live.get() ? IndexRunException.ofCancelled(null) : e;
        }
    }

    private IndexReport run(IndexJob job, IndexProgress progress, AtomicBoolean live) throws IOException {
        long start = System.nanoTime();
        Path dictionary = job.tagDictionary();
        TagDictionary tags = dictionary == null ? TagDictionary.empty() : TagDictionary.read(dictionary);
        // Paths are looked at first: what is missing is said before the index is touched.
        try (DumpReader reader = DumpReader.open(job.dumps(), standardInput, tags)) {
            if (job.dryRun()) {
                return read(job, reader, null, progress, live, start);
            }
            // Opened before reading, so that a run which cannot write ends before its hours of reading, not after.
            try (ArticleWriter writer = job.update() ? index.openUpdate() : index.openBatch()) {
                return read(job, reader, writer, progress, live, start);
            }
        }
    }

    private IndexReport read(
            IndexJob job,
            DumpReader reader,
            @Nullable ArticleWriter writer,
            IndexProgress progress,
            AtomicBoolean live,
            long start)
            throws IOException {
        // A batch reindex learns its tags anew, so that the same dumps give the same index whatever was there before.
        TagVocabulary known = job.update() ? index.tagVocabulary() : TagVocabulary.empty();
        try (ArticleReader indexed = job.update() ? index.openReader().orElse(null) : null;
                RunRecords run = new RunRecords(job, writer, progress, start)) {
            DumpSummary summary;
            try {
                summary = reader.read(known, id -> contains(indexed, id), run, run::progress);
                run.end();
            } catch (RunRecords.EndOfRunException e) {
                throw Thread.currentThread().isInterrupted()
                        ? IndexRunException.ofCancelled(run.report(reader.summary(), null))
                        : run.ended(e, reader.summary());
            } catch (UncheckedIOException e) {
                throw e.getCause();
            }
            if (writer == null) {
                return run.report(summary, null);
            }
            if (summary.accepted() == 0) {
                if (!job.update()) {
                    throw new IndexRunException(
                            "no article in the dumps; the live index is left as it is, since a run without --update"
                                    + " would empty it. Check the paths and the rejects",
                            run.report(summary, null));
                }
                return run.report(summary, index.live().map(Generation::name).orElse(null));
            }
            run.committing();
            if (Thread.currentThread().isInterrupted()) {
                throw IndexRunException.ofCancelled(run.report(summary, null));
            }
            writer.keepTagVocabulary(summary.vocabulary());
            try {
                String generation = writer.commit(run.terms()).name();
                live.set(true);
                return run.report(summary, generation);
            } catch (InterruptedIOException e) {
                throw IndexRunException.ofCancelled(run.report(summary, null));
            } catch (GenerationRefusedException e) {
                throw new IndexRunException(String.valueOf(e.getMessage()), run.report(summary, null), e);
            }
        }
    }

    private static boolean contains(@Nullable ArticleReader indexed, String id) {
        try {
            return indexed != null && indexed.contains(id);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
