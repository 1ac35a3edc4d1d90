package archsearch.benchmarks.relevance;

import archsearch.benchmarks.engine.IndexCache;
import archsearch.benchmarks.engine.RankedEngine;
import archsearch.benchmarks.engine.Ranking;
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
    @Spec
    private @Nullable CommandSpec spec;

    @Option(
            names = "--data",
            paramLabel = "DIR",
            description = "Measure the sets of a folder that holds articles.jsonl.gz and relevance/.")
    private @Nullable Path data;

    @Option(
            names = "--set",
            paramLabel = "NAME:ARTICLES:TOPICS:QRELS",
            description = "Measure this set; the articles are a dump, the rest are TREC's files. May be repeated.")
    private List<String> sets = new ArrayList<>();

    @Option(names = "--only", paramLabel = "NAME", split = ",", description = "Of all sets, only these.")
    private List<String> only = new ArrayList<>();

    @Option(
            names = "--engine",
            paramLabel = "ENGINE",
            split = ",",
            description = "archsearch, no-glossary, plain or cjk. May be repeated; all by default.")
    private List<String> engines = new ArrayList<>();

    @Option(
            names = "--glossary",
            paramLabel = "FILE",
            description = "Read archsearch's queries with this one; data/glossary.tsv by default.")
    private Path glossary = Path.of(System.getProperty("archsearch.benchmarks", "benchmarks"), "../data/glossary.tsv");

    @Option(names = "--limit", paramLabel = "N", description = "Ask N topics of each set, taken evenly from all of it.")
    private int limit = Integer.MAX_VALUE;

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
    private Path cache = Path.of(System.getProperty("archsearch.benchmarks", "benchmarks"), "var");

    @Override
    public Integer call() throws IOException {
        List<RankedEngine> ranked = rankedEngines();
        List<MeasuredSet> measured = new ArrayList<>();
        for (TestSet set : testSets()) {
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
        List<Topic> topics = evenly(Topic.read(set.topics()));
        Judgements judgements = Judgements.read(set.judgements());
        if (limit != Integer.MAX_VALUE) {
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

    private List<Topic> evenly(List<Topic> topics) {
        if (topics.size() <= limit) {
            return topics;
        }
        List<Topic> taken = new ArrayList<>();
        for (long i = 0; i < limit; i++) {
            taken.add(topics.get(Math.toIntExact(i * topics.size() / limit)));
        }
        return taken;
    }

    private List<TestSet> testSets() {
        List<TestSet> all = new ArrayList<>();
        if (data != null) {
            all.addAll(TestSet.ofFolder(data));
        }
        try {
            sets.stream().map(TestSet::parse).forEach(all::add);
        } catch (IllegalArgumentException e) {
            throw usage("--set: " + e.getMessage());
        }
        if (!only.isEmpty()) {
            all.removeIf(set -> !only.contains(set.name()));
        }
        if (all.isEmpty()) {
            throw usage("nothing to measure: name a folder with --data or a set with --set");
        }
        return all;
    }

    private List<RankedEngine> rankedEngines() {
        List<RankedEngine> all = RankedEngine.all(glossary);
        List<String> names = all.stream().map(RankedEngine::name).toList();
        for (String engine : engines) {
            if (!names.contains(engine)) {
                throw usage("--engine: found '" + engine + "', expected one of " + String.join(", ", names));
            }
        }
        return all.stream()
                .filter(e -> engines.isEmpty() || engines.contains(e.name()))
                .toList();
    }

    private ParameterException usage(String message) {
        return new ParameterException(commandLine(), message);
    }

    private CommandLine commandLine() {
        return Objects.requireNonNull(spec, "picocli sets it").commandLine();
    }
}
