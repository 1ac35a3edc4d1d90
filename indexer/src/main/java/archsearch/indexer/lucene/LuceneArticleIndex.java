package archsearch.indexer.lucene;

import archsearch.indexer.ArticleIndex;
import archsearch.indexer.ArticleWriter;
import archsearch.indexer.Generation;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.apache.lucene.index.IndexCommit;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.SegmentInfos;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FSDirectory;

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
        this.folder = new IndexFolder(folder);
        this.clock = clock;
    }

    @Override
    public ArticleWriter openBatch() throws IOException {
        IndexLock lock = IndexLock.take(folder);
        try {
            folder.deleteLeftovers();
            String name = folder.newName(clock);
            Files.createDirectories(folder.generation(name));
            return new LuceneArticleWriter(folder, name, IndexWriterConfig.OpenMode.CREATE, lock, clock);
        } catch (IOException | RuntimeException e) {
            lock.close();
            throw e;
        }
    }

    @Override
    public ArticleWriter openUpdate() throws IOException {
        IndexLock lock = IndexLock.take(folder);
        try {
            folder.deleteLeftovers();
            Optional<String> live = folder.live();
            if (live.isPresent()) {
                return new LuceneArticleWriter(folder, live.get(), IndexWriterConfig.OpenMode.APPEND, lock, clock);
            }
            String name = folder.newName(clock);
            Files.createDirectories(folder.generation(name));
            return new LuceneArticleWriter(folder, name, IndexWriterConfig.OpenMode.CREATE, lock, clock);
        } catch (IOException | RuntimeException e) {
            lock.close();
            throw e;
        }
    }

    @Override
    public Optional<Generation> live() throws IOException {
        Optional<String> name = folder.live();
        if (name.isEmpty()) {
            return Optional.empty();
        }
        try (Directory directory = FSDirectory.open(folder.generation(name.get()))) {
            SegmentInfos infos = SegmentInfos.readLatestCommit(directory);
            int articles = infos.totalMaxDoc()
                    - infos.asList().stream().mapToInt(s -> s.getDelCount()).sum();
            return Optional.of(
                    CommitData.generation(name.get(), infos.getGeneration(), articles, infos.getUserData(), folder));
        }
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
        return CommitData.generation(name, commit.getGeneration(), articles, commit.getUserData(), folder);
    }

    /** What every commit says about itself, in Lucene's commit user data. */
    static final class CommitData {
        private static final String FORMAT = "archsearch.format";
        private static final String COMMITTED_AT = "archsearch.committedAt";

        private CommitData() {}

        static Map<String, String> of(Instant committedAt) {
            return Map.of(FORMAT, String.valueOf(IndexSchema.FORMAT), COMMITTED_AT, committedAt.toString());
        }

        static Generation generation(
                String name, long commitNumber, int articles, Map<String, String> data, IndexFolder folder)
                throws UnreadableIndexException {
            String format = data.getOrDefault(FORMAT, "none");
            String committedAt = data.get(COMMITTED_AT);
            if (!format.equals(String.valueOf(IndexSchema.FORMAT)) || committedAt == null) {
                throw new UnreadableIndexException(
                        "the index " + folder.root() + " has format " + format + ", this version reads format "
                                + IndexSchema.FORMAT + "; build it again with: archsearch index DUMP... --index "
                                + folder.root());
            }
            return new Generation(name + "-" + commitNumber, articles, Instant.parse(committedAt));
        }
    }
}
