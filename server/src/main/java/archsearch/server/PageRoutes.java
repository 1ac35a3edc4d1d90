package archsearch.server;

import archsearch.indexer.analysis.TextKey;
import archsearch.indexer.article.Language;
import archsearch.searcher.ArticleResponse;
import archsearch.searcher.FacetDim;
import archsearch.searcher.FacetRequest;
import archsearch.searcher.FacetResponse;
import archsearch.searcher.IndexInfo;
import archsearch.searcher.SearchEngine;
import archsearch.searcher.SearchRequest;
import archsearch.searcher.SearchResponse;
import archsearch.searcher.SimilarRequest;
import archsearch.searcher.SimilarResponse;
import archsearch.searcher.ValueName;
import archsearch.server.api.ApiDescription;
import archsearch.server.api.Problem;
import archsearch.server.page.ApiPage;
import archsearch.server.page.ArticlePage;
import archsearch.server.page.Assets;
import archsearch.server.page.FacetPage;
import archsearch.server.page.HelpPage;
import archsearch.server.page.HomePage;
import archsearch.server.page.HtmlRenderer;
import archsearch.server.page.ListingPage;
import archsearch.server.page.Page;
import archsearch.server.page.ProblemPage;
import archsearch.server.page.Reader;
import archsearch.server.page.ResultsPage;
import archsearch.server.page.TrendsPage;
import archsearch.server.page.ValuesPage;
import archsearch.server.url.Address;
import archsearch.server.url.RequestUrl;
import io.javalin.http.Context;
import java.util.Arrays;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The pages. Thread-safe as far as the engine is. */
final class PageRoutes {
    private static final String MISSING = "missing";

    private final SearchEngine engine;
    private final Nearby nearby;
    private final TagTrends trends;
    private final Assets assets;
    private final SiteAddress site;
    private final Listeners listeners;
    private final HtmlRenderer renderer = new HtmlRenderer();
    private final ApiDescription api = ApiDescription.load();

    /**
     * A page with the generation that it was made from.
     *
     * @param partial whether a search for it was cut short
     */
    private record Answer(Page page, IndexInfo index, long searchNanos, boolean partial) {
        Answer(Page page, IndexInfo index, long searchNanos) {
            this(page, index, searchNanos, false);
        }
    }

    /** What a path names and does not exist. */
    private sealed interface Missing permits MissingValue, MissingArticle {}

    private record MissingValue(FacetDim dim, String name) implements Missing {}

    private record MissingArticle(String id) implements Missing {}

    /**
     * @param assets what every page loads; part of its version
     */
    PageRoutes(SearchEngine engine, Assets assets, SiteAddress site, Listeners listeners) {
        this.engine = engine;
        this.nearby = new Nearby(engine);
        this.trends = new TagTrends(engine);
        this.assets = assets;
        this.site = site;
        this.listeners = listeners;
    }

    void home(Context ctx) {
        overview(ctx, "", HomePage.request(), (reader, response) -> HomePage.of(reader, assets, response));
    }

    void results(Context ctx) {
        Address address = RequestUrl.SEARCH.read(Exchange.query(ctx));
        search(ctx, RequestUrl.SEARCH, address, ResultsPage.request(address), (reader, response) -> {
            listeners.searched(ctx, response);
            return ResultsPage.of(reader, assets, address, response);
        });
    }

    void facet(Context ctx) {
        String word = ctx.pathParam("name");
        FacetDim dim = FacetDim.ofWord(word).orElseThrow(() -> NotFoundException.ofFacet(word));
        RequestUrl url = RequestUrl.facet(dim);
        Address address = url.read(Exchange.query(ctx));
        answer(ctx, url, address, reader -> {
            FacetResponse response = engine.facet(FacetPage.request(dim, address));
            return new Answer(
                    FacetPage.of(reader, assets, address, response),
                    response.index(),
                    response.tookNanos(),
                    response.partial());
        });
    }

    void tags(Context ctx) {
        values(ctx, FacetDim.TAG);
    }

    void publishers(Context ctx) {
        values(ctx, FacetDim.PUBLISHER);
    }

    private void values(Context ctx, FacetDim dim) {
        RequestUrl url = RequestUrl.index(dim);
        Address address = url.read(Exchange.query(ctx));
        answer(ctx, url, address, reader -> {
            FacetResponse all = engine.facet(ValuesPage.request(dim, address));
            FacetRequest more = ValuesPage.underLetter(dim, address, all.facet());
            FacetResponse underLetter = more == null ? all : engine.facet(more);
            return new Answer(
                    ValuesPage.of(reader, assets, address, all.facet(), underLetter.facet()),
                    all.index(),
                    all.tookNanos(),
                    all.partial() || underLetter.partial());
        });
    }

    void tag(Context ctx) {
        listing(ctx, FacetDim.TAG, ctx.pathParam("tag"));
    }

    void publisher(Context ctx) {
        listing(ctx, FacetDim.PUBLISHER, ctx.pathParam("publisher"));
    }

    private void listing(Context ctx, FacetDim dim, String name) {
        RequestUrl url = RequestUrl.listing(dim, name);
        Address address = url.read(Exchange.query(ctx));
        ValueName value = engine.value(dim, name).orElseThrow(() -> missing(ctx, dim, name));
        if (!value.value().equals(name)) {
            redirect(ctx, value, name, address.ui());
            return;
        }
        search(
                ctx,
                url,
                address,
                ListingPage.request(address),
                (reader, response) ->
                        ListingPage.of(reader, assets, value, nearby.sameMeaning(value), address, response));
    }

