package archsearch.indexer.lucene;

import archsearch.indexer.ArticleWriter;
import archsearch.indexer.CommitTerms;
import archsearch.indexer.Generation;
import archsearch.indexer.GenerationRefusedException;
import archsearch.indexer.article.Article;
import archsearch.indexer.tags.TagVocabulary;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BooleanSupplier;
import org.apache.lucene.index.CorruptIndexException;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.SegmentInfos;
import org.apache.lucene.store.AlreadyClosedException;
import org.apache.lucene.store.Directory;
import org.jspecify.annotations.Nullable;

/**
 * Writes one generation. A new generation becomes live when the pointer is switched to it, after its files are on disk; an
 * update of the live one becomes visible by Lucene's own commit, which is as atomic.
 */
final class LuceneArticleWriter implements ArticleWriter {
    /** Memory for articles not yet written out; more saves merging but not much beyond this. */
    private static final double BUFFER_MEGABYTES = 64;

    /** After more changes than these, looking at every article is cheaper than around each of them. */
    private static final int MOST_CHANGED = 10_000;

    private final IndexFolder folder;
    private final String name;
    private final boolean isNew;
    private final IndexLock lock;
    private final Clock clock;
    private final Directory directory;
    private final IndexWriter writer;
    private final long commitNumber;
    private final Set<String> filesBefore;
    private final long lastGood;
    private final Probes probes = new Probes();
    /** The articles that an update put or deleted; not kept for a new generation, where that is all of them. */
    private final Set<String> changed = ConcurrentHashMap.newKeySet();

    private @Nullable String vocabularyFile;
    private boolean committed;

    private LuceneArticleWriter(
            IndexFolder folder,
            String name,
            IndexWriterConfig.OpenMode mode,
            long lastGood,
            IndexLock lock,
            Clock clock)
            throws IOException {
        this.folder = folder;
        this.name = name;
        this.isNew = mode == IndexWriterConfig.OpenMode.CREATE;
        this.lastGood = lastGood;
        this.lock = lock;
        this.clock = clock;
        this.directory = isNew ? folder.create(name) : folder.open(name);
        IndexWriterConfig config = new IndexWriterConfig(IndexSchema.analyzer())
                .setOpenMode(mode)
                .setCommitOnClose(false)
                .setIndexSort(IndexSchema.order())
                .setRAMBufferSizeMB(BUFFER_MEGABYTES);
        try {
            SegmentInfos last = isNew ? null : SegmentInfos.readLatestCommit(directory);
            this.filesBefore = last == null ? Set.of() : Set.copyOf(last.files(true));
            this.commitNumber = last == null ? 1 : last.getGeneration() + 1;
            this.vocabularyFile = last == null ? null : CommitData.of(last).vocabularyFile();
            this.writer = new IndexWriter(directory, config);
        } catch (IOException | RuntimeException e) {
            directory.close();
            throw e;
        }
    }

    /**
     * Starts a new generation.
     *
     * @param lastGood number of articles of the last good generation; 0 for none
     */
    static LuceneArticleWriter ofNew(IndexFolder folder, String name, long lastGood, IndexLock lock, Clock clock)
            throws IOException {
        return new LuceneArticleWriter(folder, name, IndexWriterConfig.OpenMode.CREATE, lastGood, lock, clock);
    }

    /** Starts an update of a generation. */
    static LuceneArticleWriter ofExisting(IndexFolder folder, String name, IndexLock lock, Clock clock)
            throws IOException {
        return new LuceneArticleWriter(folder, name, IndexWriterConfig.OpenMode.APPEND, 0, lock, clock);
    }

    @Override
    public void put(Article article) throws IOException {
        noteChange(article.id());
        probes.put(article);
        try {
            writer.updateDocument(
                    IndexSchema.idTerm(article.id()), IndexSchema.facetsConfig().build(IndexSchema.document(article)));
        } catch (IOException | AlreadyClosedException e) {
            throw failed(e);
        }
    }

    @Override
    public void delete(String id) throws IOException {
        noteChange(id);
        probes.delete(id);
        try {
            writer.deleteDocuments(IndexSchema.idTerm(id));
        } catch (IOException | AlreadyClosedException e) {
            throw failed(e);
        }
    }

