package archsearch.searcher;

import java.util.Arrays;
import java.util.Optional;

/** The order of hits. Sorting never changes which articles are hits; ties are broken by date, newest first, then by id. */
public enum Sort {
    RELEVANCE("relevance"),
    NEWEST("newest"),
    OLDEST("oldest"),
    LIKES("likes"),
    /** Shortest reading time first; articles that state none are last. */
    MINUTES("minutes");

    private final String word;

    Sort(String word) {
        this.word = word;
    }

    /** The word used in requests, for example {@code newest}. */
    public String word() {
        return word;
    }

    /** The order with exactly this word, or empty. */
    public static Optional<Sort> ofWord(String word) {
        return Arrays.stream(values()).filter(s -> s.word.equals(word)).findFirst();
    }
}
