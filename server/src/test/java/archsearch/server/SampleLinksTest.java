package archsearch.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Queue;
import java.util.Set;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Follows the links of the site over the articles that ship. */
@ExtendWith(SampleSite.Shared.class)
class SampleLinksTest {
    /** Filters and orders go together in more ways than anybody follows; of these addresses so many are tried. */
    private static final int MOST_VARIANTS = 300;

    private static final String LINKS =
            "a[href], link[href]:not([rel=canonical]), area[href], script[src], img[src], form[action]";

    private final HttpClient client = HttpClient.newHttpClient();
    private final Set<String> seen = new HashSet<>();
    private final Queue<String> ahead = new ArrayDeque<>();
    private final List<String> broken = new ArrayList<>();
    private int variants;

    @ParameterizedTest
    @ValueSource(strings = {"/", "/?ui=zh"})
    void everyInternalLink_answers(String first, SampleSite site) throws IOException, InterruptedException {
        add(first);
        for (String path = ahead.poll(); path != null; path = ahead.poll()) {
            HttpResponse<String> response = client.send(
                    HttpRequest.newBuilder(URI.create(site.at(path))).build(), HttpResponse.BodyHandlers.ofString());
            if (response.statusCode() != 200) {
                broken.add(response.statusCode() + " " + path);
            } else if (response.headers().firstValue("Content-Type").orElse("").startsWith("text/html")) {
                follow(path, Jsoup.parse(response.body(), site.at(path)));
            }
        }
        assertThat(broken).isEmpty();
        String ui = first.substring(1);
        assertThat(seen).contains("/tags" + ui, "/publishers" + ui, "/trends" + ui, "/help" + ui, "/api" + ui);
        // Every article, tag and publisher has a page of its own.
        assertThat(seen).hasSizeGreaterThan(800);
    }

    private void follow(String page, Document document) {
        for (Element element : document.select(LINKS)) {
            String href = element.hasAttr("href")
                    ? element.attr("href")
                    : element.hasAttr("src") ? element.attr("src") : element.attr("action");
            if (href.startsWith("#")) {
                if (document.getElementById(href.substring(1)) == null) {
                    broken.add("no " + href + " on " + page);
                }
            } else if (href.startsWith("/")) {
                add(href);
            } else if (!element.attr("rel").contains("noopener")) {
                broken.add("leads out of the site without care: " + href + " on " + page);
            }
        }
    }

    private void add(String href) {
        boolean variant = href.contains("?") && !href.endsWith("?ui=zh");
        if ((!variant || variants < MOST_VARIANTS) && seen.add(href)) {
            variants += variant ? 1 : 0;
            ahead.add(href);
        }
    }
}
