package archsearch.server.cli;

import archsearch.indexer.glossary.Glossary;
import archsearch.searcher.Facet;
import archsearch.searcher.IndexStatistics;
import archsearch.searcher.SearchEngine;
import archsearch.server.api.StatsJson;
import archsearch.server.log.ZeroResults;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import tools.jackson.databind.node.ObjectNode;

/** {@code archsearch stats}: tells what the index holds. */
@Command(
        name = "stats",
        description = "Tells what the index holds: articles by language and year, publishers, tags; and what was"
                + " searched for in vain.",
        footer = {
            "",
            "A server keeps searches without hits in a file; those",
            "that may name a concept of the glossary come with a line to add to it.",
            "",
            "Exit status: 0 done, 2 when it failed, 64 for a bad option.",
            "",
            "Example: the number of articles, for a script",
            "  ${ROOT-COMMAND-NAME} stats --json | jq .articles",
            "",
            "Example: see what the proposed lines would do",
            "  ${ROOT-COMMAND-NAME} stats --proposals > more.tsv",
            "  cat data/glossary.tsv more.tsv > new.tsv",
            "  ${ROOT-COMMAND-NAME} glossary preview new.tsv"
        })
final class StatsCommand implements Callable<Integer> {
    private static final int MOST_QUERIES = 1_000;
    private static final int MOST_SHOWN = 20;

    private final RootCommand root;
    private final Engines engines;

    @Option(names = "--index", paramLabel = "DIR", description = "Folder of the index; var/index by default.")
    private @Nullable String index;

    @Option(
            names = "--zero-results",
            paramLabel = "FILE",
            description = "Where a server keeps searches without hits; var/zero-results.jsonl by default, off for"
                    + " nowhere.")
    private @Nullable String zeroResults;

    @Option(names = "--proposals", description = "Print the proposed lines for the glossary and nothing else.")
    private boolean proposals;

    @Option(names = "--json", description = "Print the numbers as JSON, as /api/v1/stats gives them.")
    private boolean json;

    StatsCommand(RootCommand root, Engines engines) {
        this.root = root;
        this.engines = engines;
    }

    @Override
    public Integer call() throws IOException {
        Terminal terminal = root.terminal();
        Settings settings = root.settings();
        Path glossary = settings.glossary(null);
        Path file = settings.zeroResults(zeroResults);
        ZeroResults missed = file == null ? ZeroResults.NONE : ZeroResults.read(file);
        try (SearchEngine engine = engines.open(settings.index(index), glossary)) {
            IndexStatistics statistics = IndexStatistics.of(engine);
            List<Proposals.Proposal> proposed = missed.queries().isEmpty()
                    ? List.of()
                    : new Proposals(glossary == null ? Glossary.EMPTY : Glossary.read(glossary), engine)
                            .of(missed.queries());
            if (proposals) {
                proposed.stream()
                        .map(Proposals.Proposal::line)
                        .distinct()
                        .map(StatsCommand::safeLine)
                        .forEach(terminal.out()::println);
            } else if (json) {
                terminal.out().println(SafeText.json(json(statistics, missed, proposed)));
            } else {
                lines(statistics).forEach(terminal.out()::println);
                missedLines(missed, proposed).forEach(terminal.out()::println);
            }
            return ExitStatus.DONE;
        }
    }

    /** The columns stay apart: what was typed has no tabs left in it. */
    private static String safeLine(String line) {
        return Arrays.stream(line.split("\t", -1)).map(SafeText::of).collect(Collectors.joining("\t"));
    }

    private static String json(IndexStatistics statistics, ZeroResults missed, List<Proposals.Proposal> proposed) {
        ObjectNode root = (ObjectNode) ReportJson.MAPPER.readTree(StatsJson.write(statistics, ProductVersion.number()));
        root.set(
                "zeroResults",
                ReportJson.MAPPER.valueToTree(new ZeroResultsView(
                        missed.searches(),
                        missed.since() == null ? null : missed.since().toString(),
                        missed.queries().stream()
                                .limit(MOST_QUERIES)
                                .map(QueryView::of)
                                .toList(),
                        proposed)));
        return ReportJson.MAPPER.writeValueAsString(root);
    }

    private record ZeroResultsView(
            int searches, @Nullable String since, List<QueryView> queries, List<Proposals.Proposal> proposals) {}

    private record QueryView(String q, int count, String lastDay) {
        static QueryView of(ZeroResults.Query query) {
            return new QueryView(query.q(), query.count(), query.lastDay().toString());
        }
    }

    private static List<String> missedLines(ZeroResults missed, List<Proposals.Proposal> proposed) {
        if (missed.since() == null) {
            return List.of();
        }
        List<String> lines = new ArrayList<>();
        lines.add("");
        lines.add("in vain     " + missed.searches() + " searches since " + missed.since() + ", of "
                + missed.queries().size() + " queries");
        missed.queries().stream()
                .limit(MOST_SHOWN)
                .forEach(query ->
                        lines.add(String.format(Locale.ROOT, "%6d  %s", query.count(), SafeText.of(query.q()))));
        if (!proposed.isEmpty()) {
            lines.add("");
            lines.add("lines that the glossary may want, with the articles that they lead to:");
            proposed.stream()
                    .limit(MOST_SHOWN)
                    .forEach(p -> lines.add(String.format(Locale.ROOT, "%6d  %s", p.articles(), safeLine(p.line()))));
        }
        return lines;
    }

    private static List<String> lines(IndexStatistics s) {
        return List.of(
                "articles    " + s.index().docs(),
                "groups      " + s.groups() + ", an article and its reposts as one",
                "publishers  " + s.publishers(),
                "tags        " + s.tags(),
                "categories  " + s.categories(),
                "languages   " + counts(s.languages()),
                "years       " + counts(s.years()),
                "days        " + (s.oldest() == null ? "none" : s.oldest() + " to " + s.newest()),
                "generation  " + SafeText.of(s.index().generation()) + ", live since "
                        + s.index().committedAt());
    }

    private static String counts(List<Facet.Value> values) {
        return values.isEmpty()
                ? "none"
                : values.stream()
                        .map(v -> SafeText.of(v.value()) + ": " + v.count())
                        .collect(Collectors.joining(", "));
    }
}
