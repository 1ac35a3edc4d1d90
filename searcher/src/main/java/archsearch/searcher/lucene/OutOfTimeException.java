package archsearch.searcher.lucene;

/**
 * Ends something that is all or nothing, such as listing the words of a prefix, at a {@link Deadline}. Unlike a shorter list it cannot
 * end up in Lucene's cache of queries. {@link TimedSearcher} turns it into fewer hits.
 */
final class OutOfTimeException extends RuntimeException {
    private static final long serialVersionUID = 1;

    OutOfTimeException() {
        // Ends a search as planned: nobody reads where.
        super("the search ran out of time", null, false, false);
    }
}
