package archsearch.searcher.lucene;

import archsearch.indexer.lucene.IndexSchema;
import java.io.IOException;
import org.apache.lucene.document.IntPoint;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.PointValues;
import org.apache.lucene.queries.function.FunctionScoreQuery;
import org.apache.lucene.search.DoubleValues;
import org.apache.lucene.search.DoubleValuesSource;
import org.apache.lucene.search.Explanation;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;

/**
 * A gentle preference for newer articles: the newest article of the index scores a twentieth more than a very old one, and half
 * of that is gone after two years. It is counted from the newest article, not from today, so that the same index gives the same
 * scores tomorrow.
 *
 * @param newest the newest article's day, since 1970
 */
record Freshness(int newest) {
    private static final double MOST = 0.05;
    private static final double HALF_LIFE_DAYS = 730;

    /** For the articles of a searcher. */
    static Freshness of(IndexSearcher searcher) throws IOException {
        byte[] max = PointValues.getMaxPackedValue(searcher.getIndexReader(), IndexSchema.DATE);
        return new Freshness(max == null ? 0 : IntPoint.decodeDimension(max, 0));
    }

    /** The same articles, newer ones a little higher. */
    Query applied(Query query) {
        return new FunctionScoreQuery(query, new Score(newest));
    }

    /** What a score is multiplied by. */
    static double factor(int newest, long day) {
        return 1 + MOST * Math.pow(2, -Math.max(0, newest - day) / HALF_LIFE_DAYS);
    }

    private static final class Score extends DoubleValuesSource {
        private static final DoubleValuesSource DAY = DoubleValuesSource.fromLongField(IndexSchema.DATE);

        private final int newest;

        Score(int newest) {
            this.newest = newest;
        }

        @Override
        public DoubleValues getValues(LeafReaderContext segment, DoubleValues scores) throws IOException {
            DoubleValues days = DAY.getValues(segment, scores);
            return new DoubleValues() {
                @Override
                public double doubleValue() throws IOException {
                    return scores.doubleValue() * factor(newest, (long) days.doubleValue());
                }

                @Override
                public boolean advanceExact(int doc) throws IOException {
                    return scores.advanceExact(doc) && days.advanceExact(doc);
                }
            };
        }

        @Override
        public Explanation explain(LeafReaderContext segment, int doc, Explanation score) throws IOException {
            DoubleValues days = DAY.getValues(segment, null);
            double factor = days.advanceExact(doc) ? factor(newest, (long) days.doubleValue()) : 1;
            return Explanation.match(
                    score.getValue().doubleValue() * factor,
                    "score times freshness",
                    score,
                    Explanation.match(
                            factor, "freshness: 1 + " + MOST + " * 2^(-age in days / " + HALF_LIFE_DAYS + ")"));
        }

        @Override
        public boolean needsScores() {
            return true;
        }

        @Override
        public DoubleValuesSource rewrite(IndexSearcher searcher) {
            return this;
        }

        @Override
        public boolean isCacheable(LeafReaderContext segment) {
            return DAY.isCacheable(segment);
        }

        @Override
        public int hashCode() {
            return newest;
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof Score s && s.newest == newest;
        }

        @Override
        public String toString() {
            return "score times freshness from day " + newest;
        }
    }
}
