package archsearch.indexer.analysis;

import com.ibm.icu.text.Normalizer2;
import java.util.Arrays;

/**
 * A text in the one form that tokens are cut from, with the way back: every character knows the part of the source it came
 * from. Folding makes width (ＫＡＦＫＡ), Unicode form, Latin accents, traditional Chinese, hyphens, quotes and spaces the
 * same; case stays, since it shows where a camelCase name may be taken apart.
 *
 * <p>The source is folded piece by piece between normalization boundaries, so an offset is right by construction: it never
 * points into the middle of a piece that was folded as a whole.
 */
final class FoldedText {
    /** Separates the values of a field that has several; no phrase crosses it. */
    static final char VALUE_SEPARATOR = '\n';

    private static final Normalizer2 NFKC = Normalizer2.getNFKCInstance();
    private static final Normalizer2 NFKD = Normalizer2.getNFKDInstance();

    private char[] chars;
    private int[] starts;
    private int[] ends;
    private int length;

    private FoldedText(int capacity) {
        chars = new char[capacity];
        starts = new int[capacity];
        ends = new int[capacity];
    }

    /** Folds a text. */
    static FoldedText of(CharSequence source) {
        FoldedText folded = new FoldedText(source.length() + 8);
        int at = 0;
        while (at < source.length()) {
            char c = source.charAt(at);
            // ASCII before ASCII is already normalized; a combining mark may follow otherwise.
            if (c < 0x80 && (at + 1 == source.length() || source.charAt(at + 1) < 0x80)) {
                folded.append(c, at, at + 1);
                at++;
            } else {
                int end = pieceEnd(source, at);
                folded.appendPiece(source.subSequence(at, end), at, end);
                at = end;
            }
        }
        return folded;
    }

    private static int pieceEnd(CharSequence source, int start) {
        int end = start + Character.charCount(Character.codePointAt(source, start));
        while (end < source.length()) {
            int c = Character.codePointAt(source, end);
            if (NFKC.hasBoundaryBefore(c)) {
                break;
            }
            end += Character.charCount(c);
        }
        return end;
    }

    private void appendPiece(CharSequence piece, int start, int end) {
        int first = Character.codePointAt(piece, 0);
        boolean latin = Character.UnicodeScript.of(first) == Character.UnicodeScript.LATIN;
        String normal = latin ? NFKD.normalize(piece) : NFKC.normalize(piece);
        for (int i = 0; i < normal.length(); ) {
            int c = normal.codePointAt(i);
            i += Character.charCount(c);
            if (latin && Character.getType(c) == Character.NON_SPACING_MARK) {
                continue;
            }
            if (Character.isIdeographic(c)) {
                c = SimplifiedChinese.of(c);
            }
            for (char unit : Character.toChars(c)) {
                append(unit, start, end);
            }
        }
    }

    private void append(char c, int start, int end) {
        if (length == chars.length) {
            int capacity = length + (length >> 1) + 8;
            chars = Arrays.copyOf(chars, capacity);
            starts = Arrays.copyOf(starts, capacity);
            ends = Arrays.copyOf(ends, capacity);
        }
        chars[length] = foldPunctuation(c);
        starts[length] = start;
        ends[length] = end;
        length++;
    }

    /** Hyphens and dashes become '-', quotation marks ''', odd spaces ' '; the value separator stays. */
    private static char foldPunctuation(char c) {
        if (c < 0x80) {
            return c == '\t' || c == '\r' ? ' ' : c;
        }
        return switch (c) {
            case '\u2018', '\u2019', '\u201B', '\u02BC', '\u2032' -> '\'';
            // The slash that NFKC makes of a fraction, and the division slash.
            case '\u2044', '\u2215' -> '/';
            default -> {
                if (Character.getType(c) == Character.DASH_PUNCTUATION || c == '\u2212') {
                    yield '-';
                }
                yield Character.isSpaceChar(c) ? ' ' : c;
            }
        };
    }

    int length() {
        return length;
    }

    /** The folded character, case kept. */
    char charAt(int index) {
        return chars[index];
    }

    /** The code point that starts at an index. */
    int codePointAt(int index) {
        return Character.codePointAt(chars, index, length);
    }

    /** The folded characters from {@code start} to {@code end}, exclusive. */
    String substring(int start, int end) {
        return new String(chars, start, end - start);
    }

    /** Where the source of the folded character at this index starts, in UTF-16 units. */
    int sourceStart(int index) {
        return starts[index];
    }

    /** Where the source of the folded character at this index ends, exclusive, in UTF-16 units. */
    int sourceEnd(int index) {
        return ends[index];
    }
}
