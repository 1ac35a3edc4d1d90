package archsearch.searcher;

import java.util.Arrays;
import java.util.Optional;

/** A dimension that hits are counted and filtered by. */
public enum FacetDim {
    TAG("tag"),
    PUBLISHER("publisher"),
    CATEGORY("category"),
    LANG("lang"),
    YEAR("year");

    private final String word;

    FacetDim(String word) {
        this.word = word;
    }

    /** The word used in requests and answers, for example {@code publisher}. */
    public String word() {
        return word;
    }

    /**
     * Whether several selected values narrow the hits (an article must carry all of them) instead of widening them (any).
     * Only tags do: an article has many tags but one publisher, category, language and year.
     */
    public boolean isConjunctive() {
        return this == TAG;
    }

    /** The dimension with exactly this word, or empty. */
    public static Optional<FacetDim> ofWord(String word) {
        return Arrays.stream(values()).filter(d -> d.word.equals(word)).findFirst();
    }
}
