package archsearch.server.cli;

import archsearch.indexer.ArticleIndex;
import archsearch.indexer.lucene.LuceneArticleIndex;
import archsearch.searcher.SearchEngine;
import archsearch.searcher.lucene.LuceneSearchEngine;
import java.nio.file.Path;

/** The embedded engine: an index in a folder of this machine. The only class of the command that knows Lucene's classes. */
final class LuceneEngines implements Engines {
    @Override
    public ArticleIndex index(Path folder) {
        return new LuceneArticleIndex(folder);
    }

    @Override
    public SearchEngine open(Path folder) {
        return LuceneSearchEngine.open(folder);
    }
}
