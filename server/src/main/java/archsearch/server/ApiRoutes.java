package archsearch.server;

import archsearch.indexer.article.Article;
import archsearch.searcher.ArticleResponse;
import archsearch.searcher.IndexInfo;
import archsearch.searcher.SearchEngine;
import archsearch.searcher.SearchRequest;
import archsearch.searcher.SearchResponse;
import archsearch.searcher.SuggestRequest;
import archsearch.searcher.SuggestResponse;
import archsearch.server.api.SearchJson;
import archsearch.server.api.SuggestJson;
import archsearch.server.url.Address;
import archsearch.server.url.Highlighting;
import archsearch.server.url.RequestUrl;
import io.javalin.http.Context;

/** The JSON API. Thread-safe as far as the engine is. */
final class ApiRoutes {
    private static final String JSON = "application/json; charset=utf-8";

    private final SearchEngine engine;

    ApiRoutes(SearchEngine engine) {
        this.engine = engine;
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
        long start = System.nanoTime();
        String json = SearchJson.write(response, address.highlighting());
        Exchange.keep(ctx, response, key);
        new SearchLinks(RequestUrl.API_SEARCH, address)
                .alternate(RequestUrl.SEARCH.href(address), "text/html")
                .alternate(RequestUrl.FEED.href(address), "application/atom+xml")
                .send(ctx, response);
        Exchange.timing(ctx, response.tookNanos(), System.nanoTime() - start);
        send(ctx, json);
    }

    void suggest(Context ctx) {
        Address address = RequestUrl.API_SUGGEST.read(Exchange.query(ctx));
        SuggestRequest request =
                new SuggestRequest(address.request().q(), address.request().size());
        String key = RequestUrl.API_SUGGEST.href(address);
        if (Exchange.isNotModified(ctx, engine.index(), key)) {
            return;
        }
        SuggestResponse response = engine.suggest(request);
        long start = System.nanoTime();
        String json = SuggestJson.write(response, address.highlighting());
        Exchange.keep(ctx, response.index(), key);
        Exchange.timing(ctx, response.tookNanos(), System.nanoTime() - start);
        send(ctx, json);
    }

    void article(Context ctx) {
        String id = ctx.pathParam("id");
        RequestUrl url = RequestUrl.api("api", "v1", "articles", id);
        url.read(Exchange.query(ctx));
        IndexInfo index = engine.index();
        if (Exchange.isNotModified(ctx, index, url.path())) {
            return;
        }
        Article article = engine.article(id)
                .map(ArticleResponse::article)
                .orElseThrow(() -> new NotFoundException("There is no article with the id \"" + id + "\"."));
        Exchange.keep(ctx, index, url.path());
        send(ctx, SearchJson.write(article));
    }

    private static void send(Context ctx, String json) {
        ctx.contentType(JSON).result(json);
    }
}
