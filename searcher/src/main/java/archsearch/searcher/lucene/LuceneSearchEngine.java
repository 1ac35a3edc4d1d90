package archsearch.searcher.lucene;

import archsearch.indexer.article.Article;
import archsearch.indexer.lucene.IndexFolder;
import archsearch.indexer.lucene.IndexSchema;
import archsearch.searcher.IndexInfo;
import archsearch.searcher.IndexUnavailableException;
import archsearch.searcher.SearchEngine;
import archsearch.searcher.SearchRequest;
import archsearch.searcher.SearchResponse;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.search.TopDocs;

/** A search engine over an index folder of this machine. It follows the folder: a generation that becomes live is used. */
public final class LuceneSearchEngine implements SearchEngine {
    private final LiveIndex live;

    private LuceneSearchEngine(LiveIndex live) {
        this.live = live;
    }

    /**
     * An engine over an index folder. The folder need not hold an index yet: searches fail with {@link
     * IndexUnavailableException} until one is there.
     */
    public static LuceneSearchEngine open(Path folder) {
        return new LuceneSearchEngine(new LiveIndex(new IndexFolder(folder)));
    }

    @Override
    public SearchResponse search(SearchRequest request) {
        return live.with(snapshot -> new LuceneSearch(snapshot, request).run());
    }

    @Override
    public Optional<Article> article(String id) {
        return live.with(snapshot -> {
            TopDocs found = snapshot.searcher().search(new TermQuery(IndexSchema.idTerm(id)), 1);
            return found.scoreDocs.length == 0
                    ? Optional.empty()
                    : Optional.of(IndexSchema.article(
                            snapshot.searcher().storedFields().document(found.scoreDocs[0].doc)));
        });
    }

    @Override
    public IndexInfo index() {
        return live.with(IndexSnapshot::info);
    }

    @Override
    public void close() {
        try {
            live.close();
        } catch (IOException e) {
            throw new IndexUnavailableException("the index could not be closed: " + e.getMessage(), e);
        }
    }
}
