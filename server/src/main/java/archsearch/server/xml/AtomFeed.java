package archsearch.server.xml;

import archsearch.indexer.article.Article;
import archsearch.searcher.FacetDim;
import archsearch.searcher.Hit;
import archsearch.searcher.Repost;
import archsearch.searcher.SearchRequest;
import archsearch.searcher.SearchResponse;
import archsearch.server.url.Address;
import archsearch.server.url.RequestUrl;
import archsearch.server.url.WebAddress;
import java.net.URI;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/**
 * A search's answer as a feed (Atom, RFC 4287), page by page (RFC 5005, section 3). An entry stands for an article and its
 * reposts. The days of articles are the feed's times: they stay when the same articles are indexed again, so readers of feeds
 * show nothing as new that is not. Immutable.
 *
 * @param site what stands before each path, without a slash at the end
 * @param url the feed's path
 * @param address the page of the feed
 * @param title names the feed
 * @param page the path of the same articles as a page for people
 * @param version of the program
 */
public record AtomFeed(String site, RequestUrl url, Address address, String title, String page, String version) {
    private static final String ATOM = "http://www.w3.org/2005/Atom";
    private static final String OPEN_SEARCH = "http://a9.com/-/spec/opensearch/1.1/";
    /** An article that everybody republished must not outgrow the rest of the feed. */
    private static final int MAX_REPOSTS = 20;

    /** Writes the page of the feed that an answer to its request gives. */
    public String write(SearchResponse response) {
        XmlDocument feed = new XmlDocument("feed", ATOM).namespace("opensearch", OPEN_SEARCH);
        feed.text("id", FeedId.ofFeed(firstHref()));
        feed.text("title", title);
        feed.text("updated", updated(response));
        feed.open("author").text("name", "archsearch").close();
        feed.text("generator", "archsearch", "version", version);
        feed.text("icon", site + "/favicon.svg");
        link(feed, "self", url.href(address), "application/atom+xml");
        link(feed, "alternate", page, "text/html");
        link(feed, "search", "/opensearch.xml", "application/opensearchdescription+xml");
        paging(feed, response);
        feed.text("opensearch:totalResults", String.valueOf(response.total()));
        feed.text(
                "opensearch:startIndex",
                String.valueOf(
                        (response.request().page() - 1) * response.request().size() + 1));
        feed.text("opensearch:itemsPerPage", String.valueOf(response.request().size()));
        response.hits().forEach(hit -> entry(feed, hit));
        return feed.end();
    }

    /** All pages of all sizes are one feed. */
    private String firstHref() {
        return url.href(address.with(address.request().toBuilder()
                .page(1)
                .size(SearchRequest.DEFAULT_SIZE)
                .build()));
    }

    /** The day of the newest article shown. A feed that shows none has changed no later than its index. */
    private static String updated(SearchResponse response) {
        return response.hits().stream()
                .map(hit -> hit.article().date())
                .max(LocalDate::compareTo)
                .map(AtomFeed::time)
                .orElseGet(() -> DateTimeFormatter.ISO_INSTANT.format(
                        response.index().committedAt().truncatedTo(ChronoUnit.SECONDS)));
    }

    private static String time(LocalDate day) {
        return day.atStartOfDay(ZoneOffset.UTC).format(DateTimeFormatter.ISO_OFFSET_DATE_TIME);
    }

    private void paging(XmlDocument feed, SearchResponse response) {
        int current = response.request().page();
        int last = response.reachablePages();
        if (last > 1 || current > 1) {
            pageLink(feed, "first", 1);
            if (current > 1) {
                pageLink(feed, "previous", Math.max(1, Math.min(current - 1, last)));
            }
            if (current < last) {
                pageLink(feed, "next", current + 1);
            }
            pageLink(feed, "last", Math.max(1, last));
        }
    }

    private void pageLink(XmlDocument feed, String relation, int page) {
        String href =
                url.href(address.with(address.request().toBuilder().page(page).build()));
        link(feed, relation, href, "application/atom+xml");
    }

    private void link(XmlDocument xml, String relation, String path, String type) {
        xml.empty("link", "rel", relation, "type", type, "href", site + path);
    }

    private void entry(XmlDocument feed, Hit hit) {
        Article a = hit.article();
        String day = time(a.date());
        feed.open("entry", "xml:lang", a.lang().code());
        feed.text("id", FeedId.of(a));
        feed.text("title", a.title());
        feed.text("updated", day);
        feed.text("published", day);
        author(feed, a.publisher());
        link(feed, "alternate", page(a), "text/html");
        via(feed, a.url());
        hit.reposts().stream().limit(MAX_REPOSTS).map(Repost::article).forEach(other -> repost(feed, other));
        a.tags().forEach(tag -> feed.empty("category", "term", tag));
        if (!a.summary().isEmpty()) {
            feed.text("summary", a.summary());
        }
        feed.close();
    }

    private void author(XmlDocument feed, String publisher) {
        feed.open("author")
                .text("name", publisher)
                .text("uri", site + RequestUrl.hrefOf(FacetDim.PUBLISHER, publisher, null))
                .close();
    }

    /** Where the article itself can be read is the source of what the entry says. */
    private static void via(XmlDocument feed, @Nullable String url) {
        URI source = WebAddress.of(url);
        if (source != null) {
            feed.empty("link", "rel", "via", "href", source.toASCIIString());
        }
    }

    private void repost(XmlDocument feed, Article other) {
        feed.empty(
                "link",
                "rel",
                "related",
                "type",
                "text/html",
                "href",
                site + page(other),
                "title",
                other.publisher() + ": " + other.title());
    }

    private static String page(Article article) {
        return RequestUrl.page("articles", article.id()).path();
    }
}
