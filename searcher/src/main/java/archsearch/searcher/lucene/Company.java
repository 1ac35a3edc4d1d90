package archsearch.searcher.lucene;

import archsearch.searcher.query.QueryNode;
import java.io.IOException;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;

/**
 * Counts the articles in which the changed words of a query keep company with the others. A search may be content with some of
 * many words; whether a correction is right shows in how many of them it stands with.
 */
final class Company {
    private final List<QueryNode> typed;
    private final HitCount count;

    /**
     * @param typed the query as it was typed; what else a query holds is changed
     */
    Company(QueryNode.AllOf typed, HitCount count) {
        this.typed = typed.nodes();
        this.count = count;
    }

    /** Articles with all words of the other query. */
    int ofAll(QueryNode.AllOf query) throws IOException {
        return of(query, 1);
    }

    /** Articles with the changed words of the other query and at least half of its unchanged ones. */
    int ofHalf(QueryNode.AllOf query) throws IOException {
        return of(query, 0.5);
    }

    private int of(QueryNode.AllOf query, double share) throws IOException {
        Set<QueryNode> before = new HashSet<>(typed);
        BooleanQuery.Builder clauses = new BooleanQuery.Builder();
        int unchanged = 0;
        for (QueryNode node : query.nodes()) {
            switch (role(node)) {
                case WORD -> {
                    boolean same = before.contains(node);
                    clauses.add(count.query(node), same ? Occur.SHOULD : Occur.MUST);
                    unchanged += same ? 1 : 0;
                }
                case CONDITION -> clauses.add(count.query(node), Occur.FILTER);
                case PREFERENCE -> {}
            }
        }
        clauses.setMinimumNumberShouldMatch((int) Math.ceil(unchanged * share));
        return count.of(clauses);
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
