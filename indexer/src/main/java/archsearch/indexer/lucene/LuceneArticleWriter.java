package archsearch.indexer.lucene;

import archsearch.indexer.ArticleWriter;
import archsearch.indexer.CommitTerms;
import archsearch.indexer.Generation;
import archsearch.indexer.article.Article;
import archsearch.indexer.tags.TagVocabulary;
import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.SegmentInfos;
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
        writer.updateDocument(
                IndexSchema.idTerm(article.id()), IndexSchema.facetsConfig().build(IndexSchema.document(article)));
    }

    @Override
    public void delete(String id) throws IOException {
        noteChange(id);
        probes.delete(id);
        writer.deleteDocuments(IndexSchema.idTerm(id));
    }

    private void noteChange(String id) {
        if (!isNew && changed.size() <= MOST_CHANGED) {
            changed.add(id);
        }
    }

    @Override
    public void keepTagVocabulary(TagVocabulary vocabulary) throws IOException {
        vocabularyFile = VocabularyFile.write(directory, vocabulary, commitNumber);
    }

    @Override
    public Generation commit(CommitTerms terms) throws IOException {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        // Lucene asks for the entries once all articles are in their segments, so that their number is the commit's
        // own.
        writer.setLiveCommitData(() -> CommitData.at(now, vocabularyFile, writer.getDocStats().numDocs)
                .userData()
                .entrySet()
                .iterator());
        markReposts();
        SwitchCheck check = new SwitchCheck(folder);
        if (isNew) {
            writer.commit();
            check.generation(name, terms, lastGood, probes);
            folder.makeLive(name);
        } else {
            // What is prepared is on the disk and becomes the commit by one rename, or is undone.
            writer.prepareCommit();
            try (DirectoryReader pending = DirectoryReader.open(writer)) {
                check.update(name, pending, filesBefore, terms, probes);
            }
            writer.commit();
        }
        VocabularyFile.deleteOthers(directory, vocabularyFile);
        return LuceneArticleIndex.generation(folder, name, SegmentInfos.readLatestCommit(directory));
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
        try (lock;
                directory) {
            writer.rollback();
        } finally {
            if (isNew && !mayBeLive()) {
                IndexFolder.delete(folder.generation(name));
            }
        }
    }

    /** Whether the pointer was switched. It is asked and not remembered: a switch may fail after it has taken effect. */
    private boolean mayBeLive() {
        try {
            return folder.liveIfReadable().equals(Optional.of(name));
        } catch (IOException e) {
            return true;
        }
    }
}
