package archsearch.searcher.lucene;

import archsearch.indexer.analysis.TextKey;
import archsearch.indexer.lucene.IndexSchema;
import archsearch.searcher.query.QueryNode;
import archsearch.searcher.query.StopWords;
import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.lucene.document.IntPoint;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.ConstantScoreQuery;
import org.apache.lucene.search.MatchAllDocsQuery;
import org.apache.lucene.search.MatchNoDocsQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;
import org.jspecify.annotations.Nullable;

/** Turns query trees and filters into Lucene queries. */
final class LuceneQuery {
    /** What a grammar word adds where it stands: enough to tell two titles apart, no more. */
    private static final float GRAMMAR_WEIGHT = 0.03f;

    private final TextQueries texts;
    private final boolean preferences;

    /**
     * @param texts makes the queries for words and phrases
     * @param preferences whether what is only preferred is part of the queries. It ranks, but is not highlighted, such as the
     *     "the" of a title
     */
    LuceneQuery(TextQueries texts, boolean preferences) {
        this.texts = texts;
        this.preferences = preferences;
    }

    /** The query for a tree. */
    Query of(QueryNode.AllOf root) throws IOException {
        return conjunction(root.nodes());
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

    /** The query for a part of a tree. */
    Query of(QueryNode node) throws IOException {
        return switch (node) {
            case QueryNode.Words n -> TextQueries.words(n.text(), n.scope());
            case QueryNode.Glossed n -> glossed(n);
            case QueryNode.Pieced n -> pieced(n);
            case QueryNode.MostOf n -> most(n);
            case QueryNode.Phrase n -> TextQueries.phrase(n.text(), n.scope());
            case QueryNode.Prefix n -> texts.prefix(n.text(), n.scope());
            case QueryNode.Fuzzy n -> texts.fuzzy(n.text(), n.scope());
            case QueryNode.Value n -> unscored(value(n.dim().word(), n.value()));
            case QueryNode.Dates n -> unscored(dates(n.from(), n.to()));
            case QueryNode.Minutes n ->
                unscored(
                        n.max() < n.min()
                                ? new MatchNoDocsQuery("no minutes between " + n.min() + " and " + n.max())
                                : minutes(n.min(), n.max()));
            case QueryNode.AllOf n -> conjunction(n.nodes());
            case QueryNode.AnyOf n -> disjunction(n.nodes()).build();
            case QueryNode.Not n -> conjunction(List.of(n));
            case QueryNode.Preferred n -> conjunction(List.of(n));
        };
    }

    private static Query unscored(Query filter) {
        return new ConstantScoreQuery(filter);
    }

    private Query glossed(QueryNode.Glossed term) throws IOException {
        List<Query> names = new ArrayList<>(texts.partners(term));
        names.addFirst(of(term.literal()));
        return TextQueries.best(names);
    }

    private Query pieced(QueryNode.Pieced run) throws IOException {
        return new BooleanQuery.Builder()
                .add(conjunction(run.pieces()), Occur.SHOULD)
                .add(TextQueries.run(run.run()), Occur.SHOULD)
                .build();
    }

    private Query most(QueryNode.MostOf most) throws IOException {
        return disjunction(most.nodes())
                .setMinimumNumberShouldMatch(most.minimum())
                .build();
    }

    private Query conjunction(List<QueryNode> nodes) throws IOException {
        BooleanQuery.Builder all = new BooleanQuery.Builder();
        boolean anyRequired = false;
        for (QueryNode node : nodes) {
            Occur occur = occur(node);
            if (occur == Occur.SHOULD) {
                if (preferences) {
                    preferred(bare(node)).ifPresent(q -> all.add(q, occur));
                }
                continue;
            }
            all.add(of(bare(node)), occur);
            anyRequired |= occur == Occur.MUST || occur == Occur.FILTER;
        }
        if (!anyRequired) {
            // Nothing but exclusions and preferences: start from every article.
            all.add(MatchAllDocsQuery.INSTANCE, Occur.FILTER);
        }
        return all.build();
    }

    private Optional<Query> preferred(QueryNode node) throws IOException {
        if (!StopWords.isStopWord(node)) {
            return Optional.of(of(node));
        }
        // Nearly every Chinese text has 的; looking for it takes long and tells nothing.
        boolean isHan = node instanceof QueryNode.Words w
                && Character.isIdeographic(w.text().codePointAt(0));
        return isHan ? Optional.empty() : Optional.of(new BoostQuery(of(node), GRAMMAR_WEIGHT));
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
            case QueryNode.Glossed n -> Occur.MUST;
            case QueryNode.Pieced n -> Occur.MUST;
            case QueryNode.MostOf n -> Occur.MUST;
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

    private BooleanQuery.Builder disjunction(List<QueryNode> nodes) throws IOException {
        BooleanQuery.Builder any = new BooleanQuery.Builder();
        for (QueryNode node : nodes) {
            any.add(of(node), Occur.SHOULD);
        }
        return any;
    }
}
