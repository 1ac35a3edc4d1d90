package archsearch.indexer.tags;

import archsearch.indexer.analysis.TextKey;

/**
 * A tag line prepared for splitting: where a tag may end, which runs of characters are words, and the line folded as {@link
 * TextKey} folds it. Positions are offsets in characters between 0 and the length of the line.
 */
final class Line {
    /** The longest tag looked for, in characters; longer than any name on the known list. */
    static final int MAX_TAG = 60;

    private static final byte GAP = 0;
    private static final byte HAN = 1;
    private static final byte OTHER = 2;

    /** Characters that join what stands on both sides, so that no tag ends before or after them. */
    private static final String JOINERS = "/&'’:,;|\\@=*~";

    final String text;
    /** The folded line; {@link #keyAt} says where in it each position lies. */
    final String key;

    private final int[] keyAt;
    private final boolean[] border;
    private final byte[] kind;

    Line(String text) {
        this.text = text;
        int n = text.length();
        kind = new byte[n];
        keyAt = new int[n + 1];
        StringBuilder folded = new StringBuilder(n + 8);
        for (int i = 0; i < n; ) {
            int c = text.codePointAt(i);
            int size = Character.charCount(c);
            String part = fold(c);
            byte k = part.isEmpty() ? GAP : isHan(c) ? HAN : OTHER;
            for (int j = i; j < i + size; j++) {
                keyAt[j] = folded.length();
                kind[j] = k;
            }
            if (k != GAP) {
                folded.append(part);
            } else if (folded.isEmpty() || folded.charAt(folded.length() - 1) != ' ') {
                folded.append(' ');
            }
            i += size;
        }
        keyAt[n] = folded.length();
        key = folded.toString();
        border = new boolean[n + 1];
        for (int i = 0; i <= n; i++) {
            border[i] = i == 0 || i == n || isBorder(i);
        }
    }

    private static String fold(int c) {
        if (c >= 'a' && c <= 'z') {
            return LETTERS[c - 'a'];
        }
        if (c >= 'A' && c <= 'Z') {
            return LETTERS[c - 'A'];
        }
        return TextKey.of(Character.toString(c));
    }

    private static final String[] LETTERS = "abcdefghijklmnopqrstuvwxyz".split("");

    /** Whether words of this character's script are written without spaces between them. */
    static boolean isHan(int c) {
        return c >= 0x2E80
                && (Character.isIdeographic(c)
                        || Character.UnicodeScript.of(c) == Character.UnicodeScript.HIRAGANA
                        || Character.UnicodeScript.of(c) == Character.UnicodeScript.KATAKANA);
    }

    private boolean isBorder(int i) {
        char before = text.charAt(i - 1);
        char after = text.charAt(i);
        if (Character.isSurrogatePair(before, after) || kind[i - 1] == GAP || kind[i] == GAP) {
            return false;
        }
        int type = Character.getType(text.codePointAt(i));
        boolean mark = type == Character.NON_SPACING_MARK || type == Character.COMBINING_SPACING_MARK;
        return !mark
                && JOINERS.indexOf(before) < 0
                && JOINERS.indexOf(after) < 0
                && before != '.'
                && before != '('
                && before != '（'
                && ")）+#!?%".indexOf(after) < 0
                && !(after == '.' && Character.isLetterOrDigit(before) && !startsDotName(i));
    }

    /** Whether a dot at {@code i} may start a name such as {@code .NET}. */
    private boolean startsDotName(int i) {
        return i + 1 < text.length() && Character.isUpperCase(text.charAt(i + 1));
    }

    int length() {
        return text.length();
    }

    /** Whether a tag may start or end at this position. */
    boolean border(int position) {
        return border[position];
    }

    /** The key of the part from {@code start} to {@code end}, both borders. */
    String key(int start, int end) {
        return key.substring(keyAt[start], keyAt[end]);
    }

    int keyAt(int position) {
        return keyAt[position];
    }

    boolean isGap(int i) {
        return kind[i] == GAP;
    }

    boolean isHanAt(int i) {
        return kind[i] == HAN;
    }

    /** The end of the word that starts at {@code i}: the next gap, change between Han and other script, or {@code limit}. */
    int wordEnd(int i, int limit) {
        int end = i + 1;
        while (end < limit && kind[end] == kind[i]) {
            end++;
        }
        return end;
    }

    /**
     * Compares two parts by code points, the order in which a listing sorts its tags. Both parts are given by start and end.
     */
    int compare(int start, int end, int otherStart, int otherEnd) {
        int i = start;
        int j = otherStart;
        while (i < end && j < otherEnd) {
            int a = codePoint(i, end);
            int b = codePoint(j, otherEnd);
            if (a != b) {
                return Integer.compare(a, b);
            }
            i += Character.charCount(a);
            j += Character.charCount(b);
        }
        return Integer.compare(end - i, otherEnd - j);
    }

    /** The code point at {@code i} of a part that ends at {@code end}: half a pair counts as itself. */
    private int codePoint(int i, int end) {
        char c = text.charAt(i);
        return Character.isHighSurrogate(c) && i + 1 < end ? text.codePointAt(i) : c;
    }
}
