package archsearch.indexer.analysis;

import java.util.ArrayList;
import java.util.List;

/**
 * A run of letters, digits and the signs that belong to technical names: {@code C++}, {@code C#}, {@code .NET}, {@code
 * Node.js}, {@code CI/CD}, {@code R&D}, {@code HTTP/2}, {@code v1.2.3}, {@code 99.99%}, {@code getUserById}. Hyphens and
 * underscores separate words, so {@code flash-sale}, {@code flash_sale} and {@code flash sale} read alike.
 *
 * <p>The rules look at the shape alone and give the same term in any case, so a query finds a name however it is typed.
 */
final class CodeTerm {
    /** Longest word that may be joined to another by a slash or ampersand: {@code TCP/IP} is a name, a path is not. */
    private static final int MAX_JOINED = 4;
    /** A longer run is cut: no such word is searched for, and a term must stay far below Lucene's limit. */
    private static final int MAX_LENGTH = 200;

    private final FoldedText text;
    private final int start;
    private final int end;
    private final int next;
    private final boolean symbolic;

    private CodeTerm(FoldedText text, int start, int end, int next, boolean symbolic) {
        this.text = text;
        this.start = start;
        this.end = end;
        this.next = next;
        this.symbolic = symbolic;
    }

    /** Whether a term starts at this index; the caller moves on by one character where none does. */
    static boolean startsAt(FoldedText text, int at) {
        return isWordChar(text, at) || isDotNet(text, at);
    }

    /** Reads the term that starts at this index. */
    static CodeTerm at(FoldedText text, int start) {
        if (isDotNet(text, start)) {
            return new CodeTerm(text, start, start + 4, start + 4, true);
        }
        int end = wordEnd(text, start);
        int plusPlus = signEnd(text, start, end);
        if (plusPlus > end) {
            return new CodeTerm(text, start, plusPlus, plusPlus, true);
        }
        boolean joined = false;
        while (end < text.length() && end - start < MAX_LENGTH) {
            char sign = text.charAt(end);
            if (sign == '.' && isWordChar(text, end + 1)) {
                end = wordEnd(text, end + 1);
            } else if ((sign == '/' || sign == '&') && !joined && isShortPair(text, start, end)) {
                end = wordEnd(text, end + 1);
                joined = true;
            } else {
                break;
            }
        }
        if (charIs(text, end, '%') && Character.isDigit(text.charAt(end - 1))) {
            return new CodeTerm(text, start, end + 1, end + 1, false);
        }
        return new CodeTerm(text, start, end, possessiveEnd(text, end), false);
    }

    /** Where the term ends, exclusive. */
    int end() {
        return end;
    }

    /** Where reading goes on: the term's end, or past the {@code 's} of a possessive. */
    int next() {
        return next;
    }

    /** Whether the term is letters only, without an inner capital: an ordinary word. */
    boolean isPlainWord() {
        return !symbolic
                && parts().size() == 1
                && Character.isLetter(text.charAt(end - 1))
                && text.substring(start, end).chars().allMatch(Character::isLetter);
    }

    /**
     * The term taken apart at its signs, between letters and digits, and at inner capitals; the term itself where nothing
     * can be taken apart. No part is a single letter, and names that are one word to everybody ({@code JavaScript}) stay
     * whole, so that {@code java} does not find them.
     */
    List<Part> parts() {
        if (symbolic || Names.isWhole(text.substring(start, end))) {
            return List.of(new Part(start, end));
        }
        List<Part> parts = new ArrayList<>();
        int from = start;
        for (int i = start + 1; i <= end; i++) {
            boolean atSign = i < end && separatesParts(i);
            if (i == end || atSign || isBoundary(from, i)) {
                parts.add(new Part(from, i));
                from = atSign ? i + 1 : i;
                i = from;
            }
        }
        return isNumeric() ? List.of(new Part(start, end)) : parts;
    }

    /** A version or percentage: its digits mean nothing one by one. */
    private boolean isNumeric() {
        for (int i = start; i < end; i++) {
            char c = text.charAt(i);
            boolean prefix = i == start && (c == 'v' || c == 'V');
            if (!prefix && !Character.isDigit(c) && c != '.' && c != '%') {
                return false;
            }
        }
        return true;
    }

    private boolean isBoundary(int from, int at) {
        char before = text.charAt(at - 1);
        char here = text.charAt(at);
        boolean lastLetter = at + 1 >= end || isSign(text.charAt(at + 1));
        if (isSign(before)) {
            return false;
        }
        if (at - from < 2) {
            // 6GHz has the part GHz, 4K has none.
            return Character.isDigit(before)
                    && Character.isLetter(here)
                    && !lastLetter
                    && Character.isLetter(text.charAt(at + 1));
        }
        if (Character.isDigit(before) != Character.isDigit(here)) {
            // OAuth2.0 has the part 2.0, k8s has none.
            return Character.isDigit(here) || !lastLetter;
        }
        if (Character.isUpperCase(here) && !lastLetter) {
            return Character.isLowerCase(before)
                    || (Character.isUpperCase(before) && Character.isLowerCase(text.charAt(at + 1)));
        }
        return false;
    }

    /** A sign, but for the point of a number: 2.0 is one part. */
    private boolean separatesParts(int at) {
        boolean decimal = text.charAt(at) == '.'
                && Character.isDigit(text.charAt(at - 1))
                && Character.isDigit(text.charAt(at + 1));
        return isSign(text.charAt(at)) && !decimal;
    }

    private static boolean isSign(char c) {
        return c == '.' || c == '/' || c == '&';
    }

    private static boolean isDotNet(FoldedText text, int at) {
        return charIs(text, at, '.')
                && (at == 0 || !isWordChar(text, at - 1))
                && at + 4 <= text.length()
                && text.substring(at + 1, at + 4).equalsIgnoreCase("net")
                && !isWordChar(text, at + 4);
    }

    /** C++ and the like, and C# and the like: {@code end} where there is no such sign. */
    private static int signEnd(FoldedText text, int start, int end) {
        if (charIs(text, end, '+') && charIs(text, end + 1, '+') && !isWordChar(text, end + 2)) {
            return end + 2;
        }
        if (charIs(text, end, '#') && end - start == 1 && Character.isLetter(text.charAt(start))) {
            return end + 1;
        }
        return end;
    }

    private static boolean isShortPair(FoldedText text, int start, int sign) {
        if (sign - start > MAX_JOINED || !isWordChar(text, sign + 1)) {
            return false;
        }
        int end = wordEnd(text, sign + 1);
        return end - sign - 1 <= MAX_JOINED && !(charIs(text, end, '/') && isWordChar(text, end + 1));
    }

    private static int possessiveEnd(FoldedText text, int end) {
        boolean possessive = charIs(text, end, '\'')
                && (charIs(text, end + 1, 's') || charIs(text, end + 1, 'S'))
                && !isWordChar(text, end + 2);
        return possessive ? end + 2 : end;
    }

    private static int wordEnd(FoldedText text, int from) {
        int end = from;
        while (isWordChar(text, end) && end - from < MAX_LENGTH) {
            end += Character.charCount(text.codePointAt(end));
        }
        return end;
    }

    private static boolean isWordChar(FoldedText text, int at) {
        if (at < 0 || at >= text.length()) {
            return false;
        }
        int c = text.codePointAt(at);
        return Character.isLetterOrDigit(c) && !Character.isIdeographic(c);
    }

    private static boolean charIs(FoldedText text, int at, char c) {
        return at < text.length() && text.charAt(at) == c;
    }

    /** Part of a term, as indexes into the folded text, {@code end} exclusive. */
    record Part(int start, int end) {}
}
