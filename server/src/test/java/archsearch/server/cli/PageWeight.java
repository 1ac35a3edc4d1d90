package archsearch.server.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.zip.GZIPInputStream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/** What a first view of the site costs on the wire. */
final class PageWeight {
    private static final int MOST_HTML = 12 * 1024;
    private static final int MOST_CSS = 6 * 1024;
    private static final int MOST_JS = 4 * 1024;

    /** Those that people come to first, and the heaviest of them: 20 hits, many filters, a long query in each link. */
    private static final List<String> PAGES = List.of(
            "",
            "search",
            "search?q=kafka",
            "search?q=design+OR+system+OR+architecture&lang=en&year=2018&year=2019&minutesMax=30",
            "search?q=%E6%9E%B6%E6%9E%84&lang=zh",
            "tags/Backend%20Architecture");

    /** Whatever a browser loads for a page without being asked to. */
    private static final String LOADED =
            "script[src], img[src], link[rel=stylesheet], link[rel=icon], link[rel~=^pre], iframe,"
                    + " object, embed, source, video, audio";

    private PageWeight() {}

    /** Checks the pages of the server at an address, in both languages, with all that they load. */
    static void assertLight(String url) throws Exception {
        for (String path : PAGES) {
            for (String ui : List.of("en", "zh")) {
                URI page = URI.create(url + path + (path.contains("?") ? "&" : "?") + "ui=" + ui);
                assertLight(page);
            }
        }
    }

    private static void assertLight(URI page) throws Exception {
        byte[] html = compressed(page);
        assertThat(html.length).as("bytes of " + page).isLessThanOrEqualTo(MOST_HTML);
        Document document = Jsoup.parse(text(html), page.toString());
        int css = 0;
        int js = 0;
        for (Element element : document.select(LOADED)) {
            String address = element.attr(element.is("link") ? "href" : "src");
            assertThat(address).as(element.outerHtml()).matches("/[^/].*");
            if (element.is("[rel=stylesheet]")) {
                byte[] sheet = compressed(page.resolve(address));
                assertThat(text(sheet)).doesNotContain("@font-face", "@import", "url(");
                css += sheet.length;
            } else if (element.is("script")) {
                js += compressed(page.resolve(address)).length;
            }
        }
        assertThat(css).as("bytes of style sheets").isBetween(1, MOST_CSS);
        assertThat(js).as("bytes of scripts").isBetween(1, MOST_JS);
    }

    private static byte[] compressed(URI address) throws Exception {
        try (HttpClient client = HttpClient.newHttpClient()) {
            HttpResponse<byte[]> response = client.send(
                    HttpRequest.newBuilder(address)
                            .header("Accept-Encoding", "gzip")
                            .build(),
                    HttpResponse.BodyHandlers.ofByteArray());
            assertThat(response.statusCode()).as(address.toString()).isEqualTo(200);
            assertThat(response.headers().firstValue("Content-Encoding")).contains("gzip");
            return response.body();
        }
    }

    private static String text(byte[] compressed) throws IOException {
        try (GZIPInputStream in = new GZIPInputStream(new ByteArrayInputStream(compressed))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
