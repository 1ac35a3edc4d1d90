package archsearch.server.cli;

import archsearch.indexer.ArticleIndex;
import archsearch.indexer.lucene.LuceneArticleIndex;
import archsearch.searcher.CachedSearchEngine;
import archsearch.searcher.SearchEngine;
import archsearch.searcher.lucene.LuceneSearchEngine;
import archsearch.searcher.query.LiveGlossary;
import java.io.IOException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** The embedded engine: an index in a folder of this machine. The only class of the command that knows Lucene's classes. */
final class LuceneEngines implements Engines {
    @Override
    public ArticleIndex index(Path folder) {
        return new LuceneArticleIndex(folder);
    }

    @Override
    public SearchEngine open(Path folder, @Nullable Path glossary) throws IOException {
        return glossary == null
                ? LuceneSearchEngine.open(folder)
                : LuceneSearchEngine.open(folder, LiveGlossary.open(glossary));
    }

    @Override
    public SearchEngine openCached(Path folder, @Nullable Path glossary, int megabytes) throws IOException {
        SearchEngine engine = open(folder, glossary);
        return megabytes == 0 ? engine : new CachedSearchEngine(engine, (long) megabytes << 20);
    }
}
