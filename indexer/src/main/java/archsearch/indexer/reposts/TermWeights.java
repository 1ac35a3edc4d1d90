package archsearch.indexer.reposts;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * How much it says that two texts share a term. The weights are fixed and do not follow the index at hand: two articles are alike or not
 * whatever else is indexed, so that an update finds what a reindex would.
 */
final class TermWeights {
    /** The weight of a term that few texts have. */
    static final int MOST = 3;

    private static final String RESOURCE = "term-weights.txt";
    private static final Map<String, Integer> WEIGHTS = read();

    private TermWeights() {}

    /** From 0, which says nothing, to {@link #MOST}. */
    static int of(String term) {
        return WEIGHTS.getOrDefault(term, MOST);
    }

    private static Map<String, Integer> read() {
        try (InputStream in = TermWeights.class.getResourceAsStream(RESOURCE)) {
            if (in == null) {
                throw new IllegalStateException(RESOURCE + " is missing from the jar");
            }
            Map<String, Integer> weights = new HashMap<>();
            List<String> lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))
                    .lines()
                    .toList();
            for (String line : lines) {
                if (!line.isBlank() && !line.startsWith("#")) {
                    String[] parts = line.split(" ");
                    int weight = Integer.parseInt(parts[0]);
                    Arrays.stream(parts).skip(1).forEach(term -> weights.put(term, weight));
                }
            }
            return Map.copyOf(weights);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + RESOURCE, e);
        }
    }
}
