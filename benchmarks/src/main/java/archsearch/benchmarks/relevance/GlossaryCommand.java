package archsearch.benchmarks.relevance;

import archsearch.benchmarks.engine.ArchsearchEngine;
import archsearch.benchmarks.engine.IndexCache;
import archsearch.indexer.glossary.Concept;
import archsearch.indexer.glossary.Glossary;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code benchmarks/run glossary}: what each concept of the glossary does to rankings. */
@Command(
        name = "glossary",
        description = {
            "Asks every topic again without each of the concepts that act in it, and lists the concepts by what topics gain"
                    + " from them, in units of average precision, those that do harm first.",
            "Ends with 1 where one does more harm than --tolerance."
        },
        footer = {"", "Example: all sets of a data folder", "  benchmarks/run glossary --data DIR"})
public final class GlossaryCommand implements Callable<Integer> {
    @Spec
    private @Nullable CommandSpec spec;

    @Mixin
    private TestSetOptions sets = new TestSetOptions();

    @Option(
            names = "--glossary",
            paramLabel = "FILE",
            description = "The glossary to look through; data/glossary.tsv by default.")
    private Path glossary = RelevanceCommand.GLOSSARY;

    @Option(names = "--depth", paramLabel = "N", description = "Ask for N hits. Default: ${DEFAULT-VALUE}.")
    private int depth = 100;

    @Option(
            names = "--tolerance",
            paramLabel = "LOSS",
            description = "What topics may lose by one concept in all. Default: ${DEFAULT-VALUE}.")
    private double tolerance = 0.5;

    @Option(names = "--threads", paramLabel = "N", description = "Queries at a time; by default one for each core.")
    private int threads = Runtime.getRuntime().availableProcessors();

    @Option(names = "--cache", paramLabel = "DIR", description = "Keep indexes there; benchmarks/var by default.")
    private Path cache = RelevanceCommand.CACHE;

    @Override
    public Integer call() throws IOException {
        CommandSpec command = Objects.requireNonNull(spec, "picocli sets it");
        Glossary concepts = Glossary.read(glossary);
        Map<Concept, List<ConceptEffect.OfTopic>> effects = new LinkedHashMap<>();
        for (TestSet set : sets.read(command.commandLine())) {
            long start = System.nanoTime();
            Path index = new IndexCache(cache).get(new ArchsearchEngine("archsearch", glossary), set.articles());
            new GlossaryEffects(set, index, concepts, depth)
                    .of(sets.evenly(Topic.read(set.topics())), threads)
                    .forEach((concept, of) -> effects.computeIfAbsent(concept, any -> new ArrayList<>())
                            .addAll(of));
            command.commandLine()
                    .getErr()
                    .printf(Locale.ROOT, "%s: %.1f s%n", set.name(), (System.nanoTime() - start) / 1e9);
        }
        List<ConceptEffect> all = effects.entrySet().stream()
                .map(e -> new ConceptEffect(e.getKey(), e.getValue()))
                .sorted(Comparator.comparingDouble(ConceptEffect::gain))
                .toList();
        return print(all, command.commandLine().getOut()) ? 0 : 1;
    }

    /** Prints the list and says whether no concept does more harm than is tolerated. */
    private boolean print(List<ConceptEffect> all, PrintWriter out) {
        out.println(ConceptEffect.head());
        all.stream().filter(ConceptEffect::moves).map(ConceptEffect::row).forEach(out::println);
        long harmful = all.stream().filter(e -> e.gain() < -tolerance).count();
        double gain = all.stream().mapToDouble(ConceptEffect::gain).sum();
        out.printf(
                Locale.ROOT,
                "%d concepts act; in all %+.3f; %d do more harm than %.2f%n",
                all.size(),
                gain,
                harmful,
                tolerance);
        return harmful == 0;
    }
}
