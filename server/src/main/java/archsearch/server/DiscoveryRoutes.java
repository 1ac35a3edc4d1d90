package archsearch.server;

import archsearch.searcher.Completion;
import archsearch.searcher.SearchEngine;
import archsearch.searcher.SuggestRequest;
import archsearch.searcher.SuggestResponse;
import archsearch.server.api.ApiDescription;
import archsearch.server.api.OpenSearchSuggestions;
import archsearch.server.page.Reader;
import archsearch.server.page.Wording;
import archsearch.server.url.Address;
import archsearch.server.url.RequestUrl;
import archsearch.server.xml.OpenSearchDescription;
import io.javalin.http.Context;
import java.nio.charset.StandardCharsets;

/** How browsers search here from their own search box, and what crawlers may read. Thread-safe as far as the engine is. */
final class DiscoveryRoutes {
    /**
     * Filters can be combined without end, so a crawler gets the listings, page by page, and the articles, but neither searches
     * nor listings searched, sorted and cut in other ways (RFC 9309).
     */
    private static final String ROBOTS = """
            User-agent: *
            Disallow: /search
            Disallow: /api/
            Disallow: /suggest/
            Disallow: /feeds/search.atom?
            Disallow: /facets/
            Disallow: /*?*q=
            Disallow: /*?*sort=
            Disallow: /*?*size=
            Disallow: /*?*group=
            Disallow: /*?*order=
            Disallow: /*?*prefix=
            Disallow: /*?*ui=

            Sitemap:\s""";

    private final SearchEngine engine;
    private final SiteAddress site;
    private final byte[] openApi = ApiDescription.document();

    DiscoveryRoutes(SearchEngine engine, SiteAddress site) {
        this.engine = engine;
        this.site = site;
    }

    void description(Context ctx) {
        byte[] xml = OpenSearchDescription.write(site.of(ctx)).getBytes(StandardCharsets.UTF_8);
        Exchange.sendFixed(ctx, "application/opensearchdescription+xml; charset=utf-8", xml);
    }

    void openApi(Context ctx) {
        RequestUrl.api("openapi.json").read(Exchange.query(ctx));
        Exchange.sendFixed(ctx, "application/json; charset=utf-8", openApi);
    }

    void robots(Context ctx) {
        byte[] text = (ROBOTS + site.of(ctx) + "/sitemap.xml\n").getBytes(StandardCharsets.UTF_8);
        Exchange.sendFixed(ctx, "text/plain; charset=utf-8", text);
    }

    void suggest(Context ctx) {
        Address address = RequestUrl.SUGGEST.read(Exchange.query(ctx));
        String typed = RequestUrl.wordsOf(Exchange.query(ctx));
        Reader reader = Reader.of(null, ctx.header("Accept-Language"));
        Exchange.vary(ctx, "Accept-Language");
        String base = site.of(ctx);
        String key = RequestUrl.SUGGEST.href(address) + ' ' + typed + ' ' + reader.language() + ' ' + base;
        if (Exchange.isNotModified(ctx, engine.index(), key)) {
            return;
        }
        SuggestResponse response = engine.suggest(
                new SuggestRequest(address.request().q(), address.request().size()));
        Wording words = Wording.of(reader.language());
        Exchange.keep(ctx, response.index(), key);
        ctx.header("Content-Language", reader.language().code())
                .contentType("application/x-suggestions+json; charset=utf-8")
                .result(OpenSearchSuggestions.write(typed, response, base, c -> described(words, c)));
    }

    private static String described(Wording words, Completion completion) {
        return switch (completion) {
            case Completion.Value c -> words.facet(c.dim()) + " · " + words.articles(c.count());
            case Completion.Term c -> words.articles(c.count());
            case Completion.Title c -> "";
        };
    }
}
