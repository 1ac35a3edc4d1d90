package archsearch.server.cli;

import archsearch.indexer.ArticleIndex;
import archsearch.indexer.lucene.LuceneArticleIndex;
import archsearch.searcher.CacheStats;
import archsearch.searcher.CachedSearchEngine;
import archsearch.searcher.IndexInfo;
import archsearch.searcher.LimitedSearchEngine;
import archsearch.searcher.SearchEngine;
import archsearch.searcher.lucene.LuceneSearchEngine;
import archsearch.searcher.query.GlossaryTerms;
import archsearch.searcher.query.LiveGlossary;
import archsearch.server.metrics.EngineState;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The embedded engine: an index in a folder of this machine. The only class of the command that knows Lucene's classes. */
final class LuceneEngines implements Engines {
    /** Fewer than the server has threads, so that those who wait leave some for probes and for what is remembered. */
    private static final int LINE = 100;

    private static final Duration PATIENCE = Duration.ofSeconds(1);

    @Override
    public ArticleIndex index(Path folder) {
        return new LuceneArticleIndex(folder);
    }

    @Override
    public SearchEngine open(Path folder, @Nullable Path glossary) throws IOException {
        return open(folder, glossary, Duration.ZERO);
    }

    private static SearchEngine open(Path folder, @Nullable Path glossary, Duration timeout) throws IOException {
        return LuceneSearchEngine.open(
                folder, glossary == null ? () -> GlossaryTerms.EMPTY : LiveGlossary.open(glossary), timeout);
    }

    @Override
    public ServingEngine openServing(Path folder, @Nullable Path glossary, EngineLimits limits) throws IOException {
        // Within the cache: what is remembered is answered however busy the engine is.
        LimitedSearchEngine limited =
                new LimitedSearchEngine(open(folder, glossary, limits.timeout()), limits.searches(), LINE, PATIENCE);
        if (limits.cacheMegabytes() == 0) {
            return new ServingEngine(limited, new State(index(folder), limited, null));
        }
        CachedSearchEngine cached = new CachedSearchEngine(limited, (long) limits.cacheMegabytes() << 20);
        return new ServingEngine(cached, new State(index(folder), limited, cached));
    }

    private record State(
            ArticleIndex articles,
            LimitedSearchEngine engine,
            @Nullable CachedSearchEngine cached) implements EngineState {
        @Override
        public IndexInfo index() {
            return engine.index();
        }

        @Override
        public long indexBytes() throws IOException {
            return articles.bytes();
        }

        @Override
        public Optional<CacheStats> cache() {
            return Optional.ofNullable(cached).map(CachedSearchEngine::stats);
        }

        @Override
        public long refused() {
            return engine.refused();
        }

        @Override
        public int waiting() {
            return engine.waiting();
        }
    }
}
