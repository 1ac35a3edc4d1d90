package archsearch.indexer.tags;

import java.util.ArrayList;
import java.util.List;

/** The parts of a line that may be tags, with the probability of each before the other cards are looked at. */
final class Edges {
    /** The least weight, so that five can be multiplied. */
    private static final double LEAST = 1e-55;

    final Line line;
    final int size;
    final int[] start;
    final int[] end;
    final double[] base;

    private Edges(Line line, int size, int[] start, int[] end, double[] base) {
        this.line = line;
        this.size = size;
        this.start = start;
        this.end = end;
        this.base = base;
    }

    /**
     * Weighs the parts of a line.
     *
     * @param fixed places of the listing's tag, one of which is known to be a tag: only parts that leave one of them alone are
     *     taken; empty if nothing is known
     */
    static Edges of(Line line, TextEvidence evidence, TagScores scores, List<Span> fixed) {
        int n = line.length();
        int capacity = 0;
        for (int s = 0; s < n; s++) {
            capacity += line.border(s) ? Math.min(Line.MAX_TAG, n - s) : 0;
        }
        int[] start = new int[capacity + 1];
        int[] end = new int[capacity + 1];
        double[] base = new double[capacity + 1];
        int size = 0;
        for (int s = 0; s < n; s++) {
            for (int e = s + 1; line.border(s) && e <= Math.min(n, s + Line.MAX_TAG); e++) {
                if (line.border(e) && isFree(line, s, e, fixed)) {
                    start[size] = s;
                    end[size] = e;
                    base[size] = scores.weight(line, evidence, s, e);
                    size++;
                }
            }
        }
        return new Edges(line, size, start, end, base);
    }

    private static boolean isFree(Line line, int s, int e, List<Span> fixed) {
        if (fixed.isEmpty()) {
            return true;
        }
        for (Span f : fixed) {
            boolean same = s == f.start && e == f.end;
            boolean before = e <= f.start && line.compare(s, e, f.start, f.end) < 0;
            boolean after = s >= f.end && line.compare(s, e, f.start, f.end) > 0;
            if (same || before || after) {
                return true;
            }
        }
        return false;
    }

    /** The tag that an edge stands for. */
    String tag(int edge) {
        return line.text.substring(start[edge], end[edge]);
    }

    /** The edges chosen by their numbers, ascending. */
    Edges only(List<Integer> chosen) {
        int size = chosen.size();
        int[] s = new int[size];
        int[] e = new int[size];
        double[] b = new double[size];
        for (int i = 0; i < size; i++) {
            s[i] = start[chosen.get(i)];
            e[i] = end[chosen.get(i)];
            b[i] = base[chosen.get(i)];
        }
        return new Edges(line, size, s, e, b);
    }

    /** The edges that leave a fixed tag alone; that tag itself is certain. */
    Edges around(Span fixed) {
        List<Integer> chosen = new ArrayList<>();
        for (int i = 0; i < size; i++) {
            if (isFree(line, start[i], end[i], List.of(fixed))) {
                chosen.add(i);
            }
        }
        Edges edges = only(chosen);
        for (int i = 0; i < edges.size; i++) {
            if (edges.start[i] == fixed.start && edges.end[i] == fixed.end) {
                edges.base[i] = 1;
            }
        }
        return edges;
    }

    /** All readings of these edges. */
    Lattice lattice(TagCounts counts, double own) {
        double[] fromOthers = new double[size];
        for (int i = 0; i < size && !counts.isEmpty(); i++) {
            fromOthers[i] = counts.probability(tag(i), own);
        }
        return lattice(fromOthers);
    }

    /** All readings of these edges, each tag made likelier by the other cards that carry it. */
    Lattice lattice(double[] fromOthers) {
        double[] weight = new double[size];
        for (int i = 0; i < size; i++) {
            double p = base[i] < 1 ? base[i] + fromOthers[i] : base[i];
            weight[i] = Math.max(LEAST, p);
        }
        return new Lattice(line, size, start, end, weight);
    }

    /** A part of a line. */
    record Span(int start, int end) {
        /** All places of a tag in a line that begin and end at borders. */
        static List<Span> of(String tag, Line line) {
            List<Span> spans = new ArrayList<>();
            for (int at = tag.isEmpty() ? -1 : line.text.indexOf(tag); at >= 0; at = line.text.indexOf(tag, at + 1)) {
                if (line.border(at) && line.border(at + tag.length())) {
                    spans.add(new Span(at, at + tag.length()));
                }
            }
            return spans;
        }
    }
}
