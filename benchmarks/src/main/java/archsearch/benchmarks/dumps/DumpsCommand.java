package archsearch.benchmarks.dumps;

import archsearch.benchmarks.engine.IndexCache;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code benchmarks/run dumps}: how fast a large dump is read and indexed, and in how much memory. */
@Command(
        name = "dumps",
        description = "Makes up a dump and measures reading and indexing it, each in a process with a bounded heap.",
        footer = {
            "",
            "Example: five million records in half a gigabyte of heap, read but not indexed",
            "  benchmarks/run dumps --records 5000000 --heap 512m --run read,dry"
        })
public final class DumpsCommand implements Callable<Integer> {
    @Option(names = "--records", paramLabel = "N", description = "Records of the dump. Default: ${DEFAULT-VALUE}.")
    private long records = 100_000;

    @Option(names = "--format", description = "One of: ${COMPLETION-CANDIDATES}. Default: ${DEFAULT-VALUE}.")
    private WrittenFormat format = WrittenFormat.jsonl;

    @Option(names = "--seed", paramLabel = "N", description = "Another seed, another dump. Default: ${DEFAULT-VALUE}.")
    private long seed = 1;

    @Option(
            names = "--titles-only",
            description =
                    "Articles without summaries: shows what the number of records costs, without the time of their texts.")
    private boolean titlesOnly;

    @Option(names = "--heap", paramLabel = "SIZE", description = "Java's -Xmx for each run. Default: ${DEFAULT-VALUE}.")
    private String heap = "512m";

    @Option(names = "--java-option", paramLabel = "OPTION", description = "A further option of Java for each run.")
    private List<String> javaOptions = new ArrayList<>();

    @Option(
            names = "--run",
            paramLabel = "WAY",
            split = ",",
            description = "Of ${COMPLETION-CANDIDATES}, only these; all but plain by default.")
    private Set<DumpRun.Way> ways = EnumSet.complementOf(EnumSet.of(DumpRun.Way.plain));

    @Option(names = "--folder", paramLabel = "DIR", description = "Work there; benchmarks/var by default.")
    private Path folder = Path.of(System.getProperty("archsearch.benchmarks", "benchmarks"), "var");

    @Override
    public Integer call() throws IOException, InterruptedException {
        Path work = Files.createTempDirectory(Files.createDirectories(folder), "dumps-");
        Path dump = work.resolve("dump." + (format == WrittenFormat.listing ? "txt" : format));
        try {
            long repeats = MadeUpDump.write(dump, format, records, new MadeUpArticles(seed, !titlesOnly));
            long bytes = Files.size(dump);
            System.out.printf(
                    Locale.ROOT,
                    "%,d records (%,d of them repetitions), %s%s, %,d MB, seed %d; java -Xmx%s %s%n",
                    records,
                    repeats,
                    format,
                    titlesOnly ? " without summaries" : "",
                    bytes >> 20,
                    seed,
                    heap,
                    String.join(" ", javaOptions));
            System.out.println(DumpFigures.head());
            double plainCpuSeconds = 0;
            for (DumpRun.Way way : ways) {
                DumpFigures figures = run(way, dump, work.resolve("index"));
                plainCpuSeconds = way == DumpRun.Way.read ? figures.cpuSeconds() : plainCpuSeconds;
                System.out.println(figures.row(way.name(), records, bytes, plainCpuSeconds));
            }
        } finally {
            IndexCache.delete(work);
        }
        return 0;
    }

    private DumpFigures run(DumpRun.Way way, Path dump, Path index) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx" + heap,
                "-XX:+ExitOnOutOfMemoryError",
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                System.getProperty("java.class.path", "")));
        command.addAll(javaOptions);
        command.addAll(List.of(DumpRun.class.getName(), way.name(), format.name(), dump.toString(), index.toString()));
        Process process = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        try (BufferedReader out = process.inputReader()) {
            List<String> lines = out.lines().toList();
            int status = process.waitFor();
            if (status != 0 || lines.isEmpty()) {
                throw new IOException("the run '" + way + "' ended with status " + status
                        + "; 3 means that the heap of " + heap + " was too small");
            }
            return DumpFigures.parse(lines.getLast());
        } finally {
            process.destroy();
        }
    }
}
