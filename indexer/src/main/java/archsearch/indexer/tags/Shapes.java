package archsearch.indexer.tags;

/** How likely a tag is written in such capitals. */
final class Shapes {
    /** Every word with a capital, or all in capitals. */
    private static final double TITLE = 0.75;

    private static final double LOWER = 0.18;

    /** {@code MQ selection}: an abbreviation, then lower case. */
    private static final double UPPER_THEN_LOWER = 0.05;

    /** {@code Cloud computing}. */
    private static final double CAPITAL_THEN_LOWER = 0.02;

    /** {@code snowflake ID}. */
    private static final double LOWER_THEN_UPPER = 0.02;

    /** {@code SpringBoot} where no known tag is written so: more likely two tags. */
    private static final double INNER_CAPITAL = 0.01;

    /** {@code RPCidentity}. */
    private static final double CAPITALS_INTO_LOWER = 0.005;

    private final Lexicon lexicon;

    Shapes(Lexicon lexicon) {
        this.lexicon = lexicon;
    }

    double probability(Line line, int start, int end) {
        double p = 1;
        Shape first = Shape.NONE;
        boolean lower = false;
        boolean upper = false;
        for (int i = start; i < end; ) {
            if (line.isGap(i)) {
                i++;
                continue;
            }
            int to = line.wordEnd(i, end);
            if (!line.isHanAt(i)) {
                Shape shape = shape(line.text, i, to);
                if (shape == Shape.MIXED) {
                    p *= lexicon.isTagWord(line.key(i, to)) ? 0.5 : mixed(line.text, i, to);
                }
                first = first == Shape.NONE ? shape : first;
                lower |= shape == Shape.LOWER;
                upper |= shape != Shape.LOWER && shape != Shape.NONE;
            }
            i = to;
        }
        if (!lower) {
            return p * TITLE;
        }
        if (!upper) {
            return p * LOWER;
        }
        return p
                * switch (first) {
                    case NONE, LOWER -> LOWER_THEN_UPPER;
                    case CAPITAL -> CAPITAL_THEN_LOWER;
                    case UPPER, MIXED -> UPPER_THEN_LOWER;
                };
    }

    private static double mixed(String text, int start, int end) {
        double p = 1;
        for (int i = start + 1; i < end; i++) {
            boolean upperBefore = Character.isUpperCase(text.charAt(i - 1));
            if (Character.isUpperCase(text.charAt(i)) && !upperBefore) {
                p *= INNER_CAPITAL;
            } else if (i > start + 1
                    && upperBefore
                    && Character.isUpperCase(text.charAt(i - 2))
                    && Character.isLowerCase(text.charAt(i))) {
                p *= CAPITALS_INTO_LOWER;
            }
        }
        return p;
    }

    private static Shape shape(String text, int start, int end) {
        int letters = 0;
        int capitals = 0;
        boolean firstCapital = false;
        for (int i = start; i < end; i++) {
            char c = text.charAt(i);
            if (Character.isLetter(c)) {
                boolean capital = Character.isUpperCase(c);
                firstCapital |= letters == 0 && capital;
                letters++;
                capitals += capital ? 1 : 0;
            }
        }
        if (letters == 0) {
            return Shape.NONE;
        }
        if (capitals == 0) {
            return Shape.LOWER;
        }
        if (capitals == letters) {
            return Shape.UPPER;
        }
        return capitals == 1 && firstCapital ? Shape.CAPITAL : Shape.MIXED;
    }

    private enum Shape {
        NONE,
        LOWER,
        CAPITAL,
        UPPER,
        MIXED
    }
}
