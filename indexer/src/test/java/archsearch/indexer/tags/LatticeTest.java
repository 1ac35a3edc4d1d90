package archsearch.indexer.tags;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class LatticeTest {
    /** Every reading, found by trying all of them. */
    private static void enumerate(
            String line, double[] weights, int from, List<String> chain, double weight, List<Double> out) {
        if (from == line.length()) {
            out.add(weight * TagNumbers.expected()[chain.size() - 1]);
            return;
        }
        for (int to = from + 1; to <= line.length() && chain.size() < Lattice.MAX_TAGS; to++) {
            String tag = line.substring(from, to);
            if (chain.isEmpty() || chain.getLast().compareTo(tag) < 0) {
                chain.add(tag);
                enumerate(line, weights, to, chain, weight * weights[from * 16 + to], out);
                chain.removeLast();
            }
        }
    }

    @Test
    void totalsAndBest_randomWeights_equalThoseOfAllReadings() {
        long seed = 20;
        Random random = new Random(seed);
        for (int round = 0; round < 60; round++) {
            int n = 1 + random.nextInt(9);
            StringBuilder text = new StringBuilder();
            for (int i = 0; i < n; i++) {
                text.append((char) ('a' + random.nextInt(3)));
            }
            String line = text.toString();
            double[] weights = new double[16 * 16];
            List<Integer> starts = new ArrayList<>();
            List<Integer> ends = new ArrayList<>();
            List<Double> values = new ArrayList<>();
            for (int s = 0; s < n; s++) {
                for (int e = s + 1; e <= n; e++) {
                    weights[s * 16 + e] = random.nextDouble();
                    starts.add(s);
                    ends.add(e);
                    values.add(weights[s * 16 + e]);
                }
            }
            List<Double> all = new ArrayList<>();
            enumerate(line, weights, 0, new ArrayList<>(), 1, all);
            Lattice lattice = new Lattice(
                    new Line(line),
                    values.size(),
                    starts.stream().mapToInt(i -> i).toArray(),
                    ends.stream().mapToInt(i -> i).toArray(),
                    values.stream().mapToDouble(v -> v).toArray());
            double[] expected = TagNumbers.expected();
            double sum = all.stream().mapToDouble(v -> v).sum();
            double top = all.stream().mapToDouble(v -> v).max().orElse(0);
            assertThat(lattice.total(expected))
                    .as("seed %d line %s", seed, line)
                    .isCloseTo(sum, within(1e-12));
            assertThat(lattice.best(expected).weight()).isCloseTo(top, within(1e-12));
            double[] numbers = new double[Lattice.MAX_TAGS];
            double[] shares = lattice.shares(expected, numbers);
            double covered = 0;
            for (int i = 0; i < shares.length; i++) {
                covered += shares[i] * (ends.get(i) - starts.get(i));
            }
            assertThat(covered).isCloseTo(n, within(1e-9));
        }
    }
}
