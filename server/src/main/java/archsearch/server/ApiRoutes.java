package archsearch.server;

import archsearch.searcher.ArticleResponse;
import archsearch.searcher.FacetDim;
import archsearch.searcher.FacetRequest;
import archsearch.searcher.FacetResponse;
import archsearch.searcher.IndexInfo;
import archsearch.searcher.IndexStatistics;
import archsearch.searcher.SearchEngine;
import archsearch.searcher.SearchRequest;
import archsearch.searcher.SearchResponse;
import archsearch.searcher.SimilarRequest;
import archsearch.searcher.SimilarResponse;
import archsearch.searcher.SuggestRequest;
import archsearch.searcher.SuggestResponse;
import archsearch.server.api.ArticleJson;
import archsearch.server.api.FacetJson;
import archsearch.server.api.SearchJson;
import archsearch.server.api.SimilarJson;
import archsearch.server.api.StatsJson;
import archsearch.server.api.SuggestJson;
import archsearch.server.url.Address;
import archsearch.server.url.ApiUrl;
import archsearch.server.url.Highlighting;
import archsearch.server.url.RequestUrl;
import archsearch.server.url.ValueList;
import io.javalin.http.Context;
import java.util.function.Function;
import java.util.function.Supplier;

/** The JSON API. Thread-safe as far as the engine is. */
final class ApiRoutes {
    private static final String JSON = "application/json; charset=utf-8";
    private static final String HTML = "text/html";

    private final SearchEngine engine;
    private final Listeners listeners;

    /** What was found, with the generation that it came from, and how it is written. */
    private record Answer(
            IndexInfo index, long searchNanos, Supplier<String> json, SearchLinks links, boolean partial) {
        Answer(IndexInfo index, long searchNanos, Supplier<String> json, SearchLinks links) {
            this(index, searchNanos, json, links, false);
        }
    }

    ApiRoutes(SearchEngine engine, Listeners listeners) {
        this.engine = engine;
        this.listeners = listeners;
    }

    void search(Context ctx) {
        Address address = RequestUrl.API_SEARCH.read(Exchange.query(ctx));
        String key = RequestUrl.API_SEARCH.href(address);
        if (Exchange.isNotModified(ctx, engine.index(), key)) {
            return;
        }
        SearchRequest request = address.request().toBuilder()
                .highlights(address.highlighting() != Highlighting.NONE)
                .build();
        SearchResponse response = engine.search(request);
        listeners.searched(ctx, response);
        Exchange.keep(ctx, response, key);
        new SearchLinks(RequestUrl.API_SEARCH, address)
                .alternate(RequestUrl.SEARCH.href(address), HTML)
                .alternate(RequestUrl.FEED.href(address), "application/atom+xml")
                .send(ctx, response);
        send(ctx, response.tookNanos(), () -> SearchJson.write(response, address.highlighting()));
    }

    void suggest(Context ctx) {
        Address address = RequestUrl.API_SUGGEST.read(Exchange.query(ctx));
        SuggestRequest request =
                new SuggestRequest(address.request().q(), address.request().size());
        answer(ctx, RequestUrl.API_SUGGEST, address, links -> {
            SuggestResponse response = engine.suggest(request);
            return new Answer(
                    response.index(),
                    response.tookNanos(),
                    () -> SuggestJson.write(response, address.highlighting()),
                    links);
        });
    }

    void facet(Context ctx) {
        String word = ctx.pathParam("name");
        FacetDim dim = FacetDim.ofWord(word).orElseThrow(() -> NotFoundException.ofFacet(word));
        RequestUrl url = ApiUrl.facet(dim);
        Address address = url.read(Exchange.query(ctx));
        String page = RequestUrl.facet(dim).href(address);
        values(ctx, url, address, dim, page, FacetJson::write);
    }

    void tags(Context ctx) {
        all(ctx, FacetDim.TAG);
    }

    void publishers(Context ctx) {
        all(ctx, FacetDim.PUBLISHER);
    }

    private void all(Context ctx, FacetDim dim) {
        RequestUrl url = ApiUrl.index(dim);
        Address address = url.read(Exchange.query(ctx));
        String page = RequestUrl.index(dim).href(address);
        values(ctx, url, address, dim, page, FacetJson::writeAll);
    }

    private void values(
            Context ctx,
            RequestUrl url,
            Address address,
            FacetDim dim,
            String page,
            Function<FacetResponse, String> json) {
        ValueList list = address.values();
        FacetRequest request = new FacetRequest(address.request(), dim, list.prefix(), list.order(), list.size());
        answer(ctx, url, address, links -> {
            FacetResponse response = engine.facet(request);
            return new Answer(
                    response.index(),
                    response.tookNanos(),
                    () -> json.apply(response),
                    links.alternate(page, HTML),
                    response.partial());
        });
    }

    void article(Context ctx) {
        String id = ctx.pathParam("id");
        RequestUrl url = ApiUrl.article(id);
        answer(ctx, url, url.read(Exchange.query(ctx)), links -> {
            long start = System.nanoTime();
            ArticleResponse response = engine.article(id).orElseThrow(() -> NotFoundException.ofArticle(id));
            return new Answer(
                    response.index(),
                    System.nanoTime() - start,
                    () -> ArticleJson.write(response),
                    links.alternate(RequestUrl.page("articles", id).path(), HTML)
                            .related(ApiUrl.similar(id).path(), "related"));
        });
    }

    void similar(Context ctx) {
        String id = ctx.pathParam("id");
        RequestUrl url = ApiUrl.similar(id);
        Address address = url.read(Exchange.query(ctx));
        SimilarRequest request = new SimilarRequest(id, address.request().size());
        answer(ctx, url, address, links -> {
            SimilarResponse response = engine.similar(request).orElseThrow(() -> NotFoundException.ofArticle(id));
            return new Answer(
                    response.index(),
                    response.tookNanos(),
                    () -> SimilarJson.write(response, address.highlighting()),
                    links.related(ApiUrl.article(id).path(), "related"));
        });
    }

    void stats(Context ctx) {
        RequestUrl url = ApiUrl.stats();
        answer(ctx, url, url.read(Exchange.query(ctx)), links -> {
            IndexStatistics statistics = IndexStatistics.of(engine);
            return new Answer(
                    statistics.index(),
                    statistics.tookNanos(),
                    () -> StatsJson.write(statistics, ProbeRoutes.version()),
                    links);
        });
    }

    private void answer(Context ctx, RequestUrl url, Address address, Function<SearchLinks, Answer> ask) {
        String key = url.href(address);
        if (Exchange.isNotModified(ctx, engine.index(), key)) {
            return;
        }
        Answer answer = ask.apply(new SearchLinks(url, address));
        Exchange.keep(ctx, answer.index(), key, answer.partial());
        answer.links().send(ctx);
        send(ctx, answer.searchNanos(), answer.json());
    }

    private static void send(Context ctx, long searchNanos, Supplier<String> json) {
        long start = System.nanoTime();
        String text = json.get();
        Exchange.timing(ctx, searchNanos, System.nanoTime() - start);
        ctx.contentType(JSON).result(text);
    }
}
