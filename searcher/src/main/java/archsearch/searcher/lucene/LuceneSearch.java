package archsearch.searcher.lucene;

import archsearch.indexer.article.Article;
import archsearch.indexer.lucene.IndexSchema;
import archsearch.searcher.CursorGoneException;
import archsearch.searcher.FacetDim;
import archsearch.searcher.Hit;
import archsearch.searcher.MarkedText;
import archsearch.searcher.SearchRequest;
import archsearch.searcher.SearchResponse;
import archsearch.searcher.Suggestion;
import archsearch.searcher.query.GlossaryTerms;
import archsearch.searcher.query.MatchReader;
import archsearch.searcher.query.ParsedQuery;
import archsearch.searcher.query.QueryParser;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.lucene.document.KeywordField;
import org.apache.lucene.index.StoredFields;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.FieldDoc;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.Sort;
import org.apache.lucene.search.SortField;
import org.apache.lucene.search.SortedSetSelector;
import org.apache.lucene.search.TopDocs;
import org.jspecify.annotations.Nullable;

/** One search on one snapshot, from request to response. */
final class LuceneSearch {
    private static final SortField NEWEST = new SortField(IndexSchema.DATE, SortField.Type.INT, true);
    private static final SortField OLDEST = new SortField(IndexSchema.DATE, SortField.Type.INT);
    private static final SortField BY_ID = KeywordField.newSortField(IndexSchema.ID, false, SortedSetSelector.Type.MIN);

    /** Hits that are marked between two looks at the clock: a usual page at once. */
    private static final int MARKED_AT_ONCE = SearchRequest.DEFAULT_SIZE;

    /** Characters of texts after which to look sooner: what a usual page of long summaries has. */
    private static final int LENGTH_AT_ONCE = 50_000;

    private final IndexSnapshot snapshot;
    private final GlossaryTerms glossary;
    private final QueryTranslation translation;
    private final SearchRequest request;
    private final @Nullable SearchCursor cursor;
    private final Deadline deadline;
    private final long startNanos = System.nanoTime();

    /**
     * @param cursor the cursor of the request, where it has one; the snapshot is of the cursor's generation
     */
    LuceneSearch(
            IndexSnapshot snapshot,
            GlossaryTerms glossary,
            SearchRequest request,
            @Nullable SearchCursor cursor,
            Deadline deadline) {
        this.snapshot = snapshot;
        this.glossary = glossary;
        this.translation = new QueryTranslation(snapshot, glossary, deadline);
        this.request = request;
        this.cursor = cursor;
        this.deadline = deadline;
    }

    SearchResponse run() throws IOException {
        ParsedQuery typed = QueryParser.parse(request.q());
        TranslatedQuery query = translation.of(typed);
        FacetedSearch.Result found = find(query);
        Alternatives alternatives = new Alternatives(
                snapshot, translation, request.toBuilder().cursor(null).build(), typed, deadline);
        // Of a search that was cut short it is not known whether it has no hits.
        Correction correction = deadline.hasCutShort()
                ? null
                : alternatives.answeredInstead(found.total()).orElse(null);
        if (correction != null) {
            query = translation.of(correction.query());
            found = find(query);
        }
        long reading = SearchCursor.digest(query.root());
        // Where time ran out while the query was read, it was read by fewer counts than the first time.
        if (cursor != null && cursor.reading() != reading && !deadline.hasCutShort()) {
            throw new CursorGoneException(
                    "The glossary has changed since this list was begun, and the query means something else"
                            + " now; begin again at the first page, without a cursor.");
        }
        ScoreDoc[] page = page(found.hits());
        List<Suggestion> suggestions = deadline.hasCutShort() ? List.of() : alternatives.suggestions(found.total());
        // Before the hits are looked at: where time runs out meanwhile, marks are missing, but no hits.
        String next = nextCursor(page, found.total(), reading);
        return new SearchResponse(
                request,
                correction == null ? typed.readBack() : correction.text(),
                correction == null ? null : request.q(),
                typed.warnings(),
                found.total(),
                hits(query, page),
                next,
                found.facets(),
                suggestions,
                snapshot.info().withGlossary(glossary.revision()),
                System.nanoTime() - startNanos,
                deadline.hasCutShort());
    }

    private FacetedSearch.Result find(TranslatedQuery query) throws IOException {
        int docs = Math.max(1, snapshot.searcher().getIndexReader().maxDoc());
        // With a cursor the page is the first one after it.
        int depth = Math.min(request.page() * request.size(), docs);
        FieldDoc after = cursor == null ? null : cursor.after(snapshot, request.sort());
        return new FacetedSearch(snapshot, request, deadline)
                .search(narrowed(query, request), after, depth, sort(request.sort()));
    }

    /** The hits that are shown, of those from the first on or from the cursor on. */
    private ScoreDoc[] page(TopDocs found) {
        int first = Math.min((request.page() - 1) * request.size(), found.scoreDocs.length);
        return Arrays.copyOfRange(found.scoreDocs, first, found.scoreDocs.length);
    }

