package archsearch.searcher.lucene;

import archsearch.indexer.lucene.IndexFolder;
import archsearch.indexer.lucene.IndexSchema;
import archsearch.searcher.ArticleResponse;
import archsearch.searcher.FacetDim;
import archsearch.searcher.FacetRequest;
import archsearch.searcher.FacetResponse;
import archsearch.searcher.IndexInfo;
import archsearch.searcher.IndexUnavailableException;
import archsearch.searcher.SearchEngine;
import archsearch.searcher.SearchRequest;
import archsearch.searcher.SearchResponse;
import archsearch.searcher.SimilarRequest;
import archsearch.searcher.SimilarResponse;
import archsearch.searcher.SuggestRequest;
import archsearch.searcher.SuggestResponse;
import archsearch.searcher.ValueName;
import archsearch.searcher.query.GlossaryTerms;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Supplier;
import org.apache.lucene.search.IndexSearcher;
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
    private final Supplier<Deadline> deadlines;
    private volatile @Nullable Suggested suggested;

    /** The terms of a glossary, ready to be suggested. */
    private record Suggested(GlossaryTerms glossary, CompletionTexts texts) {}

    private LuceneSearchEngine(LiveIndex live, Supplier<GlossaryTerms> glossary, Supplier<Deadline> deadlines) {
        this.live = live;
        this.glossary = glossary;
        this.deadlines = deadlines;
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
        return open(folder, glossary, Duration.ZERO);
    }

    /**
     * The same, with a limit on the time of a search.
     *
     * @param timeout when a search or a list of values stops to collect and answers with what it has, marked as partial; zero for never
     */
    public static LuceneSearchEngine open(Path folder, Supplier<GlossaryTerms> glossary, Duration timeout) {
        return over(new LiveIndex(new IndexFolder(folder)), glossary, () -> new Deadline(timeout, System::nanoTime));
    }

    /** An engine over an index that is kept open already; the engine closes it. */
    static LuceneSearchEngine over(LiveIndex live, Supplier<GlossaryTerms> glossary) {
        return over(live, glossary, () -> Deadline.NEVER);
    }

    /** The same, with a new deadline for each search. */
    static LuceneSearchEngine over(LiveIndex live, Supplier<GlossaryTerms> glossary, Supplier<Deadline> deadlines) {
        return new LuceneSearchEngine(live, glossary, deadlines);
    }

    @Override
    public SearchResponse search(SearchRequest request) {
        GlossaryTerms terms = glossary.get();
        Deadline deadline = deadlines.get();
        if (request.cursor() == null) {
            return live.with(snapshot -> new LuceneSearch(snapshot, terms, request, null, deadline).run());
        }
        SearchCursor cursor = SearchCursor.of(request);
        return live.with(
                cursor.generation(), snapshot -> new LuceneSearch(snapshot, terms, request, cursor, deadline).run());
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
    public FacetResponse facet(FacetRequest request) {
        GlossaryTerms terms = glossary.get();
        Deadline deadline = deadlines.get();
        return live.with(snapshot -> new LuceneFacet(snapshot, terms, request, deadline).run());
    }

    @Override
    public Optional<ValueName> value(FacetDim dim, String name) {
        GlossaryTerms terms = glossary.get();
        return live.with(snapshot -> Optional.ofNullable(snapshot.values().get(dim))
                .flatMap(values -> new ValueNames(dim, values, terms).of(name)));
    }

    @Override
    public Optional<SimilarResponse> similar(SimilarRequest request) {
        GlossaryTerms terms = glossary.get();
        return live.with(snapshot -> new LuceneSimilar(snapshot, terms, request).run());
    }

    @Override
    public Optional<ArticleResponse> article(String id) {
        String revision = glossary.get().revision();
        return live.with(snapshot -> {
            OptionalInt doc = snapshot.doc(id);
            return doc.isEmpty()
                    ? Optional.empty()
                    : Optional.of(new ArticleResponse(
                            IndexSchema.article(
                                    snapshot.searcher().storedFields().document(doc.getAsInt())),
                            Reposts.of(snapshot, doc.getAsInt()),
                            snapshot.info().withGlossary(revision)));
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
