package archsearch.server.cli;

import archsearch.searcher.Facet;
import archsearch.searcher.FacetDim;
import archsearch.searcher.FacetRequest;
import archsearch.searcher.FacetResponse;
import archsearch.searcher.SearchEngine;
import archsearch.server.api.FacetJson;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.TypeConversionException;

/** {@code archsearch facets}: prints the values of a facet within a search. */
@Command(
        name = "facets",
        description = "Prints the values of a facet with the hits that each of them has.",
        footer = {
            "",
            "Prints a line for each value: the number of hits, then the value; an asterisk",
            "stands before values that are selected.",
            "",
            "Exit status: 0 with values, 1 without, 2 when it failed, 64 for a bad option.",
            "",
            "Example: who wrote about Kafka",
            "  ${ROOT-COMMAND-NAME} facets publisher kafka"
        })
final class FacetsCommand implements Callable<Integer> {
    private final RootCommand root;
    private final Engines engines;

    @Parameters(
            paramLabel = "NAME",
            index = "0",
            converter = FacetWord.class,
            description = "tag, publisher, category, lang, year, month or minutes.")
    private FacetDim dim = FacetDim.TAG;

    @Parameters(
            paramLabel = "QUERY",
            index = "1..*",
            arity = "0..*",
            description = "The search whose hits are counted, as for search; without: every article.")
    private List<String> query = new ArrayList<>();

    @Option(names = "--index", paramLabel = "DIR", description = "Folder of the index; var/index by default.")
    private @Nullable String index;

    @Mixin
    private SearchFilters filters = new SearchFilters();

    @Option(
            names = "--prefix",
            paramLabel = "TEXT",
            description = "Only values that begin so, have a word that does, or are read so in pinyin.")
    private String prefix = "";

    @Option(
            names = "--order",
            paramLabel = "ORDER",
            converter = OrderWord.class,
            description = "count (default): most hits first; or name.")
    private FacetRequest.Order order = FacetRequest.Order.COUNT;

    @Option(names = "--size", paramLabel = "N", description = "Most values wanted, 1 to 10000; 20 by default.")
    private int size = FacetRequest.DEFAULT_SIZE;

    @Option(names = "--json", description = "Print the answer as JSON, as /api/v1/facets/NAME gives it.")
    private boolean json;

    FacetsCommand(RootCommand root, Engines engines) {
        this.root = root;
        this.engines = engines;
    }

    @Override
    public Integer call() throws IOException {
        FacetRequest request =
                new FacetRequest(filters.request(String.join(" ", query)).build(), dim, prefix, order, size);
        Terminal terminal = root.terminal();
        Settings settings = root.settings();
        try (SearchEngine engine = engines.open(settings.index(index), settings.glossary(null))) {
            FacetResponse response = engine.facet(request);
            Facet facet = response.facet();
            if (json) {
                terminal.out().println(SafeText.json(FacetJson.write(response)));
            } else {
                facet.values().forEach(v -> terminal.out().println(line(v)));
                if (facet.more() > 0) {
                    terminal.err().println("archsearch: " + facet.more() + " more; --size and --prefix show others");
                }
            }
            return facet.values().isEmpty() ? ExitStatus.NO_HITS : ExitStatus.DONE;
        }
    }

    private static String line(Facet.Value value) {
        return String.format(
                Locale.ROOT, "%s%7d  %s", value.selected() ? "*" : " ", value.count(), SafeText.of(value.value()));
    }

    private static final class FacetWord implements ITypeConverter<FacetDim> {
        @Override
        public FacetDim convert(String text) {
            return FacetDim.ofWord(text.toLowerCase(Locale.ROOT))
                    .orElseThrow(() -> new TypeConversionException("'" + text + "' is none of "
                            + Arrays.stream(FacetDim.values())
                                    .map(FacetDim::word)
                                    .collect(Collectors.joining(", "))));
        }
    }

    private static final class OrderWord implements ITypeConverter<FacetRequest.Order> {
        @Override
        public FacetRequest.Order convert(String text) {
            return Arrays.stream(FacetRequest.Order.values())
                    .filter(o -> o.word().equals(text.toLowerCase(Locale.ROOT)))
                    .findFirst()
                    .orElseThrow(() -> new TypeConversionException("'" + text + "' is none of count, name"));
        }
    }
}
