package archsearch.searcher.lucene;

import archsearch.indexer.ArticleWriter;
import archsearch.indexer.article.Article;
import archsearch.indexer.glossary.Glossary;
import archsearch.indexer.lucene.LuceneArticleIndex;
import archsearch.searcher.SearchEngine;
import archsearch.searcher.SearchEngineContract;
import archsearch.searcher.query.GlossaryTerms;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;

/** The embedded engine keeps the contract. */
class LuceneSearchEngineTest extends SearchEngineContract {
    @TempDir
    static Path folder;

    @Override
    protected SearchEngine engineOver(List<Article> articles, Glossary glossary) throws IOException {
        return engineOver(folder, articles, glossary);
    }

    /** An engine over these articles in an index of its own. */
    static SearchEngine engineOver(Path folder, List<Article> articles, Glossary glossary) throws IOException {
        try (ArticleWriter writer = new LuceneArticleIndex(folder).openBatch()) {
            for (Article article : articles) {
                writer.put(article);
            }
            writer.commit();
        }
        GlossaryTerms terms = GlossaryTerms.of(glossary);
        return LuceneSearchEngine.open(folder, () -> terms);
    }
}
