package archsearch.server.admin;

import archsearch.indexer.ArticleIndex;
import archsearch.indexer.ArticleReader;
import archsearch.indexer.ArticleWriter;
import archsearch.indexer.CommitTerms;
import archsearch.indexer.Generation;
import archsearch.indexer.IndexCondition;
import archsearch.indexer.article.Article;
import archsearch.indexer.tags.TagVocabulary;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;

/** An index whose batches stand still at their first article until the gate is opened. */
final class GatedIndex implements ArticleIndex {
    private final ArticleIndex index;
    private final CountDownLatch reached = new CountDownLatch(1);
    private final CountDownLatch gate = new CountDownLatch(1);

    GatedIndex(ArticleIndex index) {
        this.index = index;
    }

    /** Waits until a batch stands at the gate. */
    void awaitReached() throws InterruptedException {
        reached.await();
    }

    void open() {
        gate.countDown();
    }

    @Override
    public ArticleWriter openBatch() throws IOException {
        ArticleWriter writer = index.openBatch();
        return new ArticleWriter() {
            @Override
            public void put(Article article) throws IOException {
                reached.countDown();
                try {
                    gate.await();
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                    throw new InterruptedIOException("at the gate");
                }
                writer.put(article);
            }

            @Override
            public void delete(String id) throws IOException {
                writer.delete(id);
            }

            @Override
            public void keepTagVocabulary(TagVocabulary vocabulary) throws IOException {
                writer.keepTagVocabulary(vocabulary);
            }

            @Override
            public Generation commit(CommitTerms terms) throws IOException {
                return writer.commit(terms);
            }

            @Override
            public void close() throws IOException {
                writer.close();
            }
        };
    }

    @Override
    public ArticleWriter openUpdate() throws IOException {
        return index.openUpdate();
    }

    @Override
    public TagVocabulary tagVocabulary() throws IOException {
        return index.tagVocabulary();
    }

    @Override
    public Optional<Generation> live() throws IOException {
        return index.live();
    }

    @Override
    public long bytes() throws IOException {
        return index.bytes();
    }

    @Override
    public Optional<ArticleReader> openReader() throws IOException {
        return index.openReader();
    }

    @Override
    public Generation rollback(@Nullable String name) throws IOException {
        return index.rollback(name);
    }

    @Override
    public Optional<Generation> snapshot(Path to) throws IOException {
        return index.snapshot(to);
    }

    @Override
    public Generation restore(Path from) throws IOException {
        return index.restore(from);
    }

    @Override
    public Optional<IndexCondition> check() throws IOException {
        return index.check();
    }
}
