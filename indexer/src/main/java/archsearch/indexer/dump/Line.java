package archsearch.indexer.dump;

import org.jspecify.annotations.Nullable;

/**
 * One line of a dump.
 *
 * @param number 1-based
 * @param text the line without its end; where it has a fault, what can be shown of it
 * @param fault {@code BAD_ENCODING} or {@code TOO_LARGE}, or null for a sound line
 * @param ended whether a line end stood behind it; the last line of a file may lack it
 */
record Line(long number, String text, @Nullable RejectReason fault, boolean ended) {
    Line(long number, String text) {
        this(number, text, null, true);
    }

    /** What is wrong with the line, for the operator. */
    String faultDetail() {
        return fault == RejectReason.TOO_LARGE
                ? "the line is longer than " + LineReader.MAX_LINE_BYTES + " bytes"
                : "the line is not UTF-8; save the dump as UTF-8";
    }

    boolean isBlank() {
        return fault == null && FieldText.isBlank(text);
    }
}
