package archsearch.benchmarks.search;

import archsearch.benchmarks.dumps.MadeUpDump;
import archsearch.benchmarks.engine.ArchsearchEngine;
import archsearch.benchmarks.engine.DumpArticles;
import archsearch.benchmarks.engine.IndexCache;
import archsearch.indexer.lucene.IndexFolder;
import archsearch.indexer.lucene.IndexSchema;
import archsearch.searcher.SearchEngine;
import archsearch.searcher.SuggestRequest;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.concurrent.Callable;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.PrefixQuery;
import org.apache.lucene.store.Directory;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code benchmarks/run suggest}: how long it takes to answer a key. */
@Command(
        name = "suggest",
        description =
                "Measures suggestions while typing over made-up titles, beside Lucene's prefix query on the same index.",
        footer = {"", "Example: a million titles", "  benchmarks/run suggest --records 1000000"})
public final class SuggestCommand implements Callable<Integer> {
    private static final int ASKED_EACH = 2_000;
    private static final int SAMPLE_EVERY = 50;
    private static final int PLAIN_HITS = 10;

    @Option(names = "--records", paramLabel = "N", description = "Titles to make up. Default: ${DEFAULT-VALUE}.")
    private long records = 100_000;

    @Option(names = "--seed", paramLabel = "N", description = "Another seed, other titles. Default: ${DEFAULT-VALUE}.")
    private long seed = 1;

    @Option(
            names = "--glossary",
            paramLabel = "FILE",
            description = "Offer its terms, too; data/glossary.tsv by default.")
    private Path glossary = Path.of(System.getProperty("archsearch.benchmarks", "benchmarks"), "../data/glossary.tsv");

    @Option(names = "--cache", paramLabel = "DIR", description = "Keep indexes there; benchmarks/var by default.")
    private Path cache = Path.of(System.getProperty("archsearch.benchmarks", "benchmarks"), "var");

    private final ThreadMXBean threads = ManagementFactory.getThreadMXBean();

    @Override
    public Integer call() throws IOException {
        Path dump = Files.createDirectories(cache).resolve("titles-" + records + "-" + seed + ".jsonl");
        MadeUpDump.writeTitles(dump, records, seed);
        List<String> titles = new ArrayList<>();
        long[] seen = {0};
        DumpArticles.each(dump, article -> {
            if (seen[0]++ % SAMPLE_EVERY == 0) {
                titles.add(article.title());
            }
        });
        ArchsearchEngine own = new ArchsearchEngine("archsearch", glossary);
        Path index = new IndexCache(cache).get(own, dump);
        IndexFolder folder = new IndexFolder(index);
        try (SearchEngine engine = own.openEngine(index);
                Directory directory = folder.open(folder.live().orElseThrow());
                IndexReader reader = DirectoryReader.open(directory)) {
            System.out.printf(
                    Locale.ROOT,
                    "%,d titles; milliseconds, of the clock and of the processor%n",
                    engine.index().docs());
            System.out.printf(
                    "%-21s | %-31s | %-23s | %s%n", "typed", "suggestions", "  their processor time", "prefix query");
            System.out.printf("%-21s | %s  ratio | %s | %s%n", "", Row.PERCENTILES, Row.PERCENTILES, Row.PERCENTILES);
            for (TypedKind kind : TypedKind.values()) {
                System.out.println(measure(kind, titles, engine, new IndexSearcher(reader)));
            }
        }
        return 0;
    }

    /** One kind's times. */
    private record Row(String label, Latencies clock, Latencies processor, Latencies plain) {
        private static final String PERCENTILES = "    p50     p95     p99";

        @Override
        public String toString() {
            return String.format(
                    Locale.ROOT,
                    "%-21s | %s%7.1f | %s | %s",
                    label,
                    percentiles(clock),
                    clock.millis(0.5) / plain.millis(0.5),
                    percentiles(processor),
                    percentiles(plain));
        }

        private static String percentiles(Latencies times) {
            return String.format(
                    Locale.ROOT, "%7.3f %7.3f %7.3f", times.millis(0.5), times.millis(0.95), times.millis(0.99));
        }
    }

    private Row measure(TypedKind kind, List<String> titles, SearchEngine engine, IndexSearcher plain)
            throws IOException {
        SplittableRandom random = new SplittableRandom(seed);
        List<String> typed = new ArrayList<>();
        for (int tries = 0; typed.size() < ASKED_EACH && tries < 50 * ASKED_EACH; tries++) {
            kind.of(titles.get(random.nextInt(titles.size())), random).ifPresent(typed::add);
        }
        Row warming = new Row("", new Latencies(), new Latencies(), new Latencies());
        Row row = new Row(kind.label(), new Latencies(), new Latencies(), new Latencies());
        for (Row counted : List.of(warming, warming, row)) {
            for (String text : typed) {
                long processor = threads.getCurrentThreadCpuTime();
                long start = System.nanoTime();
                engine.suggest(SuggestRequest.of(text));
                long end = System.nanoTime();
                counted.processor().add(threads.getCurrentThreadCpuTime() - processor);
                counted.clock().add(end - start);
                plain.search(new PrefixQuery(new Term(IndexSchema.TITLE, text.toLowerCase(Locale.ROOT))), PLAIN_HITS);
                counted.plain().add(System.nanoTime() - end);
            }
        }
        return row;
    }
}
