package archsearch.indexer.dump;

import archsearch.indexer.dump.ListingLines.HeaderLine;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The listings of one file, one open at a time: a header opens the next, and a card before any header opens one without. */
final class ListingPages {
    private final String file;
    private final RecordSink sink;
    private final boolean partOfPage;
    private @Nullable OpenListing listing;

    /**
     * No listing yet.
     *
     * @param partOfPage whether the cards are out of some page, so that nothing can be said of the page
     */
    ListingPages(String file, RecordSink sink, boolean partOfPage) {
        this.file = file;
        this.sink = sink;
        this.partOfPage = partOfPage;
    }

    /** Opens the listing of a header's lines; goes on with the open one where there are none. */
    void open(List<Line> header) {
        if (header.isEmpty()) {
            return;
        }
        close();
        OpenListing opened = new OpenListing(sink.startListing());
        for (Line line : header) {
            HeaderLine numbers = ListingLines.header(line.text()).orElse(new HeaderLine(0, 0, 0));
            opened.total = Math.max(opened.total, numbers.total());
            opened.page = Math.max(opened.page, numbers.page());
            opened.pages = Math.max(opened.pages, numbers.pages());
        }
        listing = opened;
    }

    /** The open listing; opens one without a header where there is none. */
    OpenListing current() {
        OpenListing open = listing;
        if (open == null) {
            open = new OpenListing(sink.startListing());
            listing = open;
        }
        return open;
    }

    boolean isNoneOpen() {
        return listing == null;
    }

    /** Ends the open listing, if there is one. */
    void close() {
        OpenListing open = listing;
        listing = null;
        if (open != null && !partOfPage) {
            sink.endListing(new ListingPage(
                    file,
                    open.number,
                    open.total,
                    open.page,
                    open.pages,
                    open.found,
                    open.newest,
                    open.oldest,
                    open.longestStep));
        }
    }
}
