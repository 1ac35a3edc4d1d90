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
import archsearch.searcher.query.GlossaryTerms;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Supplier;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.search.TopDocs;
import org.jspecify.annotations.Nullable;

/** A search engine over an index folder of this machine. It follows the folder: a generation that becomes live is used. */
public final class LuceneSearchEngine implements SearchEngine {
    /**
     * More than the bounds of the query parser and of the expansion let any query become: 128 words of eight clauses, searched for up
     * to three times over; 64 partners of seven, as often; 64 inexact words of 150.
     */
    private static final int MAX_CLAUSES = 16_384;

    static {
        // Lucene keeps the limit for the whole process. Its default of 1,024 is below what a long query takes.
        IndexSearcher.setMaxClauseCount(MAX_CLAUSES);
    }

    private final LiveIndex live;
    private final Supplier<GlossaryTerms> glossary;
    private volatile @Nullable Suggested suggested;

    /** The terms of a glossary, ready to be suggested. */
    private record Suggested(GlossaryTerms glossary, CompletionTexts texts) {}

    private LuceneSearchEngine(LiveIndex live, Supplier<GlossaryTerms> glossary) {
        this.live = live;
        this.glossary = glossary;
    }

    /**
     * An engine over an index folder, without a glossary. The folder need not hold an index yet: searches fail with {@link
     * IndexUnavailableException} until one is there.
     */
    public static LuceneSearchEngine open(Path folder) {
        return open(folder, () -> GlossaryTerms.EMPTY);
    }

    /**
     * The same, with a glossary whose terms find their partners and are suggested while somebody types.
     *
     * @param glossary asked at every search; must be fast and thread-safe. Another answer takes effect at once
     */
    public static LuceneSearchEngine open(Path folder, Supplier<GlossaryTerms> glossary) {
        return new LuceneSearchEngine(new LiveIndex(new IndexFolder(folder)), glossary);
    }

    @Override
    public SearchResponse search(SearchRequest request) {
        GlossaryTerms terms = glossary.get();
        return live.with(snapshot -> new LuceneSearch(snapshot, terms, request).run());
    }

    @Override
    public SuggestResponse suggest(SuggestRequest request) {
        Suggested known = suggested();
        return live.with(snapshot -> new LuceneSuggest(snapshot, known.glossary(), known.texts(), request).run());
    }

    /** Two callers that come first at once both make the list; either is as good. */
    private Suggested suggested() {
        GlossaryTerms terms = glossary.get();
        Suggested known = suggested;
        if (known == null || known.glossary() != terms) {
            known = new Suggested(terms, CompletionTexts.of(terms.forms()));
            suggested = known;
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
        return live.with(IndexSnapshot::info).withGlossary(glossary.get().revision());
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
