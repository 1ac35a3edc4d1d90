package archsearch.searcher.lucene;

/**
 * How unlikely it is that a person who meant one word typed another: the decimal logarithm of the odds against it. The noisy
 * channel of M. Kernighan, K. Church, W. Gale, "A Spelling Correction Program Based on a Noisy Channel Model", 1990, with a
 * few rounded weights in place of a trained table: neighbours on a keyboard, letters of like shape, doubled letters and
 * exchanged letters are mistaken more often than others, first letters less often.
 */
final class TypingCost {
    /** Any other letter left out or added. */
    private static final double LETTER = 2.3;
    /** One of two like letters left out or added, such as the second m of "command". */
    private static final double DOUBLED = 2.0;

    private static final double EXCHANGED = 2.1;
    private static final double LIKE_LETTER = 2.4;
    private static final double OTHER_LETTER = 2.8;
    /** On top of the others: people look at the first letter. */
    private static final double FIRST_LETTER = 0.5;

    private static final String[] KEYS = {"qwertyuiop", "asdfghjkl", "zxcvbnm"};
    /** How far each row of keys is moved to the right. */
    private static final double[] INDENTS = {0, 0.25, 0.75};

    private static final String LIKE_SHAPES = "il lj ij uv vw ce nh gq bd pq ft ae ao eo iy sz ck";

    private TypingCost() {}

    /**
     * The cost of having typed {@code typed} for {@code meant}: the cheapest way of leaving out, adding, replacing and
     * exchanging adjacent letters, each letter changed at most once. 0 for equal words.
     */
    static double of(String typed, String meant) {
        int n = typed.length();
        int m = meant.length();
        double[][] cost = new double[n + 1][m + 1];
        for (int i = 0; i <= n; i++) {
            for (int j = 0; j <= m; j++) {
                double best = i == 0 && j == 0 ? 0 : Double.MAX_VALUE;
                if (i > 0) {
                    best = Math.min(best, cost[i - 1][j] + single(typed, i - 1));
                }
                if (j > 0) {
                    best = Math.min(best, cost[i][j - 1] + single(meant, j - 1));
                }
                if (i > 0 && j > 0) {
                    best = Math.min(best, cost[i - 1][j - 1] + replaced(typed, i - 1, meant, j - 1));
                }
                if (isExchange(typed, i, meant, j)) {
                    best = Math.min(best, cost[i - 2][j - 2] + EXCHANGED + (i == 2 ? FIRST_LETTER : 0));
                }
                cost[i][j] = best;
            }
        }
        return cost[n][m];
    }

    /** The cost of a letter that only one of the words has. */
    private static double single(String word, int at) {
        boolean doubled = (at > 0 && word.charAt(at - 1) == word.charAt(at))
                || (at + 1 < word.length() && word.charAt(at + 1) == word.charAt(at));
        return (doubled ? DOUBLED : LETTER) + (at == 0 ? FIRST_LETTER : 0);
    }

    private static double replaced(String typed, int i, String meant, int j) {
        char a = typed.charAt(i);
        char b = meant.charAt(j);
        if (a == b) {
            return 0;
        }
        return (areAlike(a, b) ? LIKE_LETTER : OTHER_LETTER) + (i == 0 && j == 0 ? FIRST_LETTER : 0);
    }

    private static boolean isExchange(String typed, int i, String meant, int j) {
        return i > 1
                && j > 1
                && typed.charAt(i - 1) == meant.charAt(j - 2)
                && typed.charAt(i - 2) == meant.charAt(j - 1)
                && typed.charAt(i - 1) != typed.charAt(i - 2);
    }

    private static boolean areAlike(char a, char b) {
        return areNeighbours(a, b) || LIKE_SHAPES.contains("" + a + b) || LIKE_SHAPES.contains("" + b + a);
    }

    private static boolean areNeighbours(char a, char b) {
        for (int row = 0; row < KEYS.length; row++) {
            int at = KEYS[row].indexOf(a);
            for (int other = 0; at >= 0 && other < KEYS.length; other++) {
                int place = KEYS[other].indexOf(b);
                if (place >= 0
                        && Math.abs(row - other) <= 1
                        && Math.abs(at + INDENTS[row] - place - INDENTS[other]) <= 1) {
                    return true;
                }
            }
        }
        return false;
    }
}
