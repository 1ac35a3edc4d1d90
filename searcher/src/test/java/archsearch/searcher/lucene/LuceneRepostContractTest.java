package archsearch.searcher.lucene;

import archsearch.indexer.article.Article;
import archsearch.indexer.glossary.Glossary;
import archsearch.searcher.RepostContract;
import archsearch.searcher.SearchEngine;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;

/** The embedded engine keeps the contract of reposts, whatever finds them. */
class LuceneRepostContractTest extends RepostContract {
    @TempDir
    static Path folder;

    @Override
    protected SearchEngine engineOver(List<Article> articles, List<List<List<String>>> groups) throws IOException {
        SearchEngine engine = LuceneSearchEngineTest.engineOver(folder, articles, Glossary.EMPTY);
        MadeGroups.write(folder, groups.stream().map(MadeGroups.Group::new).toList());
        return engine;
    }
}
