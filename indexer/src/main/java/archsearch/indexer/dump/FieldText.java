package archsearch.indexer.dump;

/** Cleans the text of a field of what can only mislead a reader or break an output; everything visible stays as it is. */
final class FieldText {
    private FieldText() {}

    /**
     * Replaces control characters (NUL, tabs, line ends) by a space and unpaired surrogates by U+FFFD, drops bidirectional
     * controls and byte order marks, and strips white space of any kind from both ends. Hyphens, spaces inside and Unicode form
     * are kept.
     */
    static String clean(String text) {
        int i = 0;
        while (i < text.length() && isPlain(text.charAt(i))) {
            i++;
        }
        return strip(i == text.length() ? text : cleanFrom(text, i));
    }

    private static String cleanFrom(String text, int first) {
        StringBuilder clean = new StringBuilder(text.length()).append(text, 0, first);
        for (int i = first; i < text.length(); i++) {
            char c = text.charAt(i);
            if (Character.isHighSurrogate(c) && i + 1 < text.length() && Character.isLowSurrogate(text.charAt(i + 1))) {
                clean.append(c).append(text.charAt(++i));
            } else if (Character.isSurrogate(c)) {
                clean.append('\uFFFD');
            } else if (Character.isISOControl(c)) {
                clean.append(' ');
            } else if (!isInvisible(c)) {
                clean.append(c);
            }
        }
        return clean.toString();
    }

    private static boolean isPlain(char c) {
        return (c >= ' ' && c < 0x7F) || (c >= 0xA0 && !Character.isSurrogate(c) && !isInvisible(c));
    }

    /** Bidirectional marks, embeddings, overrides and isolates, and the byte order mark. */
    static boolean isInvisible(char c) {
        return (c >= '\u202A' && c <= '\u202E')
                || (c >= '\u2066' && c <= '\u2069')
                || c == '\u200E'
                || c == '\u200F'
                || c == '\u061C'
                || c == '\uFEFF';
    }

    /** Strips white space, no-break spaces (U+00A0, U+202F, U+2007) and zero-width spaces from both ends. */
    static String strip(String text) {
        int from = 0;
        int to = text.length();
        while (from < to && isSpace(text.charAt(from))) {
            from++;
        }
        while (to > from && isSpace(text.charAt(to - 1))) {
            to--;
        }
        return text.substring(from, to);
    }

    static boolean isBlank(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (!isSpace(text.charAt(i))) {
                return false;
            }
        }
        return true;
    }

    private static boolean isSpace(char c) {
        return c <= ' '
                || (c >= 0x7F
                        && (c == '\u200B' || c == '\uFEFF' || Character.isSpaceChar(c) || Character.isWhitespace(c)));
    }

    /** A text for a message: in quotes, cut to 60 characters, controls replaced. */
    static String quoted(String text) {
        String shown = text.length() > 200 ? text.substring(0, 200) : text;
        String clean = clean(shown);
        return '"' + (clean.length() > 60 ? clean.substring(0, 60) + "…" : clean) + '"';
    }
}
