package archsearch.indexer.dump;

import archsearch.indexer.article.Article;

/** One record of a dump as the reader found it: an article, or the reason why it is none. */
public sealed interface DumpRecord {
    /** Where the record starts, or, for a reject, where the fault lies. */
    Location location();

    /** A record that could be read. */
    record Accepted(Article article, Location location) implements DumpRecord {}

    /**
     * A record that could not be read.
     *
     * @param reason the kind of fault, a stable word
     * @param detail one sentence for the operator: what was found and what is expected
     * @param text the record's source text, cut to {@link #MAX_TEXT} characters, so that it can be corrected and fed back in
     */
    record Rejected(Location location, RejectReason reason, String detail, String text) implements DumpRecord {
        public static final int MAX_TEXT = 16_384;

        public Rejected {
            text = text.length() > MAX_TEXT ? text.substring(0, MAX_TEXT) : text;
        }
    }

    /**
     * A place in a dump.
     *
     * @param file the file as the operator named it; {@code -} for standard input
     * @param line 1-based line
     */
    record Location(String file, long line) {
        @Override
        public String toString() {
            return file + ":" + line;
        }
    }
}
