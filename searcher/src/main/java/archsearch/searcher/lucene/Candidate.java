package archsearch.searcher.lucene;

/**
 * What a typed word may have been meant as.
 *
 * @param text a word as articles spell it, or two with a space between them
 * @param cost how unlikely it is, as a decimal logarithm; not negative
 * @param articles how many articles have it; the rarer of two words counts; at least 1
 * @param isFar whether it is two letters away
 */
record Candidate(String text, double cost, int articles, boolean isFar) {
    /** How much of a word's frequency speaks for it before its company is known. */
    private static final double FREQUENCY = 0.2;
    /** More than one mistyped letter can cost, less than two can. */
    private static final double FAR = 3.5;

    /**
     * A candidate at the odds of its frequency.
     *
     * @param typing the cost of the slip alone
     */
    static Candidate of(String text, double typing, int articles) {
        return new Candidate(text, Math.max(0.01, typing - FREQUENCY * Math.log10(articles)), articles, typing > FAR);
    }

    Candidate with(double moreCost) {
        return new Candidate(text, cost + moreCost, articles, isFar);
    }

    boolean isSplit() {
        return text.indexOf(' ') >= 0;
    }
}
