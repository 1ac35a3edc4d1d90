package archsearch.server.cli;

import archsearch.indexer.article.Language;
import archsearch.searcher.SearchRequest;
import archsearch.searcher.Sort;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Writes a search as the command line that runs it. */
final class SearchWords {
    private SearchWords() {}

    /** The command, ready to be pasted into a shell; what has its default value is left out. */
    static String of(SearchRequest request) {
        List<String> words = new ArrayList<>(List.of("archsearch", "search"));
        request.tags().forEach(tag -> add(words, "--tag", tag));
        request.publishers().forEach(publisher -> add(words, "--publisher", publisher));
        request.categories().forEach(category -> add(words, "--category", category));
        request.langs().stream().sorted().map(Language::code).forEach(lang -> add(words, "--lang", lang));
        request.years().forEach(year -> add(words, "--year", year));
        add(words, "--from", request.from());
        add(words, "--to", request.to());
        add(words, "--minutes-max", request.minutesMax());
        add(words, "--group", request.grouped() ? null : "off");
        add(
                words,
                "--sort",
                request.sort() == Sort.RELEVANCE ? null : request.sort().word());
        add(words, "--page", request.page() == 1 ? null : request.page());
        add(words, "--size", request.size() == SearchRequest.DEFAULT_SIZE ? null : request.size());
        if (request.q().startsWith("-")) {
            words.add("--");
        }
        if (!request.q().isEmpty() || words.size() == 2) {
            words.add(request.q());
        }
        return words.stream().map(ShellWord::of).collect(Collectors.joining(" "));
    }

    private static void add(List<String> words, String option, @Nullable Object value) {
        if (value != null) {
            words.add(option);
            words.add(value.toString());
        }
    }
}
