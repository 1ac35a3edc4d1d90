package archsearch.server.api;

import archsearch.searcher.Facet;
import archsearch.searcher.FacetDim;
import archsearch.searcher.Hit;
import archsearch.searcher.MarkedText;
import archsearch.searcher.SearchRequest;
import archsearch.searcher.SearchResponse;
import archsearch.searcher.Suggestion;
import archsearch.server.url.Address;
import archsearch.server.url.Highlighting;
import archsearch.server.url.RequestUrl;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A search's answer in JSON, the same over HTTP and on the command line. Names are camelCase, days are ISO 8601, lists are
 * never null. Thread-safe.
 */
public final class SearchJson {
    private SearchJson() {}

    /** Writes the answer as one line of JSON. */
    public static String write(SearchResponse response, Highlighting highlighting) {
        return Json.write(view(response, highlighting));
    }

    record Root(
            QueryView query,
            Total total,
            int page,
            int size,
            int pages,
            @Nullable String next,
            @Nullable String nextCursor,
            long tookMs,
            boolean partial,
            IndexJson index,
            List<HitView> hits,
            Map<String, List<FacetJson.FacetValue>> facets,
            Map<String, Integer> moreFacetValues,
            List<SuggestionView> suggestions) {}

    record QueryView(String q, String parsed, @Nullable String correctedFrom, List<String> warnings) {}

    record Total(int value, String relation) {}

    record HitView(
            String id,
            int rank,
            double score,
            @JsonUnwrapped ArticleJson.Facts facts,
            String why,

            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Highlights highlights,

            List<ArticleJson.RepostView> reposts,

            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String explanation) {}

    /** Either strings of HTML or lists of {@code [start, end]}. */
    record Highlights(Object title, Object summary, List<?> tags) {}

    record SuggestionView(String kind, String q, int count, List<String> dropped, String url) {
        static SuggestionView of(Suggestion s) {
            return new SuggestionView(
                    s.kind().word(),
                    s.request().q(),
                    s.count(),
                    s.dropped(),
                    RequestUrl.API_SEARCH.href(Address.of(s.request())));
        }
    }

    private static Root view(SearchResponse r, Highlighting highlighting) {
        Map<String, List<FacetJson.FacetValue>> facets = new LinkedHashMap<>();
        Map<String, Integer> more = new LinkedHashMap<>();
        for (FacetDim dim : FacetDim.values()) {
            facets.put(dim.word(), r.facet(dim).map(FacetJson::values).orElse(List.of()));
            more.put(dim.word(), r.facet(dim).map(Facet::more).orElse(0));
        }
        return new Root(
                new QueryView(r.request().q(), r.parsed(), r.correctedFrom(), r.warnings()),
                new Total(r.total(), "eq"),
                r.request().page(),
                r.request().size(),
                r.pages(),
                next(r, highlighting),
                r.nextCursor(),
                r.tookNanos() / 1_000_000,
                r.partial(),
                IndexJson.of(r.index()),
                r.hits().stream().map(hit -> hit(hit, highlighting)).toList(),
                facets,
                more,
                r.suggestions().stream().map(SuggestionView::of).toList());
    }

    /** Where the next hits are: by page number as deep as these reach, then, and for who came by a cursor, by cursor. */
    private static @Nullable String next(SearchResponse r, Highlighting highlighting) {
        SearchRequest.Builder next = r.request().toBuilder();
        if (r.request().cursor() == null && r.request().page() < r.reachablePages()) {
            next.page(r.request().page() + 1);
        } else if (r.nextCursor() != null) {
            next.page(1).cursor(r.nextCursor());
        } else {
            return null;
        }
        return RequestUrl.API_SEARCH.href(new Address(next.build(), highlighting, null));
    }

    static HitView hit(Hit hit, Highlighting highlighting) {
        return new HitView(
                hit.article().id(),
                hit.rank(),
                hit.score(),
                ArticleJson.Facts.of(hit.article()),
                hit.reason(),
                highlights(hit, highlighting),
                ArticleJson.reposts(hit.reposts()),
                hit.explanation());
    }

    private static @Nullable Highlights highlights(Hit hit, Highlighting highlighting) {
        return switch (highlighting) {
            case HTML ->
                new Highlights(
                        MarkedHtml.of(hit.title()),
                        MarkedHtml.of(hit.summary()),
                        hit.tags().stream().map(MarkedHtml::of).toList());
            case RANGES ->
                new Highlights(
                        ranges(hit.title()),
                        ranges(hit.summary()),
                        hit.tags().stream().map(SearchJson::ranges).toList());
            case NONE -> null;
        };
    }

    private static List<List<Integer>> ranges(MarkedText text) {
        return text.marks().stream().map(m -> List.of(m.start(), m.end())).toList();
    }
}
