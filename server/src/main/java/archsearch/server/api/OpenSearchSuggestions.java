package archsearch.server.api;

import archsearch.searcher.Completion;
import archsearch.searcher.SuggestResponse;
import archsearch.server.url.Address;
import archsearch.server.url.RequestUrl;
import java.util.List;
import java.util.function.Function;

/** Suggestions for a browser's own search box (the OpenSearch Suggestions extension 1.1): four lists side by side. */
public final class OpenSearchSuggestions {
    private OpenSearchSuggestions() {}

    /**
     * Writes the answer as one line of JSON.
     *
     * @param typed what was typed, every space of it: browsers drop an answer to anything else
     * @param site what stands before each path, without a slash at the end
     * @param described says what a completion is, for people
     */
    public static String write(
            String typed, SuggestResponse response, String site, Function<Completion, String> described) {
        List<Completion> completions = response.completions();
        return Json.write(List.of(
                typed,
                completions.stream().map(c -> c.text().text()).toList(),
                completions.stream().map(described).toList(),
                completions.stream().map(c -> site + href(c)).toList()));
    }

    private static String href(Completion completion) {
        return switch (completion) {
            case Completion.Value c -> RequestUrl.hrefOf(c.dim(), c.text().text(), null);
            case Completion.Term c -> RequestUrl.SEARCH.href(Address.of(c.request()));
            case Completion.Title c -> RequestUrl.page("articles", c.id()).path();
        };
    }
}
