package archsearch.searcher.lucene;

import archsearch.searcher.FacetDim;
import archsearch.searcher.SearchRequest;
import archsearch.searcher.query.QueryNode;
import archsearch.searcher.query.QueryParser;
import java.io.IOException;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;

/**
 * Counts the hits of searches that might be offered, within a budget: a search without hits may try many others, and what
 * a person typed must not decide how long that takes.
 */
final class HitCount {
    /** Tries that are made for one search, whatever they are for. */
    private static final int MOST = 200;
    /** A slow machine or a huge index runs out of time before it runs out of tries. */
    private static final long MOST_NANOS = 1_000_000_000;

    private final QueryTranslation translation;
    private final IndexSnapshot snapshot;
    private final Deadline deadline;
    private final IndexSearcher searcher;
    private int tries;
    private long nanos;

    HitCount(IndexSnapshot snapshot, QueryTranslation translation, Deadline deadline) {
        this.snapshot = snapshot;
        this.deadline = deadline;
        this.searcher = deadline.searcher(snapshot);
        this.translation = translation;
    }

    /** The number of hits that a request's answer states; 0 where the budget is used up. */
    int of(SearchRequest request) throws IOException {
        BooleanQuery.Builder all = new BooleanQuery.Builder();
        all.add(LuceneSearch.narrowed(translation.of(QueryParser.parse(request.q())), request), Occur.FILTER);
        for (FacetDim dim : FacetDim.values()) {
            FacetedSearch.selection(request, dim).ifPresent(q -> all.add(q, Occur.FILTER));
        }
        return request.grouped() ? counted(all, q -> GroupedCount.of(searcher, snapshot.reposts(), q)) : of(all);
    }

    /** The number of articles that match one part of a query; 0 where the budget is used up. */
    int of(QueryNode node) throws IOException {
        return of(new BooleanQuery.Builder().add(translation.of(node), Occur.FILTER));
    }

    /** The query for one part of a query, with every word required. */
    Query query(QueryNode node) throws IOException {
        return translation.of(node);
    }

    /** The same without the names that the words have elsewhere. */
    Query literalQuery(QueryNode node) throws IOException {
        return translation.literal(node);
    }

    /** The number of articles that match a query; 0 where the budget is used up. */
    int of(BooleanQuery.Builder query) throws IOException {
        return counted(query, translation::count);
    }

    private interface Counting {
        int of(Query query) throws IOException;
    }

    private int counted(BooleanQuery.Builder query, Counting counting) throws IOException {
        if (isUsedUp()) {
            return 0;
        }
        long start = System.nanoTime();
        int hits = counting.of(query.build());
        nanos += System.nanoTime() - start;
        tries++;
        return deadline.hasCutShort() ? 0 : hits;
    }

    boolean isUsedUp() {
        return tries >= MOST || nanos > MOST_NANOS || deadline.shouldExit();
    }
}
