package archsearch.server;

import archsearch.indexer.analysis.TextKey;
import archsearch.searcher.FacetDim;
import archsearch.searcher.SearchEngine;
import archsearch.searcher.SearchRequest;
import archsearch.searcher.SearchResponse;
import archsearch.searcher.ValueName;
import archsearch.server.url.Address;
import archsearch.server.url.RequestUrl;
import archsearch.server.xml.AtomFeed;
import archsearch.server.xml.FeedTitle;
import io.javalin.http.Context;
import java.util.Set;

/** Feeds of searches, tags and publishers. Thread-safe as far as the engine is. */
final class FeedRoutes {
    private static final String ATOM = "application/atom+xml; charset=utf-8";

    private final SearchEngine engine;
    private final SiteAddress site;

    FeedRoutes(SearchEngine engine, SiteAddress site) {
        this.engine = engine;
        this.site = site;
    }

    void search(Context ctx) {
        Address address = RequestUrl.FEED.read(Exchange.query(ctx));
        send(ctx, feed(ctx, RequestUrl.FEED, address, FeedTitle.of(address.request()), RequestUrl.SEARCH));
    }

    void tag(Context ctx) {
        listing(ctx, FacetDim.TAG, ctx.pathParam("tag"));
    }

    void publisher(Context ctx) {
        listing(ctx, FacetDim.PUBLISHER, ctx.pathParam("publisher"));
    }

    /**
     * A value has one feed; its other spellings and names lead there, so that nobody is subscribed to an id of their own. Which
     * spelling is the most frequent changes with the index, and what is an alias with the glossary, so both are kept for a minute.
     */
    private void listing(Context ctx, FacetDim dim, String name) {
        Address address = RequestUrl.feedOf(dim, name).read(Exchange.query(ctx));
        ValueName value = engine.value(dim, name)
                .orElseThrow(() -> new NotFoundException("No article has the " + dim.word() + " \"" + name + "\"."));
        RequestUrl url = RequestUrl.feedOf(dim, value.value());
        if (!value.value().equals(name)) {
            ctx.header("Location", url.href(address))
                    .header("Cache-Control", Exchange.SHORT)
                    .status(TextKey.of(name).equals(TextKey.of(value.value())) ? 301 : 302);
            return;
        }
        RequestUrl page = dim == FacetDim.TAG ? RequestUrl.tag(name) : RequestUrl.publisher(name);
        send(ctx, feed(ctx, url, address, FeedTitle.of(name, address.request().q()), page));
    }

    private AtomFeed feed(Context ctx, RequestUrl url, Address address, String title, RequestUrl page) {
        Address first = address.with(address.request().toBuilder()
                .page(1)
                .size(page.defaults().request().size())
                .build());
        return new AtomFeed(site.of(ctx), url, address, title, page.href(first), ProbeRoutes.version());
    }

    private void send(Context ctx, AtomFeed feed) {
        String key = feed.site() + ' ' + feed.url().href(feed.address()) + ' ' + feed.version();
        if (Exchange.isNotModified(ctx, engine.index(), key)) {
            return;
        }
        SearchRequest request = feed.address().request().toBuilder()
                .facets(Set.of())
                .highlights(false)
                .build();
        SearchResponse response = engine.search(request);
        long start = System.nanoTime();
        String xml = feed.write(response);
        Exchange.keep(ctx, response, key);
        Exchange.timing(ctx, response.tookNanos(), System.nanoTime() - start);
        new SearchLinks(feed.url(), feed.address())
                .alternate(feed.page(), "text/html")
                .send(ctx, response);
        ctx.contentType(ATOM).result(xml);
    }
}
