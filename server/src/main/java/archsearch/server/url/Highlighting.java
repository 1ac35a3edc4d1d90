package archsearch.server.url;

import java.util.Arrays;
import java.util.Optional;

/** How an answer in JSON says which parts of a text matched. */
public enum Highlighting {
    /** Escaped HTML with {@code <mark>} around each match. */
    HTML("html"),
    /** Pairs of start and end, in UTF-16 code units, end exclusive. */
    RANGES("ranges"),
    /** Not at all. */
    NONE("none");

    private final String word;

    Highlighting(String word) {
        this.word = word;
    }

    /** The word used in requests. */
    public String word() {
        return word;
    }

    /** The value with exactly this word, or empty. */
    public static Optional<Highlighting> ofWord(String word) {
        return Arrays.stream(values()).filter(h -> h.word.equals(word)).findFirst();
    }
}
