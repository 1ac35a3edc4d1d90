package archsearch.server.page;

import archsearch.searcher.MarkedText;
import java.text.BreakIterator;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * The part of a long text that shows why it was found: at most two fragments around matches, or the beginning where nothing
 * matched. Fragments begin and end with a sentence; within a sentence that is too long by itself, with a clause or a word;
 * never inside a character as readers see it.
 */
final class Snippet {
    /** A text up to this length, in UTF-16 code units, is shown whole; a snippet of a longer one is no longer than this. */
    static final int MAX_LENGTH = 320;

    private static final int MAX_PIECE = MAX_LENGTH / 2;
    private static final String CLAUSE_ENDS = ",;:，；：、。！？.!?)）";
    private static final Segment ELLIPSIS = new Segment(" …", false);

    private final MarkedText marked;
    private final String text;
    private final List<Piece> pieces;

    /** A run of text that is shown whole or not at all; offsets in UTF-16 code units, end exclusive. */
    private record Piece(int start, int end, int marks) {
        int length() {
            return end - start;
        }
    }

    /** A run of pieces: indexes, last inclusive. */
    private record Run(int first, int last) {}

    private Snippet(MarkedText marked, Locale locale) {
        this.marked = marked;
        this.text = marked.text();
        this.pieces = pieces(locale);
    }

    /** Cuts a snippet, with an ellipsis where text was left out. */
    static List<Segment> of(MarkedText marked, Locale locale) {
        if (marked.text().length() <= MAX_LENGTH) {
            return Segment.of(marked);
        }
        Snippet snippet = new Snippet(marked, locale);
        return snippet.segments(snippet.runs());
    }

    private List<Piece> pieces(Locale locale) {
        List<Piece> found = new ArrayList<>();
        BreakIterator sentences = BreakIterator.getSentenceInstance(locale);
        BreakIterator characters = BreakIterator.getCharacterInstance(locale);
        sentences.setText(text);
        characters.setText(text);
        int start = sentences.first();
        for (int end = sentences.next(); end != BreakIterator.DONE; end = sentences.next()) {
            while (end - start > MAX_PIECE) {
                int cut = cut(start, characters);
                found.add(piece(start, cut));
                start = cut;
            }
            if (start < end) {
                found.add(piece(start, end));
            }
            start = end;
        }
        return found;
    }

    /** The best place to end a piece that begins at {@code start} inside a sentence that is too long. */
    private int cut(int start, BreakIterator characters) {
        int limit = start + MAX_PIECE;
        int clause = -1;
        int space = -1;
        for (int i = start + MAX_PIECE / 2; i < limit; i++) {
            char c = text.charAt(i);
            if (isInsideMark(i + 1)) {
                continue;
            }
            if (CLAUSE_ENDS.indexOf(c) >= 0) {
                clause = i + 1;
            } else if (Character.isWhitespace(c)) {
                space = i + 1;
            }
        }
        int wanted = clause > 0 ? clause : space > 0 ? space : outsideMark(start, limit);
        int border = characters.isBoundary(wanted) ? wanted : characters.preceding(wanted);
        // One character as readers see it can be longer than a piece; then it is taken whole.
        return border > start ? border : characters.following(wanted);
    }

    private boolean isInsideMark(int offset) {
        return marked.marks().stream().anyMatch(m -> m.start() < offset && offset < m.end());
    }

    private int outsideMark(int start, int offset) {
        for (MarkedText.Mark mark : marked.marks()) {
            if (mark.start() < offset && offset < mark.end() && mark.start() > start) {
                return mark.start();
            }
        }
        return offset;
    }

    private Piece piece(int start, int end) {
        int marks = 0;
        for (MarkedText.Mark mark : marked.marks()) {
            if (mark.start() >= start && mark.start() < end) {
                marks++;
            }
        }
        return new Piece(start, end, marks);
    }

    /** The two pieces with the most matches, each with as many of its neighbours as the length allows. */
    private List<Run> runs() {
        int best = best(-1);
        int second = best(best);
        List<Run> runs = new ArrayList<>();
        if (second < 0) {
            runs.add(grow(best, MAX_LENGTH, pieces.size()));
            return runs;
        }
        int left = Math.min(best, second);
        int right = Math.max(best, second);
        int rest = MAX_LENGTH - pieces.get(right).length();
        Run first = grow(left, rest, right);
        Run last = grow(right, MAX_LENGTH - length(first), pieces.size());
        if (first.last() + 1 == last.first()) {
            runs.add(new Run(first.first(), last.last()));
        } else {
            runs.add(first);
            runs.add(last);
        }
        return runs;
    }

    /** The piece with the most matches beside one; the first of equals; -1 where no other has any. */
    private int best(int beside) {
        int best = beside < 0 ? 0 : -1;
        for (int i = 0; i < pieces.size(); i++) {
            int marks = pieces.get(i).marks();
            if (i != beside && marks > (best < 0 ? 0 : pieces.get(best).marks())) {
                best = i;
            }
        }
        return best;
    }

    private Run grow(int from, int maxLength, int before) {
        int last = from;
        int length = pieces.get(from).length();
        while (last + 1 < before && length + pieces.get(last + 1).length() <= maxLength) {
            last++;
            length += pieces.get(last).length();
        }
        return new Run(from, last);
    }

    private int length(Run run) {
        return pieces.get(run.last()).end() - pieces.get(run.first()).start();
    }

    private List<Segment> segments(List<Run> runs) {
        List<Segment> segments = new ArrayList<>();
        int end = 0;
        for (Run run : runs) {
            int start = pieces.get(run.first()).start();
            if (start > end) {
                segments.add(new Segment(segments.isEmpty() ? "… " : " … ", false));
            }
            end = pieces.get(run.last()).end();
            segments.addAll(Segment.of(
                    marked,
                    start,
                    start + text.substring(start, end).stripTrailing().length()));
        }
        if (end < text.length()) {
            segments.add(ELLIPSIS);
        }
        return segments;
    }
}
