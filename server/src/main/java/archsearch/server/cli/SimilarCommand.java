package archsearch.server.cli;

import archsearch.searcher.SearchEngine;
import archsearch.searcher.SimilarRequest;
import archsearch.searcher.SimilarResponse;
import archsearch.server.api.SimilarJson;
import archsearch.server.url.Highlighting;
import java.io.IOException;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code archsearch similar}: prints the articles like one. */
@Command(
        name = "similar",
        description = "Prints articles about the same subjects as one, in both languages.",
        footer = {
            "",
            "Exit status: 0 with articles, 1 where none is similar or no article has the id,",
            "2 when it failed, 64 for a bad option.",
            "",
            "Example: ten articles like one that a search named",
            "  ${ROOT-COMMAND-NAME} similar 1a2b3c4d5e6f7081 --size 10"
        })
final class SimilarCommand implements Callable<Integer> {
    private final RootCommand root;
    private final Engines engines;

    @Parameters(paramLabel = "ID", description = "The id of the article that the others are like.")
    private String id = "";

    @Option(names = "--index", paramLabel = "DIR", description = "Folder of the index; var/index by default.")
    private @Nullable String index;

    @Option(names = "--size", paramLabel = "N", description = "Most articles wanted, 1 to 50; 5 by default.")
    private int size = SimilarRequest.DEFAULT_SIZE;

    @Option(names = "--json", description = "Print the answer as JSON, as /api/v1/articles/ID/similar gives it.")
    private boolean json;

    SimilarCommand(RootCommand root, Engines engines) {
        this.root = root;
        this.engines = engines;
    }

    @Override
    public Integer call() throws IOException {
        SimilarRequest request = new SimilarRequest(id, size);
        Terminal terminal = root.terminal();
        Settings settings = root.settings();
        try (SearchEngine engine = engines.open(settings.index(index), settings.glossary(null))) {
            Optional<SimilarResponse> found = engine.similar(request);
            if (found.isEmpty()) {
                return ArticleCommand.unknown(terminal, id);
            }
            SimilarResponse response = found.get();
            if (json) {
                terminal.out().println(SafeText.json(SimilarJson.write(response, Highlighting.HTML)));
            } else {
                new AnswerText(terminal).lines(response).forEach(terminal.out()::println);
            }
            return response.hits().isEmpty() ? ExitStatus.NO_HITS : ExitStatus.DONE;
        }
    }
}
