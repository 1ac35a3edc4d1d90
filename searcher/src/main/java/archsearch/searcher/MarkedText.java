package archsearch.searcher;

import java.util.List;

/**
 * A text and the parts of it that matched. Markup and escaping are the last step's business, so a text with its marks removed
 * is always the source, character for character.
 *
 * @param text the source's text, unescaped
 * @param marks ascending, never overlapping or touching, within {@code text}; empty where nothing matched
 */
public record MarkedText(String text, List<Mark> marks) {
    /**
     * Checks the marks.
     *
     * @throws IllegalArgumentException if marks overlap, are out of order, empty or out of bounds
     */
    public MarkedText {
        marks = List.copyOf(marks);
        int last = -1;
        for (Mark mark : marks) {
            if (mark.start() <= last || mark.end() <= mark.start() || mark.end() > text.length()) {
                throw new IllegalArgumentException("marks must ascend without overlap inside the text: " + marks);
            }
            last = mark.end();
        }
    }

    public static MarkedText unmarked(String text) {
        return new MarkedText(text, List.of());
    }

    /** Part of a text, in UTF-16 code units, {@code end} exclusive. */
    public record Mark(int start, int end) {}
}
