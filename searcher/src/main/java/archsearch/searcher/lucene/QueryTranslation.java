package archsearch.searcher.lucene;

import archsearch.searcher.query.GlossaryTerms;
import archsearch.searcher.query.ParsedQuery;
import archsearch.searcher.query.QueryExpansion;
import archsearch.searcher.query.QueryNode;
import archsearch.searcher.query.Relaxation;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.ConstantScoreQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;

/** Turns typed queries into what is searched for in one state of the index. Not thread-safe. */
final class QueryTranslation {
    /**
     * More than a partner of a word can gain on the word itself: a partner in title, tags and summary against a word in a long
     * summary differ by less than 0.3 times the word's inverse document frequency, which is below 14 in a million articles, and
     * {@link Freshness} adds a twentieth of the score. It is no part of what freshness weighs, or a query that the glossary
     * knows would prefer newer articles more than another.
     */
    private static final float LITERAL_BONUS = 6;

    private final IndexSearcher searcher;
    private final GlossaryTerms glossary;
    private final LuceneQuery ranked;
    private final LuceneQuery counted;
    private final LuceneQuery highlighted;

    /**
     * @param deadline of the searches, here and with the queries that are made
     */
    QueryTranslation(IndexSnapshot snapshot, GlossaryTerms glossary, Deadline deadline) {
        this.searcher = deadline.searcher(snapshot);
        this.glossary = glossary;
        TextQueries texts = new TextQueries(searcher, deadline);
        this.ranked = new LuceneQuery(texts, true);
        this.counted = new LuceneQuery(texts, false);
        this.highlighted = new LuceneQuery(texts.unlimited(), false);
    }

    /** The whole of a typed query. */
    TranslatedQuery of(ParsedQuery typed) throws IOException {
        QueryNode.AllOf expanded = QueryExpansion.of(typed.root(), glossary);
        QueryNode.AllOf root = Relaxation.of(expanded, glossary, query -> searcher.count(counted.of(query)));
        Query query = withProximity(ranked.of(root), typed);
        if (!typed.root().nodes().isEmpty()) {
            // Without words there is no score that freshness could weigh.
            query = Freshness.of(searcher).applied(query);
        }
        QueryNode.AllOf literal = QueryExpansion.of(typed.root(), GlossaryTerms.EMPTY);
        if (!literal.equals(expanded)) {
            query = literalFirst(query, counted.of(literal));
        }
        return new TranslatedQuery(root, query, highlighted.of(root));
    }

    /** One part of a typed query, every word of it required. */
    Query of(QueryNode node) throws IOException {
        return ranked.of(QueryExpansion.of(new QueryNode.AllOf(List.of(node)), glossary));
    }

    /** One part of a typed query, every word of it required as it was typed: without what it is called elsewhere. */
    Query literal(QueryNode node) throws IOException {
        return ranked.of(QueryExpansion.of(new QueryNode.AllOf(List.of(node)), GlossaryTerms.EMPTY));
    }

    /** The number of articles that match. */
    int count(Query query) throws IOException {
        return searcher.count(query);
    }

    /** What has the typed words themselves ranks above what has partners of theirs. */
    private static Query literalFirst(Query query, Query literal) {
        return new BooleanQuery.Builder()
                .add(query, Occur.MUST)
                .add(new BoostQuery(new ConstantScoreQuery(literal), LITERAL_BONUS), Occur.SHOULD)
                .build();
    }

    private static Query withProximity(Query query, ParsedQuery typed) {
        List<QueryNode.Words> words = new ArrayList<>();
        for (QueryNode node : typed.root().nodes()) {
            if (node instanceof QueryNode.Words w) {
                words.add(w);
            }
        }
        List<Query> pairs = TextQueries.proximity(words);
        if (pairs.isEmpty()) {
            return query;
        }
        BooleanQuery.Builder near = new BooleanQuery.Builder().add(query, Occur.MUST);
        pairs.forEach(pair -> near.add(pair, Occur.SHOULD));
        return near.build();
    }
}
