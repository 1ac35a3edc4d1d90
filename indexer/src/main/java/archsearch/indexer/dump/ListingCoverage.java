package archsearch.indexer.dump;

/**
 * What a listing page's header promises against what the page holds.
 *
 * @param file the file as the operator named it
 * @param tag the listing's own tag, or empty where it could not be told
 * @param total number of articles the header states, 0 without a header
 * @param page number of the page, from 1; 0 without a header
 * @param pages number of pages, 0 without a header
 * @param found cards found on the page, rejected ones included
 * @param expectedMin least number of cards that {@code total} on {@code pages} pages allows on this page; 0 without a header
 * @param expectedMax greatest number of cards that {@code total} on {@code pages} pages allows; 0 without a header
 */
public record ListingCoverage(
        String file, String tag, int total, int page, int pages, int found, int expectedMin, int expectedMax) {

    /**
     * Derives the expected range. If every page but the last holds {@code s} cards, then {@code total} articles need exactly
     * {@code pages} pages only for {@code ceil(total/pages) <= s <= floor((total-1)/(pages-1))}; 949 on 10 pages means 95 to
     * 105. The last page holds what remains, {@code total - s*(pages-1)}.
     */
    public static ListingCoverage of(String file, String tag, int total, int page, int pages, int found) {
        if (total <= 0 || pages <= 0 || page <= 0) {
            return new ListingCoverage(file, tag, 0, 0, 0, found, 0, 0);
        }
        if (pages == 1) {
            return new ListingCoverage(file, tag, total, page, pages, found, total, total);
        }
        int least = (total + pages - 1) / pages;
        int most = Math.max(least, (total - 1) / (pages - 1));
        if (page < pages) {
            return new ListingCoverage(file, tag, total, page, pages, found, least, most);
        }
        int lastLeast = Math.max(1, total - most * (pages - 1));
        int lastMost = Math.max(lastLeast, total - least * (pages - 1));
        return new ListingCoverage(file, tag, total, page, pages, found, lastLeast, lastMost);
    }

    /** Whether the page holds as many cards as its header allows; true for a page without a header. */
    public boolean isComplete() {
        return pages == 0 || (found >= expectedMin && found <= expectedMax);
    }
}
