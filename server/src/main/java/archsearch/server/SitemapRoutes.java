package archsearch.server;

import archsearch.indexer.article.Article;
import archsearch.searcher.CursorGoneException;
import archsearch.searcher.EngineUnreachableException;
import archsearch.searcher.Facet;
import archsearch.searcher.FacetDim;
import archsearch.searcher.FacetRequest;
import archsearch.searcher.Hit;
import archsearch.searcher.IndexInfo;
import archsearch.searcher.SearchEngine;
import archsearch.searcher.SearchRequest;
import archsearch.searcher.SearchResponse;
import archsearch.server.url.RequestUrl;
import archsearch.server.xml.Sitemap;
import io.javalin.http.Context;
import java.time.temporal.ChronoUnit;
import java.util.function.BiPredicate;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Sitemaps of all that crawlers may read: one of the fixed pages, one of tags, one of publishers, and as many of articles as
 * {@link SitemapPlan} says. A crawler takes a sitemap only for paths below its own folder, so all lie in the root. Thread-safe
 * as far as the engine is.
 */
final class SitemapRoutes {
    private static final String XML = "application/xml; charset=utf-8";
    private static final String PAGES = "pages";
    private static final String TAGS = "tags";
    private static final String PUBLISHERS = "publishers";

    private final SearchEngine engine;
    private final SiteAddress site;
    private volatile @Nullable SitemapPlan plan;

    SitemapRoutes(SearchEngine engine, SiteAddress site) {
        this.engine = engine;
        this.site = site;
    }

    void index(Context ctx) {
        answer(ctx, Sitemap::ofSitemaps, (sitemap, index) -> {
            String changed = index.committedAt().truncatedTo(ChronoUnit.SECONDS).toString();
            Consumer<String> add = name -> sitemap.add("/sitemap-" + name + ".xml", changed);
            add.accept(PAGES);
            add.accept(TAGS);
            add.accept(PUBLISHERS);
            plan(index).parts().forEach(part -> add.accept(part.name()));
            return true;
        });
    }

    void part(Context ctx) {
        String name = ctx.pathParam("name");
        answer(ctx, Sitemap::ofPages, (sitemap, index) -> switch (name) {
            case PAGES -> pages(sitemap);
            case TAGS -> values(sitemap, FacetDim.TAG);
            case PUBLISHERS -> values(sitemap, FacetDim.PUBLISHER);
            default -> articles(sitemap, part(index, name));
        });
    }

    /**
     * @param fill fills the sitemap; whether it is whole
     */
    private void answer(Context ctx, Function<String, Sitemap> begin, BiPredicate<Sitemap, IndexInfo> fill) {
        RequestUrl url = RequestUrl.api(ctx.path().substring(1));
        url.read(Exchange.query(ctx));
        String base = site.of(ctx);
        String key = url.path() + ' ' + base;
        IndexInfo index = engine.index();
        if (Exchange.isNotModified(ctx, index, key)) {
            return;
        }
        Sitemap sitemap = begin.apply(base);
        if (fill.test(sitemap, index)) {
            Exchange.keep(ctx, index, key);
        } else {
            ctx.header("Cache-Control", Exchange.NEVER);
        }
        ctx.contentType(XML).result(sitemap.end());
    }

    private static boolean pages(Sitemap sitemap) {
        sitemap.add("/", null);
        sitemap.add("/tags", null);
        sitemap.add("/publishers", null);
        sitemap.add("/trends", null);
        sitemap.add("/help", null);
        sitemap.add("/api", null);
        return true;
    }

    /** Those with the most articles; a page with one article says no more than the article's own. */
    private boolean values(Sitemap sitemap, FacetDim dim) {
        FacetRequest all =
                new FacetRequest(SearchRequest.of(""), dim, "", FacetRequest.Order.COUNT, FacetRequest.MAX_SIZE);
        engine.facet(all).facet().values().stream()
                .map(Facet.Value::value)
                .map(value -> RequestUrl.hrefOf(dim, value, null))
                .filter(Predicate.not(href -> href.startsWith(RequestUrl.SEARCH.path())))
                .forEach(href -> sitemap.add(href, null));
        return true;
    }

    private SitemapPlan.Part part(IndexInfo index, String name) {
        return plan(index)
                .part(name)
                .orElseThrow(() -> new NotFoundException("There is no sitemap named \"" + name
                        + "\" any more; /sitemap.xml names those that there are."));
    }

    /** The plan is made once for a generation; whoever comes meanwhile waits for it. */
    private SitemapPlan plan(IndexInfo index) {
        SitemapPlan known = plan;
        if (known != null && known.generation().equals(index.generation())) {
            return known;
        }
        synchronized (this) {
            known = plan;
            if (known == null || !known.generation().equals(index.generation())) {
                known = SitemapPlan.of(engine);
                plan = known;
            }
            return known;
        }
    }

    private boolean articles(Sitemap sitemap, SitemapPlan.Part part) {
        try {
            return walk(
                    part,
                    article -> sitemap.add(
                            RequestUrl.page("articles", article.id()).path(),
                            article.date().toString()));
        } catch (CursorGoneException e) {
            throw new EngineUnreachableException("The articles changed while they were listed; ask again.", e);
        }
    }

    /** Whether the articles handed out are all of the part. */
    private boolean walk(SitemapPlan.Part part, Consumer<Article> each) {
        SearchRequest request = part.request();
        int seen = 0;
        while (true) {
            SearchResponse response = engine.search(request);
            for (Hit hit : response.hits()) {
                seen++;
                if (seen > part.skipped() && seen <= part.skipped() + SitemapPlan.LIMIT) {
                    each.accept(hit.article());
                }
            }
            boolean more = seen < Math.min(response.total(), part.skipped() + SitemapPlan.LIMIT);
            SearchRequest next = more && !response.hits().isEmpty() ? next(request, response) : null;
            if (next == null || response.partial()) {
                return !response.partial();
            }
            request = next;
        }
    }

    private static @Nullable SearchRequest next(SearchRequest request, SearchResponse response) {
        String cursor = response.nextCursor();
        if (cursor != null) {
            return request.toBuilder().page(1).cursor(cursor).build();
        }
        return request.cursor() == null && request.page() < response.reachablePages()
                ? request.toBuilder().page(request.page() + 1).build()
                : null;
    }
}
