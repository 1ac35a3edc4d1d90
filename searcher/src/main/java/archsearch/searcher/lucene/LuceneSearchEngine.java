package archsearch.searcher.lucene;

import archsearch.indexer.article.Article;
import archsearch.indexer.lucene.IndexFolder;
import archsearch.indexer.lucene.IndexSchema;
import archsearch.searcher.IndexInfo;
import archsearch.searcher.IndexUnavailableException;
import archsearch.searcher.SearchEngine;
import archsearch.searcher.SearchRequest;
import archsearch.searcher.SearchResponse;
import archsearch.searcher.SuggestRequest;
import archsearch.searcher.SuggestResponse;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.search.TopDocs;
import org.jspecify.annotations.Nullable;

/** A search engine over an index folder of this machine. It follows the folder: a generation that becomes live is used. */
public final class LuceneSearchEngine implements SearchEngine {
    private final LiveIndex live;
    private final Supplier<List<String>> terms;
    private volatile @Nullable CompletionTexts completionTerms;

    private LuceneSearchEngine(LiveIndex live, Supplier<List<String>> terms) {
        this.live = live;
        this.terms = terms;
    }

    /**
     * An engine over an index folder. The folder need not hold an index yet: searches fail with {@link
     * IndexUnavailableException} until one is there.
     */
    public static LuceneSearchEngine open(Path folder) {
        return open(folder, List::of);
    }

    /**
     * The same, with terms of the field to suggest beside what the index holds.
     *
     * @param terms asked once, when something is first typed; the most wanted first. Those that find no article are not offered
     */
    public static LuceneSearchEngine open(Path folder, Supplier<List<String>> terms) {
        return new LuceneSearchEngine(new LiveIndex(new IndexFolder(folder)), terms);
    }

    @Override
    public SearchResponse search(SearchRequest request) {
        return live.with(snapshot -> new LuceneSearch(snapshot, request).run());
    }

    @Override
    public SuggestResponse suggest(SuggestRequest request) {
        CompletionTexts known = completionTerms();
        return live.with(snapshot -> new LuceneSuggest(snapshot, known, request).run());
    }

    /** Two callers that come first at once both make the list; either is as good. */
    private CompletionTexts completionTerms() {
        CompletionTexts known = completionTerms;
        if (known == null) {
            known = CompletionTexts.of(terms.get().stream().distinct().toList());
            completionTerms = known;
        }
        return known;
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
