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
     * The words of a text in Latin letters, as they are spelled: folded and lower-case but not stemmed. Han characters,
     * numbers and names with digits or signs are left out; they have no spelling that could be mistaken.
     *
     * @param text values of a field with several are separated by a line feed
     * @param reading whether a name such as {@code RocketMQ} is one word or its parts
     * @return tokens in the order of the text; positions count these tokens alone
     */
    public static List<Token> spelled(CharSequence text, FieldReading reading) {
        return new Spelled(FoldedText.of(text), reading).tokens();
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
    }

    /** Collects the Latin words of a folded text; Chinese is passed over, so that nothing is segmented twice. */
    private static final class Spelled {
        private final FoldedText text;
        private final FieldReading reading;
        private final List<Token> tokens = new ArrayList<>();

        Spelled(FoldedText text, FieldReading reading) {
            this.text = text;
            this.reading = reading;
        }

        List<Token> tokens() {
            int at = 0;
            while (at < text.length()) {
                int c = text.codePointAt(at);
                if (Character.isIdeographic(c) || !CodeTerm.startsAt(text, at)) {
                    at += Character.charCount(c);
                    continue;
                }
                CodeTerm term = CodeTerm.at(text, at);
                switch (reading) {
                    case WORDS -> add(at, term.end());
                    case FINE -> term.parts().forEach(part -> add(part.start(), part.end()));
                }
                at = term.next();
            }
            return tokens;
        }

        private void add(int start, int end) {
            String word = lowerCase(text.substring(start, end));
            if (word.codePoints().allMatch(TechText::isLatinLetter)) {
                tokens.add(new Token(
                        word, text.sourceStart(start), text.sourceEnd(end - 1), tokens.size(), Token.Kind.WORD));
            }
        }
    }

    private static boolean isLatinLetter(int c) {
        return Character.isLetter(c) && Character.UnicodeScript.of(c) == Character.UnicodeScript.LATIN;
    }

    /** Code point by code point: unlike String's, this never changes the length nor looks at the neighbours. */
    private static String lowerCase(String s) {
        StringBuilder lower = new StringBuilder(s.length());
        s.codePoints().map(Character::toLowerCase).forEach(lower::appendCodePoint);
        return lower.toString();
    }
}
