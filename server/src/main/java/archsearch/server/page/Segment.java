package archsearch.server.page;

import archsearch.searcher.MarkedText;
import java.util.ArrayList;
import java.util.List;

/**
 * A piece of a text that is shown in one way. Unescaped; the template escapes it.
 *
 * @param text never empty
 * @param marked whether it matched the query
 */
public record Segment(String text, boolean marked) {
    /** A text with its marks, cut where marks begin and end. */
    static List<Segment> of(MarkedText text) {
        return of(text, 0, text.text().length());
    }

    /** The part of a marked text between two offsets; a mark that reaches beyond is cut. */
    static List<Segment> of(MarkedText text, int start, int end) {
        List<Segment> segments = new ArrayList<>();
        int at = start;
        for (MarkedText.Mark mark : text.marks()) {
            int from = Math.max(mark.start(), at);
            int to = Math.min(mark.end(), end);
            if (from < to) {
                add(segments, text.text().substring(at, from), false);
                add(segments, text.text().substring(from, to), true);
                at = to;
            }
        }
        add(segments, text.text().substring(at, end), false);
        return segments;
    }

    private static void add(List<Segment> segments, String text, boolean marked) {
        if (!text.isEmpty()) {
            segments.add(new Segment(text, marked));
        }
    }
}
