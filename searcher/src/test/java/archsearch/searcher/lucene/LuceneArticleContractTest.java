package archsearch.searcher.lucene;

import archsearch.indexer.article.Article;
import archsearch.indexer.glossary.Glossary;
import archsearch.searcher.ArticleContract;
import archsearch.searcher.SearchEngine;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;

/** The embedded engine keeps the contract of articles, similar ones and names of values. */
class LuceneArticleContractTest extends ArticleContract {
    @TempDir
    static Path folder;

    @Override
    protected SearchEngine engineOver(List<Article> articles, Glossary glossary) throws IOException {
        return LuceneSearchEngineTest.engineOver(folder, articles, glossary);
    }
}
