package archsearch.indexer.lucene;

import archsearch.indexer.ArticleIndex;
import archsearch.indexer.ArticleReader;
import archsearch.indexer.ArticleWriter;
import archsearch.indexer.Generation;
import archsearch.indexer.IndexCondition;
import archsearch.indexer.tags.TagVocabulary;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.lucene.index.IndexCommit;
import org.apache.lucene.index.SegmentInfos;
import org.apache.lucene.store.Directory;
import org.jspecify.annotations.Nullable;

/** An index in a folder of this machine. */
public final class LuceneArticleIndex implements ArticleIndex {
    private final IndexFolder folder;
    private final Clock clock;

    /**
     * Names the index; nothing is read or created yet.
     *
     * @param folder where the index is or will be
     */
    public LuceneArticleIndex(Path folder) {
        this(folder, Clock.systemUTC());
    }

    LuceneArticleIndex(Path folder, Clock clock) {
        this(new IndexFolder(folder), clock);
    }

    LuceneArticleIndex(IndexFolder folder, Clock clock) {
        this.folder = folder;
        this.clock = clock;
    }

    @Override
    public ArticleWriter openBatch() throws IOException {
        IndexLock lock = IndexLock.take(folder);
        try {
            return openNew(articlesOfLastGood(liveIfReadable()), lock);
        } catch (IOException | RuntimeException e) {
            lock.close();
            throw e;
        }
    }

    @Override
    public ArticleWriter openUpdate() throws IOException {
        IndexLock lock = IndexLock.take(folder);
        try {
            Optional<String> live = folder.live();
            if (live.isEmpty()) {
                return openNew(0, lock);
            }
            folder.deleteLeftovers(live);
            // Throws where the generation has another format, which must not be added to.
            live();
            return LuceneArticleWriter.ofExisting(folder, live.get(), lock, clock);
        } catch (IOException | RuntimeException e) {
            lock.close();
            throw e;
        }
    }

    private ArticleWriter openNew(long lastGood, IndexLock lock) throws IOException {
        return LuceneArticleWriter.ofNew(folder, folder.newName(clock), lastGood, lock, clock);
    }

    /** Number of articles of the live generation, or, where it cannot be read, of the one before; 0 where there is none. */
    private long articlesOfLastGood(Optional<String> live) throws IOException {
        List<String> names = new ArrayList<>();
        live.ifPresent(names::add);
        folder.previous(live).ifPresent(names::add);
        for (String name : names) {
            try (Directory directory = folder.open(name)) {
                return articles(SegmentInfos.readLatestCommit(directory));
            } catch (IOException | RuntimeException e) {
                // A batch is run to mend what is damaged, so it may not fail by it.
            }
        }
        return 0;
    }

    /**
     * The live generation, after clearing away what crashes left. A pointer that cannot be read is what a batch is run to mend, so it
     * counts as none; then nothing is cleared, since the good generation cannot be told.
     */
    private Optional<String> liveIfReadable() throws IOException {
        Optional<String> live = folder.liveIfReadable();
        if (live.isPresent()) {
            folder.deleteLeftovers(live);
        }
        return live;
    }

    @Override
    public TagVocabulary tagVocabulary() throws IOException {
        Optional<String> name = folder.live();
        if (name.isEmpty()) {
            return TagVocabulary.empty();
        }
        try (Directory directory = folder.open(name.get())) {
            return VocabularyFile.read(directory, CommitData.of(SegmentInfos.readLatestCommit(directory)));
        }
    }

    @Override
    public Optional<Generation> live() throws IOException {
        Optional<String> name = folder.live();
        return name.isEmpty() ? Optional.empty() : Optional.of(generation(name.get()));
    }

    @Override
    public long bytes() throws IOException {
        Optional<String> name = folder.live();
        if (name.isEmpty()) {
            return 0;
        }
        long bytes = 0;
        try (Directory directory = folder.open(name.get())) {
            for (String file : SegmentInfos.readLatestCommit(directory).files(true)) {
                bytes += directory.fileLength(file);
            }
        }
        return bytes;
    }

    @Override
    public Optional<ArticleReader> openReader() throws IOException {
        return LuceneArticleReader.open(folder);
    }

    @Override
    public Generation rollback(@Nullable String name) throws IOException {
        if (!Files.isDirectory(folder.root())) {
            throw Rollback.none(folder);
        }
        IndexLock lock = IndexLock.take(folder);
        try {
            return generation(new Rollback(folder).run(name));
        } finally {
            lock.close();
        }
    }

    @Override
    public Optional<Generation> snapshot(Path to) throws IOException {
        Optional<String> name = new GenerationCopy(folder).toNewFolder(to);
        return name.isEmpty() ? Optional.empty() : new LuceneArticleIndex(to).live();
    }

    @Override
    public Generation restore(Path from) throws IOException {
        GenerationCopy copy = new GenerationCopy(new IndexFolder(from));
        String source = copy.sourceName();
        IndexLock lock = IndexLock.take(folder);
        try {
            liveIfReadable();
            String name = folder.newName(clock);
            try {
                copy.copy(source, folder, name);
                new SwitchCheck(folder).sound(name);
                folder.makeLive(name);
                return generation(name);
            } finally {
                if (!folder.mayBeLive(name)) {
                    IndexFolder.delete(folder.generation(name));
                }
            }
        } finally {
            lock.close();
        }
    }

    private Generation generation(String name) throws IOException {
        try (Directory directory = folder.open(name)) {
            return generation(folder, name, SegmentInfos.readLatestCommit(directory));
        }
    }

    @Override
    public Optional<IndexCondition> check() throws IOException {
        return new IndexCheck(folder).run();
    }

    /**
     * The generation that a Lucene commit is.
     *
     * @param folder the index folder that holds it
     * @param name the generation's folder name
     * @param articles number of live documents
     * @throws UnreadableIndexException if it was written in another format
     */
    public static Generation generation(IndexFolder folder, String name, IndexCommit commit, int articles)
            throws IOException {
        return generation(folder, name, commit.getGeneration(), commit.getUserData(), articles);
    }

    /** The same of a commit's list of segments, without opening them. */
    static Generation generation(IndexFolder folder, String name, SegmentInfos commit) throws IOException {
        return generation(folder, name, commit.getGeneration(), commit.getUserData(), articles(commit));
    }

    private static int articles(SegmentInfos commit) {
        return commit.totalMaxDoc()
                - commit.asList().stream().mapToInt(s -> s.getDelCount()).sum();
    }

    private static Generation generation(
            IndexFolder folder, String name, long commitNumber, Map<String, String> userData, int articles)
            throws UnreadableIndexException {
        CommitData data = CommitData.of(userData);
        Instant committedAt = data.committedAt();
        if (!data.format().equals(CommitData.CURRENT_FORMAT) || committedAt == null) {
            throw new UnreadableIndexException(
                    "the index " + folder.root() + " has format " + data.format() + ", this version reads format "
                            + CommitData.CURRENT_FORMAT + "; build it again with: archsearch index DUMP... --index "
                            + folder.root());
        }
        return new Generation(name + "-" + commitNumber, articles, committedAt);
    }
}
