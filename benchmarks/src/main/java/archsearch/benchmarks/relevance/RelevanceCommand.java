package archsearch.benchmarks.relevance;

import archsearch.benchmarks.engine.IndexCache;
import archsearch.benchmarks.engine.RankedEngine;
import archsearch.benchmarks.engine.Ranking;
import archsearch.benchmarks.engine.TitleEngine;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code benchmarks/run relevance}: how well archsearch ranks, beside plain Lucene. */
@Command(
        name = "relevance",
        description = "Measures rankings against judgements.",
        footer = {
            "",
            "Example: archsearch alone on two sets of a data folder",
            "  benchmarks/run relevance --data DIR --only known-item-zh,cacm --engine archsearch"
        })
public final class RelevanceCommand implements Callable<Integer> {
    private static final Path FOLDER = Path.of(System.getProperty("archsearch.benchmarks", "benchmarks"));
    /** The glossary that is measured where no other is named. */
    static final Path GLOSSARY = FOLDER.resolve("../data/glossary.tsv");
    /** Where indexes are kept where nothing else is said. */
    static final Path CACHE = FOLDER.resolve("var");

    @Spec
    private @Nullable CommandSpec spec;

    @Mixin
    private TestSetOptions sets = new TestSetOptions();

    @Option(
            names = "--engine",
            paramLabel = "ENGINE",
            split = ",",
            description = "archsearch, no-glossary, plain, cjk or titles. May be repeated; the first four by default.")
    private List<String> engines = new ArrayList<>();

    @Option(
            names = "--glossary",
            paramLabel = "FILE",
            description = "Read archsearch's queries with this one; data/glossary.tsv by default.")
    private Path glossary = GLOSSARY;

    @Option(
            names = "--depth",
            paramLabel = "N",
            description = "Ask for N hits; fewer than 1000 lower AP. Default: ${DEFAULT-VALUE}.")
    private int depth = Measures.DEPTH;

    @Option(names = "--threads", paramLabel = "N", description = "Queries at a time; by default one for each core.")
    private int threads = Runtime.getRuntime().availableProcessors();

    @Option(names = "--run-out", paramLabel = "DIR", description = "Write TREC run files SET.ENGINE.run there.")
    private @Nullable Path runOut;

    @Option(
            names = "--per-topic",
            paramLabel = "FILE",
            description = "Write what became of each topic there, as tab-separated values.")
    private @Nullable Path perTopic;

    @Option(names = "--cache", paramLabel = "DIR", description = "Keep indexes there; benchmarks/var by default.")
    private Path cache = CACHE;

    @Override
    public Integer call() throws IOException {
        List<RankedEngine> ranked = rankedEngines();
        List<MeasuredSet> measured = new ArrayList<>();
        for (TestSet set : sets.read(commandLine())) {
            measured.add(measure(set, ranked));
        }
        MeasuredSet.print(measured, commandLine().getOut());
        if (perTopic != null) {
            try (PrintWriter out = new PrintWriter(Files.newBufferedWriter(perTopic))) {
                out.println(MeasuredSet.topicColumns(ranked));
                measured.forEach(set -> set.printTopics(out));
            }
        }
        return 0;
    }

    private MeasuredSet measure(TestSet set, List<RankedEngine> ranked) throws IOException {
        List<Topic> topics = sets.evenly(Topic.read(set.topics()));
        Judgements judgements = Judgements.read(set.judgements());
        if (sets.isLimited()) {
            Set<String> asked = topics.stream().map(Topic::id).collect(Collectors.toSet());
            judgements = judgements.only(asked::contains);
        }
        List<Run> runs = new ArrayList<>();
        for (RankedEngine engine : ranked) {
            long start = System.nanoTime();
            Path index = new IndexCache(cache).get(engine, set.articles());
            double indexed = (System.nanoTime() - start) / 1e9;
            try (Ranking ranking = engine.open(index)) {
                Run run = Run.of(engine.name(), ranking, topics, depth, threads);
                runs.add(run);
                if (runOut != null) {
                    Files.createDirectories(runOut);
                    run.write(runOut.resolve(set.name() + "." + engine.name() + ".run"));
                }
            }
            double total = (System.nanoTime() - start) / 1e9;
            commandLine()
                    .getErr()
                    .printf(
                            Locale.ROOT,
                            "%s, %s: index %.1f s, queries %.1f s%n",
                            set.name(),
                            engine.name(),
                            indexed,
                            total - indexed);
        }
        return new MeasuredSet(set.name(), topics, judgements, runs);
    }

    private List<RankedEngine> rankedEngines() {
        List<RankedEngine> all = new ArrayList<>(RankedEngine.all(glossary));
        if (engines.isEmpty()) {
            return all;
        }
        all.add(new TitleEngine());
        List<String> names = all.stream().map(RankedEngine::name).toList();
        for (String engine : engines) {
            if (!names.contains(engine)) {
                throw usage("--engine: found '" + engine + "', expected one of " + String.join(", ", names));
            }
        }
        return all.stream().filter(e -> engines.contains(e.name())).toList();
    }

    private ParameterException usage(String message) {
        return new ParameterException(commandLine(), message);
    }

    private CommandLine commandLine() {
        return Objects.requireNonNull(spec, "picocli sets it").commandLine();
    }
}
