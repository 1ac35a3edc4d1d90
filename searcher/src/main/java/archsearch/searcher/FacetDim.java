package archsearch.searcher;

import java.util.Arrays;
import java.util.Optional;

/** A dimension that hits are counted and filtered by. */
public enum FacetDim {
    TAG("tag"),
    PUBLISHER("publisher"),
    CATEGORY("category"),
    LANG("lang"),
    YEAR("year"),
    /**
     * Months such as {@code 2019-07}, counted where the hits span less than three years, first and last month included; selecting one
     * narrows the days.
     */
    MONTH("month"),
    /**
     * Reading time: each value, a number of minutes, counts the articles that are read in at most that time. Listed are 5, 10, 20, 30
     * and 60 where they find more than the one before, and what is selected.
     */
    MINUTES("minutes");

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

    /** Whether articles carry its values; the other dimensions are ranges over dates and minutes. */
    public boolean isOfValues() {
        return this != MONTH && this != MINUTES;
    }

    /** Whether an article must carry any of several selected values. */
    public boolean isDisjunctive() {
        return isOfValues() && !isConjunctive();
    }

    /** The dimension with exactly this word, or empty. */
    public static Optional<FacetDim> ofWord(String word) {
        return Arrays.stream(values()).filter(d -> d.word.equals(word)).findFirst();
    }
}
