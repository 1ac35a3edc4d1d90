package archsearch.benchmarks.dumps;

import archsearch.benchmarks.engine.IndexCache;
import archsearch.benchmarks.engine.PlainEngine;
import archsearch.indexer.BatchIndexer;
import archsearch.indexer.IndexJob;
import archsearch.indexer.IndexProgress;
import archsearch.indexer.IndexReport;
import archsearch.indexer.lucene.LuceneArticleIndex;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.logging.Level;
import java.util.logging.LogManager;
import java.util.stream.Stream;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.json.JsonMapper;

/** One run over a dump, in a process of its own whose heap is bounded; prints its {@link DumpFigures} as one line. */
public final class DumpRun {
    private static final long PROGRESS_SECONDS = 30;

    private DumpRun() {}

    /** Ways to go through a dump. The names are those of the command line. */
    enum Way {
        /** A plain reader: Jackson's tokens for JSON Lines, decoded lines for the rest. The measure for the others. */
        read,
        /** {@code archsearch index --dry-run}. */
        dry,
        /** {@code archsearch index}. */
        index,
        /** Plain Lucene with SmartChineseAnalyzer and EnglishAnalyzer; checks nothing and drops no repetitions. */
        plain
    }

    /** Runs: way, format, dump, a folder that does not exist yet and is deleted again. */
    public static void main(String[] args) throws IOException {
        Way way = Way.valueOf(args[0]);
        Path dump = Path.of(args[2]);
        Path folder = Path.of(args[3]);
        // Lucene mentions at every start that its vectors could be faster, which no benchmark here uses.
        LogManager.getLogManager().getLogger("").setLevel(Level.SEVERE);
        ProcessFigures process = ProcessFigures.start();
        long start = System.nanoTime();
        Files.createDirectories(folder);
        try {
            Counts counts = run(way, WrittenFormat.valueOf(args[1]), dump, folder);
            double seconds = (System.nanoTime() - start) / 1e9;
            System.out.println(new DumpFigures(
                            counts.read(),
                            counts.rejected(),
                            counts.duplicates(),
                            seconds,
                            ProcessFigures.cpuSeconds(),
                            process.mostAfterCollection(),
                            process.most(),
                            ProcessFigures.mostResident(),
                            size(folder))
                    .line());
        } finally {
            IndexCache.delete(folder);
        }
    }

    private record Counts(long read, long rejected, long duplicates) {}

    private static Counts run(Way way, WrittenFormat format, Path dump, Path folder) throws IOException {
        return switch (way) {
            case read -> new Counts(format == WrittenFormat.jsonl ? objects(dump) : lines(dump), 0, 0);
            case dry, index -> {
                IndexJob job = IndexJob.of(List.of(dump.toString()))
                        .dryRun(way == Way.dry)
                        .build();
                IndexReport report = new BatchIndexer(new LuceneArticleIndex(folder)).run(job, new Said());
                yield new Counts(report.read(), report.rejected(), report.duplicates());
            }
            case plain -> {
                PlainEngine.smartcn().index(dump, folder);
                yield new Counts(0, 0, 0);
            }
        };
    }

    private static long objects(Path dump) throws IOException {
        long objects = 0;
        int depth = 0;
        long characters = 0;
        try (InputStream in = Files.newInputStream(dump);
                JsonParser parser = JsonMapper.shared().createParser(in)) {
            for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
                switch (token) {
                    case START_OBJECT -> objects += depth++ == 0 ? 1 : 0;
                    case END_OBJECT -> depth--;
                    case VALUE_STRING -> characters += parser.getString().length();
                    default -> {}
                }
            }
        }
        return characters < 0 ? -1 : objects;
    }

    private static long lines(Path dump) throws IOException {
        long lines = 0;
        try (BufferedReader reader = Files.newBufferedReader(dump)) {
            while (reader.readLine() != null) {
                lines++;
            }
        }
        return lines;
    }

    private static long size(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile)
                    .mapToLong(file -> file.toFile().length())
                    .sum();
        }
    }

    /** Says now and then how far a long run has come. */
    private static final class Said implements IndexProgress {
        private long last;

        @Override
        public void update(State state) {
            long seconds = state.elapsed().toSeconds();
            if (seconds >= last + PROGRESS_SECONDS) {
                last = seconds;
                System.err.printf("  %s: %,d records, %,.0f/s%n", state.phase(), state.records(), state.rate());
            }
        }
    }
}