    /** Says where and what to do. A disk that fails once ends Lucene's writer, which then only says that it is closed. */
    private IOException failed(Exception e) {
        Throwable cause = e instanceof AlreadyClosedException && e.getCause() != null ? e.getCause() : e;
        return cause instanceof CorruptIndexException
                ? UnreadableIndexException.damaged(folder, String.valueOf(cause.getMessage()), e)
                : new IOException(
                        folder.generation(name) + " cannot be written (" + cause.getMessage()
                                + "); the live index is as it was. Make room or mend the disk, then run the command again",
                        e);
    }

    private void noteChange(String id) {
        if (!isNew && changed.size() <= MOST_CHANGED) {
            changed.add(id);
        }
    }

    @Override
    public void keepTagVocabulary(TagVocabulary vocabulary) throws IOException {
        try {
            vocabularyFile = VocabularyFile.write(directory, vocabulary, commitNumber);
        } catch (IOException e) {
            throw failed(e);
        }
    }

    /** An interrupt ends it between two steps; once the new state is about to become live it comes too late. */
    @Override
    public Generation commit(CommitTerms terms) throws IOException {
        return Uninterrupted.run(told -> commit(terms, told));
    }

    private Generation commit(CommitTerms terms, BooleanSupplier told) throws IOException {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        // Lucene asks for the entries once all articles are in their segments, so that their number is the commit's
        // own.
        writer.setLiveCommitData(() -> CommitData.at(now, vocabularyFile, writer.getDocStats().numDocs)
                .userData()
                .entrySet()
                .iterator());
        try {
            endIf(told);
            markReposts();
            endIf(told);
            if (isNew) {
                writer.commit();
                endIf(told);
                new SwitchCheck(folder).generation(name, terms, lastGood, probes);
            } else {
                prepareUpdate(terms);
            }
            endIf(told);
        } catch (GenerationRefusedException | InterruptedIOException e) {
            throw e;
        } catch (IOException | AlreadyClosedException e) {
            throw failed(e);
        }
        return makeLive();
    }

    private static void endIf(BooleanSupplier told) throws InterruptedIOException {
        if (told.getAsBoolean()) {
            throw new InterruptedIOException("the commit was interrupted; the live index is as it was");
        }
    }

    private Generation makeLive() throws IOException {
        if (isNew) {
            Generation generation = readBack();
            folder.makeLive(name);
            committed = true;
            return generation;
        }
        try {
            writer.commit();
        } catch (IOException | AlreadyClosedException e) {
            throw failed(e);
        }
        committed = true;
        VocabularyFile.deleteOthers(directory, vocabularyFile);
        return readBack();
    }

    private Generation readBack() throws IOException {
        try {
            return LuceneArticleIndex.generation(folder, name, SegmentInfos.readLatestCommit(directory));
        } catch (IOException e) {
            throw new IOException(
                    folder.generation(name) + (committed ? " is committed, but" : "") + " cannot be read back ("
                            + e.getMessage() + "); see what is wrong with: archsearch check --index " + folder.root(),
                    e);
        }
    }

    /** What is prepared is on the disk, and becomes the commit by one rename or is undone. */
    private void prepareUpdate(CommitTerms terms) throws IOException {
        writer.prepareCommit();
        try (DirectoryReader pending = DirectoryReader.open(writer)) {
            new SwitchCheck(folder).update(name, pending, filesBefore, terms, probes);
        }
    }

    private void markReposts() throws IOException {
        RepostMarks marks = new RepostMarks(writer);
        if (isNew || changed.size() > MOST_CHANGED) {
            marks.markAll();
        } else if (!changed.isEmpty()) {
            try (DirectoryReader before = DirectoryReader.open(directory)) {
                marks.markAround(changed, before);
            }
        }
    }

    @Override
    public void close() throws IOException {
        Uninterrupted.run(told -> {
            closeAll();
            return this;
        });
    }

    private void closeAll() throws IOException {
        try (lock;
                directory) {
            writer.rollback();
        } catch (IOException e) {
            // What is committed stays so, whatever the disk says to tidying up.
            if (!committed) {
                throw e;
            }
        } finally {
            if (isNew && !folder.mayBeLive(name)) {
                IndexFolder.delete(folder.generation(name));
            }
        }
    }
}
