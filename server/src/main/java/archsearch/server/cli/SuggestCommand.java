package archsearch.server.cli;

import archsearch.searcher.Completion;
import archsearch.searcher.SearchEngine;
import archsearch.searcher.SuggestRequest;
import archsearch.searcher.SuggestResponse;
import archsearch.server.api.SuggestJson;
import archsearch.server.url.Highlighting;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code archsearch suggest}: prints what somebody who is typing may want to find. */
@Command(
        name = "suggest",
        description = "Prints tags, publishers, terms and titles that what was typed may become.",
        footer = {
            "",
            "Prints a line for each: tag, publisher, term or title; what it is called; and its",
            "number of articles, or for a title the article's id.",
            "",
            "Exit status: 0 with suggestions, 1 without, 2 when it failed, 64 for a bad option.",
            "",
            "Example: what begins so in Chinese, English or pinyin",
            "  ${ROOT-COMMAND-NAME} suggest jiagou"
        })
final class SuggestCommand implements Callable<Integer> {
    private final RootCommand root;
    private final Engines engines;

    @Parameters(
            paramLabel = "TEXT",
            arity = "1..*",
            description = "What was typed so far; '' for the most frequent tags.")
    private List<String> text = List.of();

    @Option(names = "--index", paramLabel = "DIR", description = "Folder of the index; var/index by default.")
    private @Nullable String index;

    @Option(names = "--size", paramLabel = "N", description = "Most suggestions wanted, 1 to 20; 8 by default.")
    private int size = SuggestRequest.DEFAULT_SIZE;

    @Option(names = "--json", description = "Print the answer as JSON, as /api/v1/suggest gives it.")
    private boolean json;

    SuggestCommand(RootCommand root, Engines engines) {
        this.root = root;
        this.engines = engines;
    }

    @Override
    public Integer call() throws IOException {
        SuggestRequest request = new SuggestRequest(String.join(" ", text), size);
        Terminal terminal = root.terminal();
        Settings settings = root.settings();
        try (SearchEngine engine = engines.open(settings.index(index), settings.glossary(null))) {
            SuggestResponse response = engine.suggest(request);
            if (json) {
                terminal.out().println(SafeText.json(SuggestJson.write(response, Highlighting.HTML)));
            } else {
                response.completions().forEach(c -> terminal.out().println(line(c)));
            }
            return response.completions().isEmpty() ? ExitStatus.NO_HITS : ExitStatus.DONE;
        }
    }

    private static String line(Completion completion) {
        String leadsTo = switch (completion) {
            case Completion.Value value -> String.valueOf(value.count());
            case Completion.Term term -> String.valueOf(term.count());
            case Completion.Title title -> SafeText.of(title.id());
        };
        String text = SafeText.of(completion.text().text());
        return String.format(Locale.ROOT, "%-9s  %s  (%s)", completion.kind(), text, leadsTo);
    }
}
