package archsearch.indexer.analysis;

import java.util.List;

/**
 * A match of something typed in a {@link TypedText}.
 *
 * @param place how much of the text it is
 * @param ranges the parts of the text that match, ascending, none touching another
 */
public record TypedMatch(Place place, List<Range> ranges) {
    public TypedMatch {
        ranges = List.copyOf(ranges);
    }

    /** Characters of the text that match. */
    int length() {
        return ranges.stream().mapToInt(r -> r.end() - r.start()).sum();
    }

    /** How much of a text matches; the better first. */
    public enum Place {
        /** All of it was typed. */
        WHOLE,
        /** The first thing typed is its beginning. */
        START,
        /** Anything else. */
        INSIDE
    }

    /** Part of a text in UTF-16 units, {@code end} exclusive. */
    public record Range(int start, int end) {}
}
