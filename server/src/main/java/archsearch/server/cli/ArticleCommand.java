package archsearch.server.cli;

import archsearch.searcher.ArticleResponse;
import archsearch.searcher.SearchEngine;
import archsearch.server.api.ArticleJson;
import java.io.IOException;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code archsearch article}: prints one article. */
@Command(
        name = "article",
        description = "Prints everything known of an article, with where else it was published.",
        footer = {
            "",
            "Exit status: 0 done, 1 where no article has the id, 2 when it failed, 64 for a bad option.",
            "",
            "Example: the article that a search named",
            "  ${ROOT-COMMAND-NAME} article 1a2b3c4d5e6f7081"
        })
final class ArticleCommand implements Callable<Integer> {
    private final RootCommand root;
    private final Engines engines;

    @Parameters(paramLabel = "ID", description = "The article's id, as search --json, suggest and the pages name it.")
    private String id = "";

    @Option(names = "--index", paramLabel = "DIR", description = "Folder of the index; var/index by default.")
    private @Nullable String index;

    @Option(names = "--json", description = "Print it as JSON, as /api/v1/articles/ID gives it.")
    private boolean json;

    ArticleCommand(RootCommand root, Engines engines) {
        this.root = root;
        this.engines = engines;
    }

    @Override
    public Integer call() throws IOException {
        Terminal terminal = root.terminal();
        Settings settings = root.settings();
        try (SearchEngine engine = engines.open(settings.index(index), settings.glossary(null))) {
            Optional<ArticleResponse> found = engine.article(id);
            if (found.isEmpty()) {
                return unknown(terminal, id);
            }
            if (json) {
                terminal.out().println(SafeText.json(ArticleJson.write(found.get())));
            } else {
                new AnswerText(terminal).lines(found.get()).forEach(terminal.out()::println);
            }
            return ExitStatus.DONE;
        }
    }

    /** Says that no article has the id, beside the data. */
    static int unknown(Terminal terminal, String id) {
        terminal.err().println("archsearch: no article has the id " + SafeText.of(id));
        return ExitStatus.NO_HITS;
    }
}
