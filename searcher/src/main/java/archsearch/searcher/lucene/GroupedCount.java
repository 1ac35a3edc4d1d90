package archsearch.searcher.lucene;

import java.io.IOException;
import java.util.Collection;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.CollectorManager;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.SimpleCollector;
import org.apache.lucene.util.FixedBitSet;

/** Counts hits where an article and its reposts are one. */
final class GroupedCount {
    private GroupedCount() {}

    /** The number of groups of which an article matches, articles that stand alone counted as groups of their own. */
    static int of(IndexSearcher searcher, RepostGroups groups, Query query) throws IOException {
        int articles = searcher.count(query);
        if (articles < 2 || groups.isEmpty()) {
            return articles;
        }
        Query members = new BooleanQuery.Builder()
                .add(query, Occur.FILTER)
                .add(new RepostsQuery(groups), Occur.FILTER)
                .build();
        return articles - searcher.search(members, new Repeats(groups));
    }

    /** Counts the matching members of groups beyond the first of each. */
    private record Repeats(RepostGroups groups) implements CollectorManager<Members, Integer> {
        @Override
        public Members newCollector() {
            return new Members(groups);
        }

        @Override
        public Integer reduce(Collection<Members> parts) {
            FixedBitSet seen = new FixedBitSet(groups.size());
            int members = 0;
            for (Members part : parts) {
                seen.or(part.seen);
                members += part.members;
            }
            return members - seen.cardinality();
        }
    }

    /** Counts members of groups and remembers their groups. */
    private static final class Members extends SimpleCollector {
        private final RepostGroups groups;
        private final FixedBitSet seen;
        private int base;
        private int members;

        Members(RepostGroups groups) {
            this.groups = groups;
            this.seen = new FixedBitSet(groups.size());
        }

        @Override
        protected void doSetNextReader(LeafReaderContext leaf) {
            base = leaf.docBase;
        }

        @Override
        public void collect(int doc) {
            seen.set(groups.group(base + doc));
            members++;
        }

        @Override
        public ScoreMode scoreMode() {
            return ScoreMode.COMPLETE_NO_SCORES;
        }
    }
}
