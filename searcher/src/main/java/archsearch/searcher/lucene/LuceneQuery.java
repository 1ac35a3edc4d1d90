package archsearch.searcher.lucene;

import archsearch.indexer.analysis.TextKey;
import archsearch.indexer.lucene.IndexSchema;
import archsearch.searcher.query.QueryNode;
import java.time.LocalDate;
import java.util.List;
import org.apache.lucene.document.IntPoint;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.ConstantScoreQuery;
import org.apache.lucene.search.MatchAllDocsQuery;
import org.apache.lucene.search.MatchNoDocsQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;
import org.jspecify.annotations.Nullable;

/** Turns query trees and filters into Lucene queries. */
final class LuceneQuery {
    private LuceneQuery() {}

    /** The query that selects and ranks articles. */
    static Query of(QueryNode.AllOf root) {
        return conjunction(root.nodes(), true);
    }

    /** The query for one part of a query, on its own. */
    static Query of(QueryNode node) {
        return conjunction(List.of(node), true);
    }

    /** The query whose matches are highlighted: without what is only preferred, such as the "the" of a title. */
    static Query forHighlighting(QueryNode.AllOf root) {
        return conjunction(root.nodes(), false);
    }

    /** Articles that carry a facet value, however it is spelled. */
    static Query value(String dim, String value) {
        return new TermQuery(new Term(IndexSchema.keyField(dim), TextKey.of(value)));
    }

    /** Articles that carry any of the values. */
    static Query anyValue(String dim, List<String> values) {
        BooleanQuery.Builder any = new BooleanQuery.Builder();
        values.forEach(v -> any.add(value(dim, v), Occur.SHOULD));
        return any.build();
    }

    /** Articles of these days, inclusive; null where there is no bound. */
    static Query dates(@Nullable LocalDate from, @Nullable LocalDate to) {
        return IntPoint.newRangeQuery(
                IndexSchema.DATE,
                from == null ? Integer.MIN_VALUE : day(from),
                to == null ? Integer.MAX_VALUE : day(to));
    }

    /** Articles whose reading time is known and lies in this range of minutes, inclusive. */
    static Query minutes(int min, int max) {
        return IntPoint.newRangeQuery(IndexSchema.MINUTES, Math.max(1, min), max);
    }

    private static int day(LocalDate date) {
        return Math.toIntExact(date.toEpochDay());
    }

    private static Query query(QueryNode node, boolean preferences) {
        return switch (node) {
            case QueryNode.Words n -> TextQueries.words(n.text(), n.scope());
            case QueryNode.Phrase n -> TextQueries.phrase(n.text(), n.scope());
            case QueryNode.Prefix n -> TextQueries.prefix(n.text(), n.scope());
            case QueryNode.Fuzzy n -> TextQueries.fuzzy(n.text(), n.scope());
            case QueryNode.Value n -> unscored(value(n.dim().word(), n.value()));
            case QueryNode.Dates n -> unscored(dates(n.from(), n.to()));
            case QueryNode.Minutes n ->
                unscored(
                        n.max() < n.min()
                                ? new MatchNoDocsQuery("no minutes between " + n.min() + " and " + n.max())
                                : minutes(n.min(), n.max()));
            case QueryNode.AllOf n -> conjunction(n.nodes(), preferences);
            case QueryNode.AnyOf n -> disjunction(n.nodes(), preferences);
            case QueryNode.Not n -> conjunction(List.of(n), preferences);
            case QueryNode.Preferred n -> conjunction(List.of(n), preferences);
        };
    }

    private static Query unscored(Query filter) {
        return new ConstantScoreQuery(filter);
    }

    private static Query conjunction(List<QueryNode> nodes, boolean preferences) {
        BooleanQuery.Builder all = new BooleanQuery.Builder();
        boolean anyRequired = false;
        for (QueryNode node : nodes) {
            Occur occur = occur(node);
            if (occur == Occur.SHOULD && !preferences) {
                continue;
            }
            all.add(query(bare(node), preferences), occur);
            anyRequired |= occur == Occur.MUST || occur == Occur.FILTER;
        }
        if (!anyRequired) {
            // Nothing but exclusions and preferences: start from every article.
            all.add(MatchAllDocsQuery.INSTANCE, Occur.FILTER);
        }
        return all.build();
    }

    /** A filter selects but says nothing about relevance. */
    private static Occur occur(QueryNode node) {
        return switch (node) {
            case QueryNode.Not n -> Occur.MUST_NOT;
            case QueryNode.Preferred n -> Occur.SHOULD;
            case QueryNode.Value n -> Occur.FILTER;
            case QueryNode.Dates n -> Occur.FILTER;
            case QueryNode.Minutes n -> Occur.FILTER;
            case QueryNode.Words n -> Occur.MUST;
            case QueryNode.Phrase n -> Occur.MUST;
            case QueryNode.Prefix n -> Occur.MUST;
            case QueryNode.Fuzzy n -> Occur.MUST;
            case QueryNode.AllOf n -> Occur.MUST;
            case QueryNode.AnyOf n -> Occur.MUST;
        };
    }

    private static QueryNode bare(QueryNode node) {
        return switch (node) {
            case QueryNode.Not n -> n.node();
            case QueryNode.Preferred n -> n.node();
            default -> node;
        };
    }

    private static Query disjunction(List<QueryNode> nodes, boolean preferences) {
        BooleanQuery.Builder any = new BooleanQuery.Builder();
        for (QueryNode node : nodes) {
            any.add(query(node, preferences), Occur.SHOULD);
        }
        return any.build();
    }
}
