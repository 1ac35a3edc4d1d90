package archsearch.server.api;

import archsearch.searcher.Completion;
import archsearch.searcher.MarkedText;
import archsearch.searcher.SuggestResponse;
import archsearch.server.url.Address;
import archsearch.server.url.ApiUrl;
import archsearch.server.url.Highlighting;
import archsearch.server.url.RequestUrl;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Suggestions in JSON. Lists are never null. Thread-safe. */
public final class SuggestJson {
    private SuggestJson() {}

    /** Writes the answer as one line of JSON. */
    public static String write(SuggestResponse response, Highlighting highlighting) {
        return Json.write(new Root(
                response.request().q(),
                response.completions().stream().map(c -> view(c, highlighting)).toList(),
                IndexJson.of(response.index()),
                response.tookNanos() / 1_000_000));
    }

    record Root(String q, List<View> completions, IndexJson index, long tookMs) {}

    /**
     * One completion.
     *
     * @param count hits of {@code api}; left out for a title
     * @param id the article's id; left out for all but a title
     * @param url the page it leads to
     * @param api the same in JSON
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record View(
            String kind,
            String text,
            @Nullable Object highlights,
            @Nullable Integer count,
            @Nullable String id,
            String url,
            String api) {}

    private static View view(Completion completion, Highlighting highlighting) {
        MarkedText text = completion.text();
        Object highlights = highlights(text, highlighting);
        return switch (completion) {
            case Completion.Value c ->
                new View(
                        c.kind(),
                        text.text(),
                        highlights,
                        c.count(),
                        null,
                        RequestUrl.hrefOf(c.dim(), text.text(), null),
                        RequestUrl.API_SEARCH.href(Address.of(c.request())));
            case Completion.Term c ->
                new View(
                        c.kind(),
                        text.text(),
                        highlights,
                        c.count(),
                        null,
                        RequestUrl.SEARCH.href(Address.of(c.request())),
                        RequestUrl.API_SEARCH.href(Address.of(c.request())));
            case Completion.Title c ->
                new View(
                        c.kind(),
                        text.text(),
                        highlights,
                        null,
                        c.id(),
                        RequestUrl.page("articles", c.id()).path(),
                        ApiUrl.article(c.id()).path());
        };
    }

    private static @Nullable Object highlights(MarkedText text, Highlighting highlighting) {
        return switch (highlighting) {
            case HTML -> MarkedHtml.of(text);
            case RANGES ->
                text.marks().stream().map(m -> List.of(m.start(), m.end())).toList();
            case NONE -> null;
        };
    }
}
