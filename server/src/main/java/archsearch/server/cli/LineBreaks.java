package archsearch.server.cli;

import java.text.BreakIterator;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Breaks a text into lines for a terminal, between words and between Han characters, by columns and not by characters. */
final class LineBreaks {
    private LineBreaks() {}

    /**
     * One line of a text, in UTF-16 code units, {@code end} exclusive; without the spaces at its end.
     */
    record Line(int start, int end) {}

    /**
     * The lines of a text.
     *
     * @param width columns of a line, at least 2; only a character wider than the line exceeds it
     * @return at least one line, in order
     */
    static List<Line> of(String text, int width) {
        if (TextWidth.of(text) <= width) {
            return List.of(new Line(0, text.length()));
        }
        BreakIterator breaks = BreakIterator.getLineInstance(Locale.ROOT);
        breaks.setText(text);
        List<Line> lines = new ArrayList<>();
        int start = 0;
        while (start < text.length()) {
            int end = lineEnd(text, start, width, breaks);
            lines.add(new Line(start, withoutSpaces(text, start, end)));
            start = end;
        }
        return lines;
    }

    /** Where the line that begins at {@code start} ends: at the last break that fits, inside a word where none does. */
    private static int lineEnd(String text, int start, int width, BreakIterator breaks) {
        int columns = 0;
        int at = start;
        while (at < text.length()) {
            int codePoint = text.codePointAt(at);
            columns += TextWidth.of(codePoint);
            if (columns > width && codePoint != ' ') {
                break;
            }
            at += Character.charCount(codePoint);
        }
        if (at == text.length()) {
            return at;
        }
        int fitting = breaks.isBoundary(at) ? at : breaks.preceding(at);
        if (fitting > start) {
            return fitting;
        }
        return at > start ? at : start + Character.charCount(text.codePointAt(start));
    }

    private static int withoutSpaces(String text, int start, int end) {
        int last = end;
        while (last > start && text.charAt(last - 1) == ' ') {
            last--;
        }
        return last;
    }
}
