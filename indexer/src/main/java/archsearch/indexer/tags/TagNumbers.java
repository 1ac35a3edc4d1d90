package archsearch.indexer.tags;

/** How likely a card has one, two, ... {@link Lattice#MAX_TAGS} tags, its listing's tag included. */
final class TagNumbers {
    /**
     * What is expected before a card was seen: a site that shows three tags. Four and five are possible, and if cards turn out
     * to have them they become likely.
     */
    private static final double[] EXPECTED = {0.02, 0.12, 0.70, 0.10, 0.06};

    /** How many cards it takes until what was counted weighs as much as what was expected. */
    private static final double SLOWNESS = 10;

    private TagNumbers() {}

    static double[] expected() {
        return EXPECTED.clone();
    }

    /** The shares after cards were counted. */
    static double[] updated(double[] before, double[] counted) {
        double sum = SLOWNESS;
        for (double c : counted) {
            sum += c;
        }
        double[] after = new double[before.length];
        for (int k = 0; k < after.length; k++) {
            after[k] = (counted[k] + SLOWNESS * before[k]) / sum;
        }
        return after;
    }
}
