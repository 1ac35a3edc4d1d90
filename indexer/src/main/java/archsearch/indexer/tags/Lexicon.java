package archsearch.indexer.tags;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * How likely a word is as part of a tag. Words of the known tags and of the texts of the run have a probability of their own;
 * any other word is spelled letter by letter with a trigram model of the words that are known, so that
 * {@code strategymembership} is far less likely than {@code strategy} and {@code membership} together. Words are given folded.
 * Immutable once {@link #close() closed}.
 */
final class Lexicon {
    /** Shares of words that are words of known tags, English words, words of this run's texts, and words never seen. */
    private static final double FROM_TAGS = 0.50;

    private static final double FROM_ENGLISH = 0.20;
    private static final double FROM_TEXT = 0.15;
    private static final double UNSEEN = 0.10;

    /** Share of words that are another form of a word that is known. */
    private static final double INFLECTED = 0.05;

    private static final String ENGLISH = "words.txt";

    /** Some 3,000 characters are common, and a character that is no known word is rare in tags. */
    private static final double HAN_CHARACTER = 1.0 / 6000;

    /** Chinese tags are about a sixth of the known ones, but where a tag is Chinese all are. */
    private static final double HAN_KNOWN = 4;

    private static final int MAX_HAN_WORD = 6;

    private static final int SYMBOLS = 33;
    private static final int BREAK = 0;
    private static final int DIGIT = 27;
    private static final int OTHER = 32;
    private static final double DIGIT_SHARE = 1.0 / 10;
    private static final double OTHER_SHARE = 1.0 / 3000;

    private final Map<String, Double> tagWords = new HashMap<>();
    private final Map<String, Double> textWords = new HashMap<>();
    private final int[] trigrams = new int[SYMBOLS * SYMBOLS * SYMBOLS];
    private final double[] letters = new double[SYMBOLS * SYMBOLS * SYMBOLS];
    private final Set<String> english;
    private final Set<String> stems = new HashSet<>();
    private double tagTotal;
    private double textTotal;

    Lexicon(KnownTags known) {
        english = Set.copyOf(KnownTags.resource(ENGLISH));
        for (String key : known.keys()) {
            words(key, tagWords, true);
        }
    }

    private Lexicon(Lexicon base) {
        english = base.english;
        tagWords.putAll(base.tagWords);
    }

    /** A copy without the words of texts, open for new ones. */
    Lexicon reopened() {
        return new Lexicon(this);
    }

    /** Adds the words of a folded text; its Han characters are left out, since nothing says where their words end. */
    void addText(String key) {
        words(key, textWords, false);
    }

    private static void words(String key, Map<String, Double> counts, boolean withHan) {
        int start = 0;
        while (start < key.length()) {
            int c = key.codePointAt(start);
            int end = start + Character.charCount(c);
            if (!TextWords.isWordPart(c) && c != '.') {
                start = end;
                continue;
            }
            boolean han = Line.isHan(c);
            while (end < key.length()) {
                int d = key.codePointAt(end);
                if (Line.isHan(d) != han || !(TextWords.isWordPart(d) || TextWords.isInner(key, end))) {
                    break;
                }
                end += Character.charCount(d);
            }
            if (end - start <= Line.MAX_TAG && (withHan || !han)) {
                counts.merge(key.substring(start, end), 1.0, Double::sum);
            }
            start = end;
        }
    }

    /** Ends the adding of words. */
    Lexicon close() {
        tagWords.keySet().forEach(w -> count(w, 1));
        textWords.keySet().forEach(w -> {
            if (!tagWords.containsKey(w)) {
                count(w, 1);
            }
        });
        english.forEach(w -> count(w, 1));
        stems();
        smooth();
        textWords.replaceAll((w, c) -> Math.sqrt(c));
        tagTotal = sum(tagWords);
        textTotal = sum(textWords);
        return this;
    }

    private void stems() {
        for (Set<String> words : List.of(tagWords.keySet(), english)) {
            words.forEach(w -> stems.add(Stem.of(w)));
        }
    }

    private static double sum(Map<String, Double> counts) {
        // In a fixed order, so that rounding does not depend on the order of insertion.
        return counts.values().stream()
                .mapToDouble(Double::doubleValue)
                .sorted()
                .sum();
    }

    private void count(String word, int by) {
        if (Line.isHan(word.codePointAt(0))) {
            return;
        }
        int a = BREAK;
        int b = BREAK;
        for (int i = 0; i <= word.length(); i++) {
            int c = i < word.length() ? symbol(word.charAt(i)) : BREAK;
            trigrams[(a * SYMBOLS + b) * SYMBOLS + c] += by;
            a = b;
            b = c;
        }
    }

    private void smooth() {
        double[] one = new double[SYMBOLS];
        double[] two = new double[SYMBOLS * SYMBOLS];
        double all = 0;
        for (int i = 0; i < trigrams.length; i++) {
            one[i % SYMBOLS] += trigrams[i];
            two[i % (SYMBOLS * SYMBOLS)] += trigrams[i];
            all += trigrams[i];
        }
        for (int b = 0; b < SYMBOLS; b++) {
            double bTotal = 0;
            for (int c = 0; c < SYMBOLS; c++) {
                bTotal += two[b * SYMBOLS + c];
            }
            for (int a = 0; a < SYMBOLS; a++) {
                double abTotal = 0;
                int row = (a * SYMBOLS + b) * SYMBOLS;
                for (int c = 0; c < SYMBOLS; c++) {
                    abTotal += trigrams[row + c];
                }
                for (int c = 0; c < SYMBOLS; c++) {
                    double p1 = (one[c] + 1) / (all + SYMBOLS);
                    double p2 = (two[b * SYMBOLS + c] + 8 * p1) / (bTotal + 8);
                    letters[row + c] = (trigrams[row + c] + 6 * p2) / (abTotal + 6);
                }
            }
        }
    }

    private static int symbol(char c) {
        if (c >= 'a' && c <= 'z') {
            return c - 'a' + 1;
        }
        if (c >= '0' && c <= '9') {
            return DIGIT;
        }
        return switch (c) {
            case '.' -> 28;
            case '+' -> 29;
            case '/' -> 30;
            case '#' -> 31;
            default -> OTHER;
        };
    }

    /** Whether the word occurs in a known tag. */
    boolean isTagWord(String word) {
        return tagWords.containsKey(word);
    }

    /** Whether the word occurs in a known tag or a text. */
    boolean isSeen(String word) {
        return tagWords.containsKey(word) || textWords.containsKey(word);
    }

    /** The probability of a word that is not Han. */
    double word(String word) {
        double p = UNSEEN * spelling(word);
        Double inTags = tagWords.get(word);
        if (inTags != null) {
            p += FROM_TAGS * inTags / tagTotal;
        }
        if (english.contains(word)) {
            p += FROM_ENGLISH / english.size();
        }
        if (stems.contains(Stem.of(word))) {
            p += INFLECTED / stems.size();
        }
        Double inText = textWords.get(word);
        if (inText != null) {
            p += FROM_TEXT * inText / (textTotal + 2000);
        }
        return p;
    }

    /**
     * The probability of a run of Han characters: of its likeliest cut into words of known tags and single characters.
     */
    double han(String run) {
        int n = run.length();
        double[] best = new double[n + 1];
        best[0] = 1;
        for (int end = 1; end <= n; end++) {
            best[end] = best[end - 1] * HAN_CHARACTER;
            for (int start = Math.max(0, end - MAX_HAN_WORD); start < end; start++) {
                Double count = tagWords.get(run.substring(start, end));
                if (count != null) {
                    best[end] = Math.max(best[end], best[start] * HAN_KNOWN * count / tagTotal);
                }
            }
        }
        return best[n];
    }

    private double spelling(String word) {
        double p = 1;
        int a = BREAK;
        int b = BREAK;
        for (int i = 0; i <= word.length(); i++) {
            int c = i < word.length() ? symbol(word.charAt(i)) : BREAK;
            p *= letters[(a * SYMBOLS + b) * SYMBOLS + c];
            if (c == DIGIT) {
                p *= DIGIT_SHARE;
            } else if (c == OTHER) {
                p *= OTHER_SHARE;
            }
            a = b;
            b = c;
        }
        return p;
    }
}
