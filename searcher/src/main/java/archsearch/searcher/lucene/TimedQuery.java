package archsearch.searcher.lucene;

import java.io.IOException;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.FilterDocIdSetIterator;
import org.apache.lucene.search.FilterWeight;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.QueryVisitor;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.Scorer;
import org.apache.lucene.search.ScorerSupplier;
import org.apache.lucene.search.TwoPhaseIterator;
import org.apache.lucene.search.Weight;
import org.jspecify.annotations.Nullable;

/**
 * Matches and scores as another query until a deadline, then matches nothing more. Lucene's own time limit scores a range of
 * documents after the other, which drill-sideways refuses.
 */
final class TimedQuery extends Query {
    /** Documents between two looks at the clock. */
    private static final int LOOK_EVERY = 256;

    private final Query query;
    private final Deadline deadline;

    TimedQuery(Query query, Deadline deadline) {
        this.query = query;
        this.deadline = deadline;
    }

    @Override
    public Query rewrite(IndexSearcher searcher) throws IOException {
        Query rewritten = query.rewrite(searcher);
        return rewritten.equals(query) ? this : new TimedQuery(rewritten, deadline);
    }

    @Override
    public Weight createWeight(IndexSearcher searcher, ScoreMode scoreMode, float boost) throws IOException {
        return new FilterWeight(this, searcher.createWeight(query, scoreMode, boost)) {
            @Override
            public @Nullable ScorerSupplier scorerSupplier(LeafReaderContext leaf) throws IOException {
                ScorerSupplier supplier = in.scorerSupplier(leaf);
                return supplier == null ? null : timed(supplier);
            }

            // What was cut short is not true of the next search.
            @Override
            public boolean isCacheable(LeafReaderContext leaf) {
                return false;
            }

            @Override
            public int count(LeafReaderContext leaf) {
                return -1;
            }
        };
    }

    private ScorerSupplier timed(ScorerSupplier supplier) {
        return new ScorerSupplier() {
            @Override
            public Scorer get(long leadCost) throws IOException {
                return new TimedScorer(supplier.get(leadCost), deadline);
            }

            @Override
            public long cost() {
                return supplier.cost();
            }
        };
    }

    private static final class TimedScorer extends Scorer {
        private final Scorer scorer;
        private final DocIdSetIterator iterator;
        private final @Nullable TwoPhaseIterator twoPhase;

        TimedScorer(Scorer scorer, Deadline deadline) {
            this.scorer = scorer;
            TwoPhaseIterator inner = scorer.twoPhaseIterator();
            if (inner == null) {
                twoPhase = null;
                iterator = new TimedIterator(scorer.iterator(), deadline);
            } else {
                twoPhase = new TwoPhaseIterator(new TimedIterator(inner.approximation(), deadline)) {
                    @Override
                    public boolean matches() throws IOException {
                        return inner.matches();
                    }

                    @Override
                    public float matchCost() {
                        return inner.matchCost();
                    }
                };
                iterator = TwoPhaseIterator.asDocIdSetIterator(twoPhase);
            }
        }

        @Override
        public int docID() {
            return iterator.docID();
        }

        @Override
        public DocIdSetIterator iterator() {
            return iterator;
        }

        @Override
        public @Nullable TwoPhaseIterator twoPhaseIterator() {
            return twoPhase;
        }

        @Override
        public float getMaxScore(int upTo) throws IOException {
            return scorer.getMaxScore(upTo);
        }

        @Override
        public float score() throws IOException {
            return scorer.score();
        }
    }

    private static final class TimedIterator extends FilterDocIdSetIterator {
        private final Deadline deadline;
        private int steps;
        private boolean ended;

        TimedIterator(DocIdSetIterator in, Deadline deadline) {
            super(in);
            this.deadline = deadline;
        }

        private boolean isOver() {
            ended = ended || (steps++ % LOOK_EVERY == 0 && deadline.shouldExit());
            return ended;
        }

        @Override
        public int docID() {
            return ended ? NO_MORE_DOCS : in.docID();
        }

        @Override
        public int nextDoc() throws IOException {
            return isOver() ? NO_MORE_DOCS : in.nextDoc();
        }

        @Override
        public int advance(int target) throws IOException {
            return isOver() ? NO_MORE_DOCS : in.advance(target);
        }
    }

    @Override
    public void visit(QueryVisitor visitor) {
        query.visit(visitor);
    }

    @Override
    public String toString(String field) {
        return query.toString(field);
    }

    /** Deadlines are of one search each, so no two are equal. */
    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof TimedQuery t && query.equals(t.query) && deadline == t.deadline;
    }

    @Override
    public int hashCode() {
        return 31 * classHash() + query.hashCode();
    }
}