    /**
     * Leads to the one address of a value. Both kinds of redirect are kept for a minute only: which spelling is the most frequent
     * changes with the index, and what is an alias with the glossary.
     */
    private static void redirect(Context ctx, ValueName value, String name, @Nullable Language ui) {
        boolean spelling = TextKey.of(name).equals(TextKey.of(value.value()));
        RequestUrl to = RequestUrl.listing(value.dim(), value.value());
        String location = RequestUrl.isSegment(value.value())
                ? to.href(to.read(Exchange.query(ctx)))
                : RequestUrl.hrefOf(value.dim(), value.value(), ui);
        ctx.status(spelling ? 301 : 302);
        ctx.header("Location", location);
        ctx.header("Cache-Control", Exchange.SHORT);
    }

    private static NotFoundException missing(Context ctx, FacetDim dim, String name) {
        ctx.attribute(MISSING, new MissingValue(dim, name));
        return new NotFoundException("No article has the " + dim.word() + " \"" + name + "\".");
    }

    void trends(Context ctx) {
        Address address = RequestUrl.TRENDS.read(Exchange.query(ctx));
        List<String> tags = TrendsPage.tags(address);
        answer(ctx, RequestUrl.TRENDS, address, reader -> {
            SearchResponse all = engine.search(TrendsPage.request());
            TrendsPage.Counts counts = trends.of(tags, all);
            return new Answer(
                    TrendsPage.of(reader, assets, address, all, counts),
                    all.index(),
                    all.tookNanos(),
                    counts.partial());
        });
    }

    void article(Context ctx) {
        String id = ctx.pathParam("id");
        RequestUrl url = RequestUrl.page("articles", id);
        Address address = url.read(Exchange.query(ctx));
        answer(ctx, url, address, reader -> {
            ArticleResponse response = engine.article(id).orElseThrow(() -> missing(ctx, id));
            SimilarResponse similar = engine.similar(SimilarRequest.of(id)).orElseThrow(() -> missing(ctx, id));
            return new Answer(ArticlePage.of(reader, assets, response, similar), response.index(), similar.tookNanos());
        });
    }

    private static NotFoundException missing(Context ctx, String id) {
        ctx.attribute(MISSING, new MissingArticle(NotFoundException.shown(id)));
        return NotFoundException.ofArticle(id);
    }

    void help(Context ctx) {
        overview(
                ctx,
                "help",
                HelpPage.request(),
                (reader, response) -> HelpPage.of(reader, assets, response, engine::search));
    }

    void api(Context ctx) {
        overview(ctx, "api", ApiPage.request(), (reader, response) -> ApiPage.of(reader, assets, api, response));
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
        send(ctx, reader, ProblemPage.explaining(reader, assets, kind), 0);
    }

    /** Sends a problem that occurred; status and caching are set already. */
    void failed(Context ctx, Problem problem) {
        String query = Exchange.query(ctx);
        Reader reader = reader(ctx, RequestUrl.uiOf(query));
        Missing missing = problem.kind() == Problem.Kind.NOT_FOUND ? ctx.attribute(MISSING) : null;
        Page page = switch (missing) {
            case null -> ProblemPage.of(reader, assets, problem, ctx.req().getRequestURI(), query);
            case MissingValue m -> nearby.helpWith(reader, assets, problem, m.dim(), m.name());
            case MissingArticle m -> nearby.helpWith(reader, assets, problem, m.id());
        };
        send(ctx, reader, page, 0);
    }

    /** Lays a problem out whose request has no readable address. */
    String unreadable(Reader reader, Problem problem) {
        return renderer.render(ProblemPage.of(reader, assets, problem, "/", null));
    }

    /** Answers with a page that is made of one search and has no parameters but the reader's language. */
    private void overview(
            Context ctx, String segment, SearchRequest request, BiFunction<Reader, SearchResponse, Page> page) {
        RequestUrl url = RequestUrl.page(segment);
        search(ctx, url, url.read(Exchange.query(ctx)), request, page);
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

    private void answer(Context ctx, RequestUrl url, Address address, Function<Reader, Answer> page) {
        Reader reader = reader(ctx, address.ui());
        String key = key(url, address, reader);
        if (Exchange.isNotModified(ctx, engine.index(), key)) {
            return;
        }
        Answer answer = page.apply(reader);
        Exchange.keep(ctx, answer.index(), key, answer.partial());
        send(ctx, reader, answer.page(), answer.searchNanos());
    }

    /** Everything that a page depends on beside the index. */
    private String key(RequestUrl url, Address address, Reader reader) {
        return String.join(
                " ",
                url.href(address),
                reader.language().code(),
                reader.site(),
                assets.toString(),
                ProbeRoutes.version());
    }

    private Reader reader(Context ctx, @Nullable Language chosen) {
        Exchange.vary(ctx, "Accept-Language");
        return Reader.of(chosen, ctx.header("Accept-Language")).at(site.of(ctx));
    }

    private void send(Context ctx, Reader reader, Page page, long searchNanos) {
        long start = System.nanoTime();
        String html = renderer.render(page);
        Exchange.timing(ctx, searchNanos, System.nanoTime() - start);
        ctx.header("Content-Language", reader.language().code());
        ctx.contentType("text/html; charset=utf-8").result(html);
    }
}
