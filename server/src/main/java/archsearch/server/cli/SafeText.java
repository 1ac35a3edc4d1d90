package archsearch.server.cli;

/**
 * Text of articles, dumps and requests made harmless for a terminal. A terminal obeys control characters, so a title could
 * otherwise clear the screen, retitle the window or, by turning the writing direction, show another text than it holds.
 */
final class SafeText {
    private static final char REPLACEMENT = '\uFFFD';

    private SafeText() {}

    /**
     * Replaces line breaks and tabs by spaces, and control characters, marks that turn the writing direction and halves of
     * surrogate pairs by U+FFFD. One character stays one character, so ranges in the text stay right.
     */
    static String of(String text) {
        StringBuilder safe = new StringBuilder(text);
        for (int i = 0; i < safe.length(); i++) {
            char c = safe.charAt(i);
            if (Character.isHighSurrogate(c) && i + 1 < safe.length() && Character.isLowSurrogate(safe.charAt(i + 1))) {
                i++;
            } else {
                safe.setCharAt(i, safe(c));
            }
        }
        return safe.toString();
    }

    private static char safe(char c) {
        return switch (c) {
            case '\t', '\n', '\r', '\u2028', '\u2029' -> ' ';
            default -> Character.isISOControl(c) || Character.isSurrogate(c) || turnsDirection(c) ? REPLACEMENT : c;
        };
    }

    /** Whether the character is one of the explicit directional controls of UAX #9. */
    private static boolean turnsDirection(char c) {
        return (c >= '\u202A' && c <= '\u202E')
                || (c >= '\u2066' && c <= '\u2069')
                || c == '\u200E'
                || c == '\u200F'
                || c == '\u061C';
    }

    /**
     * Writes control characters in JSON as escapes. JSON leaves those above ASCII raw, and U+009B starts a command on some
     * terminals.
     *
     * @param json JSON in which control characters below U+0020 are line breaks and indentation only
     */
    static String json(String json) {
        StringBuilder safe = null;
        for (int i = 0; i < json.length(); i++) {
            char c = json.charAt(i);
            if ((c >= 0x7F && c <= 0x9F) || turnsDirection(c)) {
                if (safe == null) {
                    safe = new StringBuilder(json.length() + 16).append(json, 0, i);
                }
                safe.append(String.format("\\u%04x", (int) c));
            } else if (safe != null) {
                safe.append(c);
            }
        }
        return safe == null ? json : safe.toString();
    }
}
