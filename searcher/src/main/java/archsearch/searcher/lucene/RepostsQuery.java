package archsearch.searcher.lucene;

import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.search.ConstantScoreScorer;
import org.apache.lucene.search.ConstantScoreWeight;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.QueryVisitor;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.Scorer;
import org.apache.lucene.search.ScorerSupplier;
import org.apache.lucene.search.Weight;
import org.apache.lucene.util.BitSet;

/** Matches the articles that are in a group of reposts. Good for the state of the index that the groups were read from. */
final class RepostsQuery extends Query {
    private final RepostGroups groups;

    RepostsQuery(RepostGroups groups) {
        this.groups = groups;
    }

    @Override
    public Weight createWeight(IndexSearcher searcher, ScoreMode scoreMode, float boost) {
        return new ConstantScoreWeight(this, boost) {
            @Override
            public ScorerSupplier scorerSupplier(LeafReaderContext leaf) {
                return new ScorerSupplier() {
                    @Override
                    public Scorer get(long leadCost) {
                        return new ConstantScoreScorer(score(), scoreMode, new Members(groups, leaf));
                    }

                    @Override
                    public long cost() {
                        return groups.docs().length;
                    }
                };
            }

            @Override
            public boolean isCacheable(LeafReaderContext leaf) {
                return false;
            }
        };
    }

    /** The grouped articles of one segment. */
    private static final class Members extends DocIdSetIterator {
        private final BitSet bits;
        private final int base;
        private final int end;
        private final int cost;
        private int doc = -1;

        Members(RepostGroups groups, LeafReaderContext leaf) {
            this.bits = groups.bits();
            this.base = leaf.docBase;
            this.end = leaf.docBase + leaf.reader().maxDoc();
            this.cost = groups.docs().length;
        }

        @Override
        public int docID() {
            return doc;
        }

        @Override
        public int nextDoc() {
            return advance(doc + 1);
        }

        @Override
        public int advance(int target) {
            int next = target >= end - base ? NO_MORE_DOCS : bits.nextSetBit(base + target, end);
            doc = next == NO_MORE_DOCS ? NO_MORE_DOCS : next - base;
            return doc;
        }

        @Override
        public long cost() {
            return cost;
        }
    }

    @Override
    public void visit(QueryVisitor visitor) {
        visitor.visitLeaf(this);
    }

    @Override
    public String toString(String field) {
        return "reposts";
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof RepostsQuery q && q.groups == groups;
    }

    @Override
    public int hashCode() {
        return classHash() + System.identityHashCode(groups);
    }
}
