package archsearch.server.cli;

import archsearch.searcher.FacetDim;
import archsearch.searcher.SearchEngine;
import archsearch.searcher.SearchRequest;
import archsearch.searcher.SearchResponse;
import archsearch.searcher.Sort;
import archsearch.server.api.SearchJson;
import archsearch.server.url.Highlighting;
import java.io.IOException;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.TypeConversionException;

/** {@code archsearch search}: runs one search and prints its hits. */
@Command(
        name = "search",
        description = "Searches the index and prints the hits.",
        footer = {
            "",
            "Exit status: 0 with hits, 1 without, 2 when the search failed, 64 for a bad option.",
            "",
            "Example: articles about flash sales from 2019 on, the newest first",
            "  ${ROOT-COMMAND-NAME} search 'flash sale' --from 2019-01-01 --sort newest"
        })
final class SearchCommand implements Callable<Integer> {
    private final RootCommand root;
    private final Engines engines;

    @Parameters(
            paramLabel = "QUERY",
            arity = "0..*",
            description =
                    "Words, \"a phrase\", -word, a OR b, title:word and more; an empty query means every article.")
    private List<String> query = new ArrayList<>();

    @Option(names = "--index", paramLabel = "DIR", description = "Folder of the index; var/index by default.")
    private @Nullable String index;

    @Mixin
    private SearchFilters filters = new SearchFilters();

    @Option(
            names = "--sort",
            paramLabel = "ORDER",
            converter = SortWord.class,
            description = "relevance (default), newest, oldest, likes or minutes.")
    private Sort sort = Sort.RELEVANCE;

    @Option(names = "--page", paramLabel = "N", description = "Page of the hits, from 1.")
    private int page = 1;

    @Option(names = "--size", paramLabel = "N", description = "Hits on a page, 1 to 100; 20 by default.")
    private int size = SearchRequest.DEFAULT_SIZE;

    @Option(names = "--explain", description = "Say how the score of each hit came about.")
    private boolean explain;

    @Option(names = "--json", description = "Print the answer as JSON, as /api/v1/search gives it.")
    private boolean json;

    SearchCommand(RootCommand root, Engines engines) {
        this.root = root;
        this.engines = engines;
    }

    @Override
    public Integer call() throws IOException {
        SearchRequest request = request();
        if (query.isEmpty() && !request.isFiltered()) {
            throw new UsageException("what to search for is missing; an empty query, '', lists every article");
        }
        Terminal terminal = root.terminal();
        Settings settings = root.settings();
        try (SearchEngine engine = engines.open(settings.index(index), settings.glossary(null))) {
            SearchResponse response = engine.search(request);
            if (json) {
                terminal.out().println(SafeText.json(SearchJson.write(response, Highlighting.HTML)));
            } else {
                response.warnings().forEach(warning -> terminal.err().println("archsearch: " + SafeText.of(warning)));
                new AnswerText(terminal).lines(response).forEach(terminal.out()::println);
            }
            return response.hits().isEmpty() ? ExitStatus.NO_HITS : ExitStatus.DONE;
        }
    }

    private SearchRequest request() {
        return filters.request(String.join(" ", query))
                .sort(sort)
                .page(page)
                .size(size)
                .facets(json ? EnumSet.allOf(FacetDim.class) : EnumSet.noneOf(FacetDim.class))
                .explain(explain)
                .build();
    }

    private static final class SortWord implements ITypeConverter<Sort> {
        @Override
        public Sort convert(String text) {
            return Sort.ofWord(text.toLowerCase(Locale.ROOT))
                    .orElseThrow(() -> new TypeConversionException(
                            "'" + text + "' is none of relevance, newest, oldest, likes, minutes"));
        }
    }
}
