package archsearch.searcher.query;

/**
 * The characters that mean something in a query. Full-width and typographic ones count like ASCII, since a Chinese keyboard writes
 * those.
 */
final class QueryChars {
    private QueryChars() {}

    static boolean isSpace(char c) {
        return Character.isWhitespace(c) || Character.isSpaceChar(c) || Character.isISOControl(c);
    }

    static boolean isOpening(char c) {
        return c == '(' || c == '（';
    }

    static boolean isClosing(char c) {
        return c == ')' || c == '）';
    }

    static boolean isColon(char c) {
        return c == ':' || c == '：';
    }

    static boolean isQuote(char c) {
        return switch (c) {
            case '"', '“', '”', '„', '‟', '＂', '「', '」', '『', '』' -> true;
            default -> false;
        };
    }

    static boolean isSign(char c) {
        return c == '-' || c == '?' || c == '？' || c == '+';
    }

    static boolean isAsciiLetter(char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
    }
}
