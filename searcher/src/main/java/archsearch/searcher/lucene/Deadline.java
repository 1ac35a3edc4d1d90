package archsearch.searcher.lucene;

import java.time.Duration;
import java.util.function.LongSupplier;
import org.apache.lucene.index.QueryTimeout;
import org.apache.lucene.search.IndexSearcher;

/**
 * When one search has to come to its end with what it has found by then. It is the same for all that the search does: reading the
 * query, collecting hits, counting others to offer. For one search; not thread-safe.
 */
final class Deadline implements QueryTimeout {
    /** No end; the one deadline that searches may share, since it never changes. */
    static final Deadline NEVER = new Deadline(Duration.ZERO, System::nanoTime);

    private final LongSupplier nanos;
    private final boolean limited;
    private final long end;
    private boolean passed;

    /**
     * A deadline that begins to run now.
     *
     * @param time how long; zero for no end
     * @param nanos the clock, as {@link System#nanoTime} tells the time
     */
    Deadline(Duration time, LongSupplier nanos) {
        this.nanos = nanos;
        this.limited = !time.isZero();
        this.end = limited ? nanos.getAsLong() + time.toNanos() : 0;
    }

    /** Whether to end now. Whoever asks and is told so leaves something out. */
    @Override
    public boolean shouldExit() {
        // Times of this clock may overflow, their differences do not.
        if (limited && !passed && nanos.getAsLong() - end >= 0) {
            passed = true;
        }
        return passed;
    }

    /** Whether anything was left out. */
    boolean hasCutShort() {
        return passed;
    }

    /** Searches the snapshot until then; afterwards it finds nothing more, and says so to nobody but {@link #hasCutShort}. */
    IndexSearcher searcher(IndexSnapshot snapshot) {
        IndexSearcher searcher = listingSearcher(snapshot);
        if (limited) {
            searcher.setTimeout(this);
        }
        return searcher;
    }

    /** Searches the snapshot until then only while the words of {@link TimedTerms} are listed; for what brings its own end beyond. */
    IndexSearcher listingSearcher(IndexSnapshot snapshot) {
        return new TimedSearcher(snapshot.searcher().getIndexReader());
    }
}
