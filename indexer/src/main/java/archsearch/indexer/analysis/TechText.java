package archsearch.indexer.analysis;

import java.util.ArrayList;
import java.util.List;

/**
 * Cuts mixed Chinese and English technical text into tokens, in one of two readings. Each is one linear stream without
 * overlapping positions, so that an engine can index it as it stands.
 *
 * <ul>
 *   <li>{@link #words}: Chinese words, English words, names written with signs ({@code c++}, {@code ci/cd}, {@code
 *       node.js}) as one token each. What a person would call the words of the text.
 *   <li>{@link #fine}: any two adjacent Han characters, and such names taken apart ({@code node}, {@code js}). Finds what
 *       the words cut differently.
 * </ul>
 *
 * <p>Both are pure functions of the text, independent of case, width, Unicode form, traditional or simplified characters, and
 * of which hyphen or space is written. Thread-safe.
 */
public final class TechText {
    /** Positions between the last token of a value and the first of the next: no phrase reaches across. */
    public static final int VALUE_GAP = 100;

    private TechText() {}

    /**
     * The words of a text.
     *
     * @param text values of a field with several are separated by a line feed
     * @return tokens in the order of the text; empty where there is nothing but punctuation
     */
    public static List<Token> words(CharSequence text) {
        return new Reading(FoldedText.of(text), false).tokens();
    }

    /**
     * The fine reading of a text.
     *
     * @param text values of a field with several are separated by a line feed
     * @return tokens in the order of the text; empty where there is nothing but punctuation
     */
    public static List<Token> fine(CharSequence text) {
        return new Reading(FoldedText.of(text), true).tokens();
    }

    /** One pass over a folded text. */
    private static final class Reading {
        private final FoldedText text;
        private final boolean fine;
        private final List<Token> tokens = new ArrayList<>();
        private int position = -1;

        Reading(FoldedText text, boolean fine) {
            this.text = text;
            this.fine = fine;
        }

        List<Token> tokens() {
            int at = 0;
            while (at < text.length()) {
                int c = text.codePointAt(at);
                if (Character.isIdeographic(c)) {
                    at = readHan(at);
                } else if (CodeTerm.startsAt(text, at)) {
                    at = readLatin(at);
                } else {
                    if (c == FoldedText.VALUE_SEPARATOR) {
                        position += VALUE_GAP;
                    }
                    at += Character.charCount(c);
                }
            }
            return tokens;
        }

        private int readHan(int start) {
            int end = start;
            while (end < text.length() && Character.isIdeographic(text.codePointAt(end))) {
                end += Character.charCount(text.codePointAt(end));
            }
            if (fine) {
                readBigrams(start, end);
            } else {
                int at = start;
                for (String word : HanSegmenter.words(text.substring(start, end))) {
                    add(word, at, at + word.length(), Token.Kind.HAN);
                    at += word.length();
                }
            }
            return end;
        }

        /** A run of one character is that character; any longer run is its pairs of adjacent characters. */
        private void readBigrams(int start, int end) {
            int first = start;
            int second = start + Character.charCount(text.codePointAt(start));
            if (second == end) {
                add(text.substring(start, end), start, end, Token.Kind.HAN);
                return;
            }
            while (second < end) {
                int after = second + Character.charCount(text.codePointAt(second));
                add(text.substring(first, after), first, after, Token.Kind.HAN);
                first = second;
                second = after;
            }
        }

        private int readLatin(int start) {
            CodeTerm term = CodeTerm.at(text, start);
            if (fine) {
                for (CodeTerm.Part part : term.parts()) {
                    addLatin(part.start(), part.end(), Token.Kind.WORD);
                }
            } else {
                addLatin(start, term.end(), term.isPlainWord() ? Token.Kind.WORD : Token.Kind.CODE);
            }
            return term.next();
        }

        private void addLatin(int start, int end, Token.Kind kind) {
            String term = EnglishStem.of(lowerCase(text.substring(start, end)));
            add(term, start, end, kind);
        }

        private void add(String term, int start, int end, Token.Kind kind) {
            position++;
            tokens.add(new Token(term, text.sourceStart(start), text.sourceEnd(end - 1), position, kind));
        }

        /** Code point by code point: unlike String's, this never changes the length nor looks at the neighbours. */
        private static String lowerCase(String s) {
            StringBuilder lower = new StringBuilder(s.length());
            s.codePoints().map(Character::toLowerCase).forEach(lower::appendCodePoint);
            return lower.toString();
        }
    }
}
