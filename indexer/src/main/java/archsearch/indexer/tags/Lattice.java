package archsearch.indexer.tags;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * All readings of one line as a chain of tags: each part of the line that may be a tag is an edge with a weight, a reading is a
 * chain of edges over the whole line whose tags ascend by code points, and its weight is the product of its edges' weights and
 * of the weight of their number. Sums and the best are found without listing the readings.
 */
final class Lattice {
    /** The most tags a card carries. */
    static final int MAX_TAGS = 5;

    private final Line line;
    final int size;
    final int[] start;
    final int[] end;
    private final double[] weight;
    private final int[][] before;

    /** Sum of all readings' beginnings that end with the edge as their k-th tag, by edge and k - 1. */
    private final double[][] sum;

    private final double[][] best;
    private final int[][] bestBefore;

    /**
     * Prepares the edges.
     *
     * @param start starts of the edges, ascending
     * @param end ends of the edges
     * @param weight weights above 0, not below 1e-55 so that five of them can be multiplied
     */
    Lattice(Line line, int size, int[] start, int[] end, double[] weight) {
        this.line = line;
        this.size = size;
        this.start = start;
        this.end = end;
        this.weight = weight;
        before = new int[size][];
        sum = new double[size][];
        best = new double[size][];
        bestBefore = new int[size][];
        link();
        forward();
    }

    private void link() {
        int[] count = new int[line.length() + 1];
        for (int i = 0; i < size; i++) {
            count[end[i]]++;
        }
        int[][] endingAt = new int[line.length() + 1][];
        for (int i = 0; i < size; i++) {
            int at = end[i];
            if (endingAt[at] == null) {
                endingAt[at] = new int[count[at]];
                count[at] = 0;
            }
            endingAt[at][count[at]++] = i;
        }
        int[] none = new int[0];
        for (int j = 0; j < size; j++) {
            int[] candidates = endingAt[start[j]];
            if (candidates == null) {
                before[j] = none;
                continue;
            }
            int[] kept = new int[candidates.length];
            int n = 0;
            for (int i : candidates) {
                if (line.compare(start[i], end[i], start[j], end[j]) < 0) {
                    kept[n++] = i;
                }
            }
            before[j] = Arrays.copyOf(kept, n);
        }
    }

    private void forward() {
        for (int j = 0; j < size; j++) {
            double[] s = new double[MAX_TAGS];
            double[] b = new double[MAX_TAGS];
            int[] from = new int[MAX_TAGS];
            if (start[j] == 0) {
                s[0] = weight[j];
                b[0] = weight[j];
            }
            for (int i : before[j]) {
                for (int k = 1; k < MAX_TAGS; k++) {
                    s[k] += sum[i][k - 1] * weight[j];
                    double value = best[i][k - 1] * weight[j];
                    if (value > b[k]) {
                        b[k] = value;
                        from[k] = i;
                    }
                }
            }
            sum[j] = s;
            best[j] = b;
            bestBefore[j] = from;
        }
    }

    /** The total weight of all readings; 0 if there is none. */
    double total(double[] ofNumber) {
        double total = 0;
        for (int j = 0; j < size; j++) {
            if (end[j] == line.length()) {
                for (int k = 0; k < MAX_TAGS; k++) {
                    total += sum[j][k] * ofNumber[k];
                }
            }
        }
        return total;
    }

    /** The heaviest reading, or one without edges and of weight 0 if there is none. */
    Reading best(double[] ofNumber) {
        double top = 0;
        int last = -1;
        int number = 0;
        for (int j = 0; j < size; j++) {
            for (int k = 0; end[j] == line.length() && k < MAX_TAGS; k++) {
                if (best[j][k] * ofNumber[k] > top) {
                    top = best[j][k] * ofNumber[k];
                    last = j;
                    number = k;
                }
            }
        }
        List<Integer> edges = new ArrayList<>();
        for (int j = last, k = number; j >= 0 && k >= 0; k--) {
            edges.addFirst(j);
            j = bestBefore[j][k];
        }
        return new Reading(edges, top);
    }

    /**
     * The share of all readings that hold each edge, and the share of readings of each number of tags.
     *
     * @param numbers the shares of numbers of tags are added here
     * @return shares by edge; all 0 if there is no reading
     */
    double[] shares(double[] ofNumber, double[] numbers) {
        double total = total(ofNumber);
        double[] shares = new double[size];
        if (!(total > 0)) {
            return shares;
        }
        // after[j][k]: sum of what may follow edge j where it is tag k, without its own weight
        double[][] after = new double[size][MAX_TAGS];
        for (int j = size - 1; j >= 0; j--) {
            for (int k = 0; k < MAX_TAGS; k++) {
                if (end[j] == line.length()) {
                    after[j][k] += ofNumber[k];
                    numbers[k] += sum[j][k] * ofNumber[k] / total;
                }
                shares[j] += sum[j][k] * after[j][k] / total;
                if (k > 0) {
                    for (int i : before[j]) {
                        after[i][k - 1] += weight[j] * after[j][k];
                    }
                }
            }
        }
        return shares;
    }

    /**
     * A chain of edges over the whole line.
     *
     * @param edges numbers of the edges, left to right
     */
    record Reading(List<Integer> edges, double weight) {}
}
