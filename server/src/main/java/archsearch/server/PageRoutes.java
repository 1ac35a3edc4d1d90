package archsearch.server;

import archsearch.indexer.article.Article;
import archsearch.indexer.article.Language;
import archsearch.searcher.FacetDim;
import archsearch.searcher.IndexInfo;
import archsearch.searcher.SearchEngine;
import archsearch.searcher.SearchRequest;
import archsearch.searcher.SearchResponse;
import archsearch.server.api.Problem;
import archsearch.server.page.ArticlePage;
import archsearch.server.page.HomePage;
import archsearch.server.page.HtmlRenderer;
import archsearch.server.page.ListingPage;
import archsearch.server.page.Page;
import archsearch.server.page.ProblemPage;
import archsearch.server.page.Reader;
import archsearch.server.page.ResultsPage;
import archsearch.server.page.ValuesPage;
import archsearch.server.url.Address;
import archsearch.server.url.RequestUrl;
import io.javalin.http.Context;
import java.util.Arrays;
import java.util.Set;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/** The pages. Thread-safe as far as the engine is. */
final class PageRoutes {
    private final SearchEngine engine;
    private final String stylesheet;
    private final HtmlRenderer renderer = new HtmlRenderer();

    /**
     * @param stylesheet the address of the style sheet; part of every page's version
     */
    PageRoutes(SearchEngine engine, String stylesheet) {
        this.engine = engine;
        this.stylesheet = stylesheet;
    }

    void home(Context ctx) {
        RequestUrl url = RequestUrl.page("");
        Address address = url.read(Exchange.query(ctx));
        search(ctx, url, address, HomePage.request(), (reader, response) -> HomePage.of(reader, stylesheet, response));
    }

    void results(Context ctx) {
        Address address = RequestUrl.SEARCH.read(Exchange.query(ctx));
        search(
                ctx,
                RequestUrl.SEARCH,
                address,
                address.request(),
                (reader, response) -> ResultsPage.of(reader, stylesheet, address, response));
    }

    void tag(Context ctx) {
        String tag = ctx.pathParam("tag");
        listing(ctx, FacetDim.TAG, tag, RequestUrl.tag(tag));
    }

    void publisher(Context ctx) {
        String publisher = ctx.pathParam("publisher");
        listing(ctx, FacetDim.PUBLISHER, publisher, RequestUrl.publisher(publisher));
    }

    private void listing(Context ctx, FacetDim dim, String value, RequestUrl url) {
        Address address = url.read(Exchange.query(ctx));
        SearchRequest request = address.request().toBuilder()
                .facets(ListingPage.FACETS)
                .facetSize(ListingPage.FACET_SIZE)
                .build();
        search(ctx, url, address, request, (reader, response) -> {
            if (response.total() == 0 && request.q().isEmpty()) {
                throw new NotFoundException("No article has the " + dim.word() + " \"" + value + "\".");
            }
            return ListingPage.of(reader, stylesheet, dim, value, url, address, response);
        });
    }

    void tags(Context ctx) {
        values(ctx, FacetDim.TAG, RequestUrl.page("tags"));
    }

    void publishers(Context ctx) {
        values(ctx, FacetDim.PUBLISHER, RequestUrl.page("publishers"));
    }

    private void values(Context ctx, FacetDim dim, RequestUrl url) {
        Address address = url.read(Exchange.query(ctx));
        SearchRequest request = SearchRequest.builder()
                .size(1)
                .facets(Set.of(dim))
                .facetSize(SearchRequest.MAX_FACET_SIZE)
                .build();
        search(
                ctx,
                url,
                address,
                request,
                (reader, response) ->
                        ValuesPage.of(reader, stylesheet, response.facet(dim).orElseThrow()));
    }

    void article(Context ctx) {
        String id = ctx.pathParam("id");
        RequestUrl url = RequestUrl.page("articles", id);
        Address address = url.read(Exchange.query(ctx));
        Reader reader = reader(ctx, address.ui());
        IndexInfo index = engine.index();
        String key = key(url, address, reader);
        if (Exchange.isNotModified(ctx, index, key)) {
            return;
        }
        Article article = engine.article(id)
                .orElseThrow(() -> new NotFoundException("There is no article with the id \"" + id + "\"."));
        SearchResponse more = engine.search(ArticlePage.more(article));
        Exchange.keep(ctx, index, key);
        send(ctx, reader, ArticlePage.of(reader, stylesheet, article, more), more.tookNanos());
    }

    void problem(Context ctx) {
        String word = ctx.pathParam("kind");
        Address address = RequestUrl.page("problems", word).read(Exchange.query(ctx));
        Problem.Kind kind = Arrays.stream(Problem.Kind.values())
                .filter(k -> k.word().equals(word))
                .findFirst()
                .orElseThrow(() -> new NotFoundException("There is no kind of problem named \"" + word + "\"."));
        Reader reader = reader(ctx, address.ui());
        ctx.header("Cache-Control", "public, max-age=86400");
        send(ctx, reader, ProblemPage.explaining(reader, stylesheet, kind), 0);
    }

    /** Sends a problem that occurred; status and caching are set already. */
    void failed(Context ctx, Problem problem) {
        String query = Exchange.query(ctx);
        Reader reader = reader(ctx, RequestUrl.uiOf(query));
        send(ctx, reader, ProblemPage.of(reader, stylesheet, problem, ctx.req().getRequestURI(), query), 0);
    }

    /** Lays a problem out whose request has no readable address. */
    String unreadable(Reader reader, Problem problem) {
        return renderer.render(ProblemPage.of(reader, stylesheet, problem, "/", null));
    }

    private void search(
            Context ctx,
            RequestUrl url,
            Address address,
            SearchRequest request,
            BiFunction<Reader, SearchResponse, Page> page) {
        Reader reader = reader(ctx, address.ui());
        String key = key(url, address, reader);
        if (Exchange.isNotModified(ctx, engine.index(), key)) {
            return;
        }
        SearchResponse response = engine.search(request);
        Page answer = page.apply(reader, response);
        Exchange.keep(ctx, response, key);
        send(ctx, reader, answer, response.tookNanos());
    }

    /** Everything that a page depends on beside the index. */
    private String key(RequestUrl url, Address address, Reader reader) {
        return url.href(address) + ' ' + reader.language().code() + ' ' + stylesheet + ' ' + ProbeRoutes.version();
    }

    private static Reader reader(Context ctx, @Nullable Language chosen) {
        ctx.header("Vary", "Accept-Encoding, Accept-Language");
        return Reader.of(chosen, ctx.header("Accept-Language"));
    }

    private void send(Context ctx, Reader reader, Page page, long searchNanos) {
        long start = System.nanoTime();
        String html = renderer.render(page);
        Exchange.timing(ctx, searchNanos, System.nanoTime() - start);
        ctx.header("Content-Language", reader.language().code());
        ctx.contentType("text/html; charset=utf-8").result(html);
    }
}
