package archsearch.server;

import archsearch.searcher.SearchRequest;
import archsearch.searcher.SearchResponse;
import archsearch.server.url.Address;
import archsearch.server.url.Parameter;
import archsearch.server.url.RequestUrl;
import io.javalin.http.Context;
import java.util.ArrayList;
import java.util.List;

/**
 * Links from an answer to its other forms, and from one page of a search's answer to the others, as the header {@code Link} (RFC 8288). They
 * are paths, so they hold whatever name the site was asked by. Not thread-safe.
 */
final class SearchLinks {
    /** All headers of an answer share 8 KiB, and a query of a thousand Chinese characters makes one link longer than that. */
    static final int MAX_LENGTH = 4_096;

    /** Links of every answer in JSON: to what describes the API (RFC 8631) and the search. */
    static final List<String> ALWAYS = List.of(
            "</openapi.json>; rel=\"service-desc\"; type=\"application/json\"",
            "</api>; rel=\"service-doc\"; type=\"text/html\"",
            "</opensearch.xml>; rel=\"search\"; type=\"application/opensearchdescription+xml\"");

    private final RequestUrl url;
    private final Address address;
    private final List<String> others = new ArrayList<>();

    /**
     * @param url the path asked
     * @param address what was asked
     */
    SearchLinks(RequestUrl url, Address address) {
        this.url = url;
        this.address = address;
    }

    /** Adds the same answer in another form. */
    SearchLinks alternate(String href, String type) {
        others.add(link(href, "alternate") + "; type=\"" + type + '"');
        return this;
    }

    /** Adds something else that may be wanted after the answer. */
    SearchLinks related(String href, String relation) {
        others.add(link(href, relation));
        return this;
    }

    /** Adds the header to one page of a search's answer. */
    void send(Context ctx, SearchResponse response) {
        List<String> pages = new ArrayList<>();
        pages(pages, response);
        send(ctx, pages);
    }

    /** Adds the header to an answer without pages. */
    void send(Context ctx) {
        send(ctx, List.of());
    }

    /** Links for which there is no room are left out, the last ones first. */
    private void send(Context ctx, List<String> pages) {
        List<String> links = new ArrayList<>();
        links.add(link(url.href(address), "canonical"));
        links.addAll(pages);
        links.addAll(others);
        int length = 0;
        for (String link : links) {
            length += link.length();
            if (length <= MAX_LENGTH) {
                ctx.res().addHeader("Link", link);
            }
        }
    }

    private void pages(List<String> links, SearchResponse response) {
        SearchRequest request = response.request();
        int last = response.reachablePages();
        boolean byPage = request.cursor() == null;
        String cursor = response.nextCursor();
        if (byPage && request.page() < last) {
            links.add(link(href(request.page() + 1), "next"));
        } else if (cursor != null && url.takes(Parameter.CURSOR)) {
            links.add(link(url.href(after(cursor)), "next"));
        }
        if (byPage && request.page() > 1 && last > 0) {
            links.add(link(href(Math.min(request.page() - 1, last)), "prev"));
        }
        if (last > 1) {
            links.add(link(href(1), "first"));
            links.add(link(href(last), "last"));
        }
    }

    private String href(int page) {
        return url.href(address.with(
                address.request().toBuilder().cursor(null).page(page).build()));
    }

    private Address after(String cursor) {
        return address.with(address.request().toBuilder().page(1).cursor(cursor).build());
    }

    private static String link(String href, String relation) {
        return '<' + href + ">; rel=\"" + relation + '"';
    }
}
