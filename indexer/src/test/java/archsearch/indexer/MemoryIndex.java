package archsearch.indexer;

import archsearch.indexer.article.Article;
import archsearch.indexer.tags.TagVocabulary;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** An index in memory, with the promises of the interface and nothing more. */
final class MemoryIndex implements ArticleIndex {
    private Map<String, Article> live = new LinkedHashMap<>();
    private TagVocabulary vocabulary = TagVocabulary.empty();
    private int commits;
    private boolean open;
    private boolean failing;

    /** The live articles by id, in the order in which they were first written. */
    Map<String, Article> live(boolean committed) {
        if (committed && commits == 0) {
            throw new AssertionError("nothing was committed");
        }
        return live;
    }

    int commits() {
        return commits;
    }

    boolean isOpen() {
        return open;
    }

    void failOnWrite() {
        failing = true;
    }

    @Override
    public ArticleWriter openBatch() throws IOException {
        return open(new LinkedHashMap<>());
    }

    @Override
    public ArticleWriter openUpdate() throws IOException {
        return open(new LinkedHashMap<>(live));
    }

    @Override
    public Optional<Generation> live() {
        return commits == 0 ? Optional.empty() : Optional.of(generation());
    }

    @Override
    public long bytes() {
        return 0;
    }

    @Override
    public Optional<ArticleReader> openReader() {
        return commits == 0 ? Optional.empty() : Optional.of(new Reader(generation(), new TreeMap<>(live)));
    }

    @Override
    public Generation rollback(@Nullable String name) {
        throw new AssertionError("memory keeps no generations");
    }

    @Override
    public Optional<Generation> snapshot(Path to) {
        throw new AssertionError("memory is not copied");
    }

    @Override
    public Generation restore(Path from) {
        throw new AssertionError("memory is not copied");
    }

    @Override
    public Optional<IndexCondition> check() {
        throw new AssertionError("memory is not checked");
    }

    @Override
    public TagVocabulary tagVocabulary() {
        return vocabulary;
    }

    private Generation generation() {
        return new Generation("g" + commits, live.size(), Instant.EPOCH);
    }

    private ArticleWriter open(Map<String, Article> articles) throws IOException {
        if (open) {
            throw new IndexLockedException("the index is held by another writer");
        }
        open = true;
        return new ArticleWriter() {
            private TagVocabulary kept = vocabulary;

            @Override
            public void put(Article article) throws IOException {
                if (failing) {
                    throw new IOException("no space left on device");
                }
                articles.put(article.id(), article);
            }

            @Override
            public void delete(String id) {
                articles.remove(id);
            }

            @Override
            public void keepTagVocabulary(TagVocabulary learned) {
                kept = learned;
            }

            @Override
            public Generation commit(CommitTerms terms) throws IOException {
                if (terms.articles() != CommitTerms.ANY && terms.articles() != articles.size()) {
                    throw new GenerationRefusedException("the number of articles is another");
                }
                live = articles;
                vocabulary = kept;
                commits++;
                return generation();
            }

            @Override
            public void close() {
                open = false;
            }
        };
    }

    private record Reader(Generation generation, TreeMap<String, Article> left) implements ArticleReader {
        @Override
        public boolean contains(String id) {
            return left.containsKey(id);
        }

        @Override
        public @Nullable Article next() {
            Map.Entry<String, Article> first = left.pollFirstEntry();
            return first == null ? null : first.getValue();
        }

        @Override
        public RepostsFound reposts() {
            return RepostsFound.none();
        }

        @Override
        public void close() {}
    }
}
