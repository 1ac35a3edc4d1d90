package archsearch.server.cli;

import archsearch.searcher.Facet;
import archsearch.searcher.IndexStatistics;
import archsearch.searcher.SearchEngine;
import archsearch.server.api.StatsJson;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code archsearch stats}: tells what the index holds. */
@Command(
        name = "stats",
        description = "Tells what the index holds: articles by language and year, publishers, tags.",
        footer = {
            "",
            "Exit status: 0 done, 2 when it failed, 64 for a bad option.",
            "",
            "Example: the number of articles, for a script",
            "  ${ROOT-COMMAND-NAME} stats --json | jq .articles"
        })
final class StatsCommand implements Callable<Integer> {
    private final RootCommand root;
    private final Engines engines;

    @Option(names = "--index", paramLabel = "DIR", description = "Folder of the index; var/index by default.")
    private @Nullable String index;

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
        try (SearchEngine engine = engines.open(settings.index(index), settings.glossary(null))) {
            IndexStatistics statistics = IndexStatistics.of(engine);
            if (json) {
                terminal.out().println(SafeText.json(StatsJson.write(statistics, ProductVersion.number())));
            } else {
                lines(statistics).forEach(terminal.out()::println);
            }
            return ExitStatus.DONE;
        }
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
