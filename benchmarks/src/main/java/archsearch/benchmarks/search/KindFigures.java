package archsearch.benchmarks.search;

import java.util.Locale;

/**
 * How long the searches of one kind took.
 *
 * @param label the kind in words
 * @param page as the results page asks: hits, marks and all facets
 * @param hits the same without marks and facets
 * @param plain plain Lucene, ids of the hits only
 */
record KindFigures(String label, Latencies page, Latencies hits, Latencies plain) {
    private static final String PERCENTILES = "     p50     p95     p99";

    static KindFigures of(String label) {
        return new KindFigures(label, new Latencies(), new Latencies(), new Latencies());
    }

    /** The head of the table that {@link #row} is a row of. */
    static String head() {
        return String.format(
                Locale.ROOT,
                "%-18s | %-31s | %-31s | %s%n%-18s | %s  ratio | %s  ratio | %s",
                "",
                "page: hits, marks, facets",
                "hits alone",
                "plain Lucene",
                "query",
                PERCENTILES,
                PERCENTILES,
                PERCENTILES);
    }

    /** A row of the table. */
    String row() {
        return String.format(
                Locale.ROOT,
                "%-18s | %s%7.1f | %s%7.1f | %s",
                label,
                percentiles(page),
                page.millis(0.5) / plain.millis(0.5),
                percentiles(hits),
                hits.millis(0.5) / plain.millis(0.5),
                percentiles(plain));
    }

    private static String percentiles(Latencies latencies) {
        return String.format(
                Locale.ROOT, "%8.2f%8.2f%8.2f", latencies.millis(0.5), latencies.millis(0.95), latencies.millis(0.99));
    }
}