    /** Number of hits that come before those that are shown. */
    private int before() {
        return cursor == null ? (request.page() - 1) * request.size() : cursor.rank();
    }

    private @Nullable String nextCursor(ScoreDoc[] page, int total, long reading) {
        int rank = before() + page.length;
        // A list that is known to have gaps is not gone on with.
        if (page.length == 0 || rank >= total || deadline.hasCutShort()) {
            return null;
        }
        FieldDoc last = (FieldDoc) page[page.length - 1];
        // What hits are compared by; the score beside it is computed once more and need not be the same to the last
        // bit.
        float score = last.fields[0] instanceof Float f ? f : 0;
        snapshot.giveCursor();
        return new SearchCursor(
                        snapshot.info().generation(), SearchCursor.digest(request), reading, rank, last.doc, score)
                .text();
    }

    /** The query with the filters that apply to every facet alike; the others are {@link FacetedSearch#selection}. */
    static Query narrowed(TranslatedQuery query, SearchRequest request) {
        BooleanQuery.Builder all = new BooleanQuery.Builder();
        all.add(query.ranked(), Occur.MUST);
        for (String tag : request.tags()) {
            all.add(LuceneQuery.value(FacetDim.TAG.word(), tag), Occur.FILTER);
        }
        if (request.from() != null || request.to() != null) {
            all.add(LuceneQuery.dates(request.from(), request.to()), Occur.FILTER);
        }
        return all.build();
    }

    /** An order in Lucene's terms. */
    static Sort sort(archsearch.searcher.Sort order) {
        return switch (order) {
            case RELEVANCE -> new Sort(SortField.FIELD_SCORE, NEWEST, BY_ID);
            case NEWEST -> new Sort(NEWEST, BY_ID);
            case OLDEST -> new Sort(OLDEST, BY_ID);
            case LIKES -> new Sort(new SortField(IndexSchema.LIKES, SortField.Type.INT, true), NEWEST, BY_ID);
            case MINUTES -> new Sort(new SortField(IndexSchema.MINUTES_ORDER, SortField.Type.INT), NEWEST, BY_ID);
        };
    }

    private List<Hit> hits(TranslatedQuery query, ScoreDoc[] page) throws IOException {
        if (page.length == 0) {
            return List.of();
        }
        List<Article> articles = articles(page);
        List<Highlighter.Matches> matches = matches(query, page, articles);
        Query explained = narrowed(query, request);
        MatchReader reasons = new MatchReader(query.root());
        Reposts reposts = new Reposts(snapshot);
        List<Hit> hits = new ArrayList<>();
        for (int i = 0; i < page.length; i++) {
            Article article = articles.get(i);
            Highlighter.Matches m = matches.get(i);
            MarkedText title = new MarkedText(article.title(), m.title());
            MarkedText summary = new MarkedText(article.summary(), m.summary());
            List<MarkedText> tags = m.marked(article.tags());
            hits.add(new Hit(
                    article,
                    before() + i + 1,
                    request.q().isEmpty() ? 0 : page[i].score,
                    title,
                    summary,
                    tags,
                    reasons.matches(title, summary, tags),
                    request.grouped() ? reposts.of(page[i].doc) : List.of(),
                    explanation(explained, page[i].doc)));
        }
        return hits;
    }

    private List<Article> articles(ScoreDoc[] page) throws IOException {
        StoredFields stored = snapshot.searcher().storedFields();
        List<Article> articles = new ArrayList<>();
        for (ScoreDoc hit : page) {
            articles.add(IndexSchema.article(stored.document(hit.doc)));
        }
        return articles;
    }

    /** Null where none was asked for or time is up. */
    private @Nullable String explanation(Query query, int doc) throws IOException {
        if (!request.explain() || deadline.shouldExit()) {
            return null;
        }
        try {
            return snapshot.searcher().explain(query, doc).toString();
        } catch (OutOfTimeException e) {
            return null;
        }
    }

    /**
     * What to mark in hits: in those of a usual page in any case, unless their texts are very long; in the others while there is time.
     * For a query with beginnings of words it takes as long as to index the texts.
     */
    private List<Highlighter.Matches> matches(TranslatedQuery query, ScoreDoc[] page, List<Article> articles)
            throws IOException {
        List<Highlighter.Matches> matches = new ArrayList<>();
        if (request.highlights() && !query.root().nodes().isEmpty()) {
            Highlighter highlighter = new Highlighter(snapshot.searcher(), query.highlighted());
            int hits = 0;
            long length = 0;
            for (int i = 0; i < page.length; i++) {
                if (hits == MARKED_AT_ONCE || length > LENGTH_AT_ONCE) {
                    if (deadline.shouldExit()) {
                        break;
                    }
                    hits = 0;
                    length = 0;
                }
                matches.add(highlighter.matches(page[i].doc));
                hits++;
                length += articles.get(i).title().length()
                        + articles.get(i).summary().length();
            }
        }
        while (matches.size() < page.length) {
            matches.add(Highlighter.Matches.NONE);
        }
        return matches;
    }
}
