package archsearch.searcher.lucene;

import java.io.IOException;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.search.Collector;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.MatchNoDocsQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.Weight;

/**
 * A searcher that goes on where {@link TimedTerms} of a query run out of time: a segment in which that happens has no hits, a query of
 * which the words are not known by then has none anywhere. What was collected before stays. Whoever scores or explains documents one by
 * one, without a search, meets the {@link OutOfTimeException}.
 */
final class TimedSearcher extends IndexSearcher {
    TimedSearcher(IndexReader reader) {
        super(reader);
    }

    @Override
    public Query rewrite(Query query) throws IOException {
        try {
            return super.rewrite(query);
        } catch (OutOfTimeException e) {
            return new MatchNoDocsQuery(e.getMessage());
        }
    }

    /** Nothing is collected of a segment before its scorer is made, so what is missing is all of it. */
    @Override
    protected void searchLeaf(LeafReaderContext leaf, int minDoc, int maxDoc, Weight weight, Collector collector)
            throws IOException {
        try {
            super.searchLeaf(leaf, minDoc, maxDoc, weight, collector);
        } catch (OutOfTimeException e) {
            // The deadline itself remembers that it has cut something short.
        }
    }
}
