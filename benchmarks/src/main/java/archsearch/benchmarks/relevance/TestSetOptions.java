package archsearch.benchmarks.relevance;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;

/** The options that say what is asked. */
final class TestSetOptions {
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

    @Option(names = "--limit", paramLabel = "N", description = "Ask N topics of each set, taken evenly from all of it.")
    private int limit = Integer.MAX_VALUE;

    /**
     * The sets that the options name, at least one.
     *
     * @throws ParameterException if there is none or an option cannot be read
     */
    List<TestSet> read(CommandLine command) {
        List<TestSet> all = new ArrayList<>();
        if (data != null) {
            all.addAll(TestSet.ofFolder(data));
        }
        try {
            sets.stream().map(TestSet::parse).forEach(all::add);
        } catch (IllegalArgumentException e) {
            throw new ParameterException(command, "--set: " + e.getMessage());
        }
        if (!only.isEmpty()) {
            all.removeIf(set -> !only.contains(set.name()));
        }
        if (all.isEmpty()) {
            throw new ParameterException(command, "nothing to measure: name a folder with --data or a set with --set");
        }
        return all;
    }

    /** Whether fewer topics than there are may be asked. */
    boolean isLimited() {
        return limit != Integer.MAX_VALUE;
    }

    /** The topics to ask, in their order. */
    List<Topic> evenly(List<Topic> topics) {
        if (topics.size() <= limit) {
            return topics;
        }
        List<Topic> taken = new ArrayList<>();
        for (long i = 0; i < limit; i++) {
            taken.add(topics.get(Math.toIntExact(i * topics.size() / limit)));
        }
        return taken;
    }
}
