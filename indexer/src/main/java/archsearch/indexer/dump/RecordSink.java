package archsearch.indexer.dump;

import archsearch.indexer.article.Article;
import archsearch.indexer.dump.DumpRecord.Location;

/** Takes what the reader of one format finds, in the order of the file. */
interface RecordSink {
    /** An article that needs nothing more. */
    void article(Article article, Location location);

    /** A card of a listing, its tags still glued together. */
    void card(ListingCard card);

    /** A record that could not be read; {@code text} is its source. */
    void reject(Location location, RejectReason reason, String detail, String text);

    /** A field that no article has, seen at this place; told every time it is met. */
    void unknownField(String name, Location location);

    /**
     * A line of a reject file: a record that was rejected before and may have been corrected since.
     *
     * @param from the file in which the record stood first
     */
    void rejectedBefore(String from, RejectReason reason, String detail, String text, Location location);

    /** Starts a listing, before its first card; returns the number its cards carry. */
    int startListing();

    /** A listing has ended. */
    void endListing(ListingPage page);
}
