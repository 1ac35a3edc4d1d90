package archsearch.searcher.lucene;

import static org.assertj.core.api.Assertions.assertThat;

import archsearch.indexer.article.Article;
import archsearch.indexer.glossary.Glossary;
import archsearch.searcher.AskedTwice;
import archsearch.searcher.CacheStats;
import archsearch.searcher.CachedSearchEngine;
import archsearch.searcher.SearchEngine;
import java.io.IOException;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;

/** The embedded engine keeps the contract also where its answers are remembered. */
class CachedLuceneSearchEngineTest extends LuceneSearchEngineTest {
    private @Nullable CachedSearchEngine cached;

    @Override
    protected SearchEngine engineOver(List<Article> articles, Glossary glossary) throws IOException {
        CachedSearchEngine remembering = new CachedSearchEngine(super.engineOver(articles, glossary), 8 << 20);
        cached = remembering;
        return new AskedTwice(remembering);
    }

    @AfterAll
    void answers_cameFromTheCache() {
        CacheStats stats = Objects.requireNonNull(cached).stats();
        assertThat(stats.hits()).isGreaterThanOrEqualTo(stats.misses()).isPositive();
    }
}
