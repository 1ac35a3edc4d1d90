package archsearch.server.api;

import archsearch.indexer.article.Article;
import archsearch.searcher.Facet;
import archsearch.searcher.FacetDim;
import archsearch.searcher.Hit;
import archsearch.searcher.IndexInfo;
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

    /** Writes one article as one line of JSON: the fields of a hit that do not depend on a search. */
    public static String write(Article article) {
        return Json.write(new ArticleView(article.id(), Facts.of(article)));
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
            Index index,
            List<HitView> hits,
            Map<String, List<FacetValue>> facets,
            Map<String, Integer> moreFacetValues,
            List<SuggestionView> suggestions) {}

    record QueryView(String q, String parsed, @Nullable String correctedFrom, List<String> warnings) {}

    record Total(int value, String relation) {}

    record Index(String generation, int docs, String committedAt) {
        static Index of(IndexInfo info) {
            return new Index(info.generation(), info.docs(), info.committedAt().toString());
        }
    }

    record HitView(
            String id,
            int rank,
            double score,
            @JsonUnwrapped Facts facts,
            String why,

            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Highlights highlights,

            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String explanation) {}

    record ArticleView(String id, @JsonUnwrapped Facts facts) {}

    /** What is known of an article, the same in every answer. */
    record Facts(
            String title,
            String summary,
            String lang,
            String publisher,
            String date,
            String category,
            List<String> tags,
            int likes,
            int readMinutes,
            @Nullable String url) {
        static Facts of(Article a) {
            return new Facts(
                    a.title(),
                    a.summary(),
                    a.lang().code(),
                    a.publisher(),
                    a.date().toString(),
                    a.category(),
                    a.tags(),
                    a.likes(),
                    a.readMinutes(),
                    a.url());
        }
    }

    /** Either strings of HTML or lists of {@code [start, end]}. */
    record Highlights(Object title, Object summary, List<?> tags) {}

    record FacetValue(String value, int count, boolean selected) {}

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
        Map<String, List<FacetValue>> facets = new LinkedHashMap<>();
        Map<String, Integer> more = new LinkedHashMap<>();
        for (FacetDim dim : FacetDim.values()) {
            facets.put(dim.word(), r.facet(dim).map(SearchJson::values).orElse(List.of()));
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
                Index.of(r.index()),
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

    private static List<FacetValue> values(Facet facet) {
        return facet.values().stream()
                .map(v -> new FacetValue(v.value(), v.count(), v.selected()))
                .toList();
    }

    private static HitView hit(Hit hit, Highlighting highlighting) {
        return new HitView(
                hit.article().id(),
                hit.rank(),
                hit.score(),
                Facts.of(hit.article()),
                hit.reason(),
                highlights(hit, highlighting),
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
