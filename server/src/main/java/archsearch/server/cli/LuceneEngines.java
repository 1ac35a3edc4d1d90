package archsearch.server.cli;

import archsearch.indexer.ArticleIndex;
import archsearch.indexer.lucene.LuceneArticleIndex;
import archsearch.searcher.CachedSearchEngine;
import archsearch.searcher.LimitedSearchEngine;
import archsearch.searcher.SearchEngine;
import archsearch.searcher.lucene.LuceneSearchEngine;
import archsearch.searcher.query.GlossaryTerms;
import archsearch.searcher.query.LiveGlossary;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
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
    public SearchEngine openCached(Path folder, @Nullable Path glossary, EngineLimits limits) throws IOException {
        // Within the cache: what is remembered is answered however busy the engine is.
        SearchEngine engine =
                new LimitedSearchEngine(open(folder, glossary, limits.timeout()), limits.searches(), LINE, PATIENCE);
        return limits.cacheMegabytes() == 0
                ? engine
                : new CachedSearchEngine(engine, (long) limits.cacheMegabytes() << 20);
    }
}
