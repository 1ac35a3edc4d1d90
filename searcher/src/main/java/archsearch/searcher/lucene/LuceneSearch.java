package archsearch.searcher.lucene;

import archsearch.indexer.article.Article;
import archsearch.indexer.lucene.IndexSchema;
import archsearch.searcher.FacetDim;
import archsearch.searcher.Hit;
import archsearch.searcher.MarkedText;
import archsearch.searcher.SearchRequest;
import archsearch.searcher.SearchResponse;
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
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.Sort;
import org.apache.lucene.search.SortField;
import org.apache.lucene.search.SortedSetSelector;
import org.apache.lucene.search.TopDocs;

/** One search on one snapshot, from request to response. */
final class LuceneSearch {
    private static final SortField NEWEST = new SortField(IndexSchema.DATE, SortField.Type.INT, true);
    private static final SortField OLDEST = new SortField(IndexSchema.DATE, SortField.Type.INT);
    private static final SortField BY_ID = KeywordField.newSortField(IndexSchema.ID, false, SortedSetSelector.Type.MIN);

    private final IndexSnapshot snapshot;
    private final GlossaryTerms glossary;
    private final QueryTranslation translation;
    private final SearchRequest request;
    private final long startNanos = System.nanoTime();

    LuceneSearch(IndexSnapshot snapshot, GlossaryTerms glossary, SearchRequest request) {
        this.snapshot = snapshot;
        this.glossary = glossary;
        this.translation = new QueryTranslation(snapshot.searcher(), glossary);
        this.request = request;
    }

    SearchResponse run() throws IOException {
        ParsedQuery typed = QueryParser.parse(request.q());
        TranslatedQuery query = translation.of(typed);
        FacetedSearch.Result found = find(query);
        Alternatives alternatives = new Alternatives(snapshot, translation, request, typed);
        Correction correction = alternatives.answeredInstead(total(found)).orElse(null);
        if (correction != null) {
            query = translation.of(correction.query());
            found = find(query);
        }
        return new SearchResponse(
                request,
                correction == null ? typed.readBack() : correction.text(),
                correction == null ? null : request.q(),
                typed.warnings(),
                total(found),
                hits(query, found.hits()),
                found.facets(),
                alternatives.suggestions(total(found)),
                snapshot.info().withGlossary(glossary.revision()),
                System.nanoTime() - startNanos,
                false);
    }

    private FacetedSearch.Result find(TranslatedQuery query) throws IOException {
        int docs = Math.max(1, snapshot.searcher().getIndexReader().maxDoc());
        int depth = Math.min(request.page() * request.size(), docs);
        return new FacetedSearch(snapshot, request).search(narrowed(query, request), depth, sort());
    }

    private static int total(FacetedSearch.Result found) {
        return Math.toIntExact(found.hits().totalHits.value());
    }

    /** The query with the filters that apply to every facet alike. */
    static Query narrowed(TranslatedQuery query, SearchRequest request) {
        BooleanQuery.Builder all = new BooleanQuery.Builder();
        all.add(query.ranked(), Occur.MUST);
        for (String tag : request.tags()) {
            all.add(LuceneQuery.value(FacetDim.TAG.word(), tag), Occur.FILTER);
        }
        if (request.from() != null || request.to() != null) {
            all.add(LuceneQuery.dates(request.from(), request.to()), Occur.FILTER);
        }
        Integer minutesMax = request.minutesMax();
        if (minutesMax != null) {
            all.add(LuceneQuery.minutes(1, minutesMax), Occur.FILTER);
        }
        return all.build();
    }

    private Sort sort() {
        return switch (request.sort()) {
            case RELEVANCE -> new Sort(SortField.FIELD_SCORE, NEWEST, BY_ID);
            case NEWEST -> new Sort(NEWEST, BY_ID);
            case OLDEST -> new Sort(OLDEST, BY_ID);
            case LIKES -> new Sort(new SortField(IndexSchema.LIKES, SortField.Type.INT, true), NEWEST, BY_ID);
            case MINUTES -> new Sort(new SortField(IndexSchema.MINUTES, SortField.Type.INT), NEWEST, BY_ID);
        };
    }

    private List<Hit> hits(TranslatedQuery query, TopDocs found) throws IOException {
        int first = (request.page() - 1) * request.size();
        if (first >= found.scoreDocs.length) {
            return List.of();
        }
        ScoreDoc[] page = Arrays.copyOfRange(found.scoreDocs, first, found.scoreDocs.length);
        List<Highlighter.Matches> matches = matches(query, page);
        StoredFields stored = snapshot.searcher().storedFields();
        Query explained = narrowed(query, request);
        MatchReader reasons = new MatchReader(query.root());
        List<Hit> hits = new ArrayList<>();
        for (int i = 0; i < page.length; i++) {
            Article article = IndexSchema.article(stored.document(page[i].doc));
            Highlighter.Matches m = matches.get(i);
            MarkedText title = new MarkedText(article.title(), m.title());
            MarkedText summary = new MarkedText(article.summary(), m.summary());
            List<MarkedText> tags = m.marked(article.tags());
            hits.add(new Hit(
                    article,
                    first + i + 1,
                    request.q().isEmpty() ? 0 : page[i].score,
                    title,
                    summary,
                    tags,
                    reasons.matches(title, summary, tags),
                    request.explain()
                            ? snapshot.searcher()
                                    .explain(explained, page[i].doc)
                                    .toString()
                            : null));
        }
        return hits;
    }

    private List<Highlighter.Matches> matches(TranslatedQuery query, ScoreDoc[] page) throws IOException {
        int[] docs = Arrays.stream(page).mapToInt(d -> d.doc).toArray();
        if (!request.highlights() || query.root().nodes().isEmpty()) {
            return Arrays.stream(docs).mapToObj(d -> Highlighter.Matches.NONE).toList();
        }
        return new Highlighter(snapshot.searcher(), query.highlighted()).matches(docs);
    }
}
