package archsearch.searcher.lucene;

import archsearch.searcher.query.QueryNode;
import java.io.IOException;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.Query;

/**
 * Counts the articles in which the changed words of a query keep company with the others. A search may be content with some of
 * many words; whether a correction is right shows in how many of them it stands with.
 */
final class Company {
    /**
     * What an article with another name of a word counts for. It tells that both belong together, but every second short word
     * has another name, and any of them stands beside more words than the rare one that was meant.
     */
    private static final double OTHER_NAME = 0.1;

    private final List<QueryNode> typed;
    private final HitCount count;

    /**
     * @param typed the query as it was typed; what else a query holds is changed
     */
    Company(QueryNode.AllOf typed, HitCount count) {
        this.typed = typed.nodes();
        this.count = count;
    }

    /** Articles with all words of the other query; those with other names of the words count less. */
    double ofAll(QueryNode.AllOf query) throws IOException {
        return of(query, 1);
    }

    /** Articles with the changed words of the other query and at least half of its unchanged ones, counted likewise. */
    double ofHalf(QueryNode.AllOf query) throws IOException {
        return of(query, 0.5);
    }

    private double of(QueryNode.AllOf query, double share) throws IOException {
        BooleanQuery.Builder anyName = clauses(query, share, count::query);
        int all = count.of(anyName);
        if (all == 0) {
            return 0;
        }
        BooleanQuery.Builder literal = clauses(query, share, count::literalQuery);
        // Where no word has another name, both are one query, and counting takes most of the time.
        return literal.build().equals(anyName.build()) ? all : Math.max(count.of(literal), OTHER_NAME * all);
    }

    private interface Reading {
        Query of(QueryNode node) throws IOException;
    }

    private BooleanQuery.Builder clauses(QueryNode.AllOf query, double share, Reading reading) throws IOException {
        Set<QueryNode> before = new HashSet<>(typed);
        BooleanQuery.Builder clauses = new BooleanQuery.Builder();
        int unchanged = 0;
        for (QueryNode node : query.nodes()) {
            switch (role(node)) {
                case WORD -> {
                    boolean same = before.contains(node);
                    clauses.add(reading.of(node), same ? Occur.SHOULD : Occur.MUST);
                    unchanged += same ? 1 : 0;
                }
                case CONDITION -> clauses.add(reading.of(node), Occur.FILTER);
                case PREFERENCE -> {}
            }
        }
        clauses.setMinimumNumberShouldMatch((int) Math.ceil(unchanged * share));
        return clauses;
    }

    private enum Role {
        WORD,
        CONDITION,
        PREFERENCE
    }

    private static Role role(QueryNode node) {
        return switch (node) {
            case QueryNode.Words n -> Role.WORD;
            case QueryNode.Glossed n -> Role.WORD;
            case QueryNode.Pieced n -> Role.WORD;
            case QueryNode.MostOf n -> Role.WORD;
            case QueryNode.Phrase n -> Role.WORD;
            case QueryNode.Prefix n -> Role.WORD;
            case QueryNode.Fuzzy n -> Role.WORD;
            case QueryNode.AllOf n -> Role.WORD;
            case QueryNode.AnyOf n -> Role.WORD;
            case QueryNode.Value n -> Role.CONDITION;
            case QueryNode.Dates n -> Role.CONDITION;
            case QueryNode.Minutes n -> Role.CONDITION;
            case QueryNode.Not n -> Role.CONDITION;
            case QueryNode.Preferred n -> Role.PREFERENCE;
        };
    }
}
