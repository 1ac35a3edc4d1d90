package archsearch.server;

import static archsearch.server.TestSite.header;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HeadersTest {
    private static TestSite site;

    @BeforeAll
    static void start() throws IOException {
        site = new TestSite(TestSite.articles(60));
    }

    @AfterAll
    static void stop() {
        site.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/",
                "/search?q=flash",
                "/tags",
                "/tags/Kafka",
                "/publishers",
                "/publishers/Amap%20Tech",
                "/articles/a1",
                "/problems/not-found",
                "/api/v1/search?q=flash",
                "/api/v1/articles/a1",
                "/healthz",
                "/readyz",
                "/version",
                "/robots.txt",
                "/favicon.svg",
                "/feeds/search.atom?q=flash",
                "/tags/Kafka/feed.atom",
                "/publishers/Amap%20Tech/feed.atom",
                "/opensearch.xml",
                "/suggest/opensearch?q=ka",
                "/sitemap.xml",
                "/sitemap-pages.xml",
                "/sitemap-articles-2017-01-01-2017-12-31.xml",
                "/nope"
            })
    void everyAnswer_isGuardedAndHeadEqualsGet(String path) {
        HttpResponse<byte[]> get = site.get(path);
        assertThat(header(get, "Content-Security-Policy"))
                .isEqualTo(
                        "default-src 'none'; style-src 'self'; img-src 'self' data:; script-src 'self'; connect-src 'self';"
                                + " form-action 'self'; base-uri 'none'; frame-ancestors 'none'");
        assertThat(header(get, "X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(header(get, "Referrer-Policy")).isNotEmpty();
        assertThat(header(get, "X-Request-Id")).matches("[0-9a-f]{16}");
        assertThat(header(get, "Cache-Control")).isNotEmpty();
        assertThat(header(get, "Vary")).contains("Accept-Encoding");
        assertThat(get.headers().map().keySet()).noneMatch(n -> n.equalsIgnoreCase("Server"));
        assertThat(header(get, "Set-Cookie")).isEmpty();
        assertThat(header(get, "Content-Length")).isEqualTo(String.valueOf(get.body().length));
        assertThat(header(get, "Content-Type")).isNotEmpty();
        HttpResponse<byte[]> head = site.send("HEAD", path);
        assertThat(head.statusCode()).isEqualTo(get.statusCode());
        assertThat(head.body()).isEmpty();
        assertThat(stable(head)).isEqualTo(stable(get));
    }

    private static Map<String, List<String>> stable(HttpResponse<?> response) {
        Map<String, List<String>> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        headers.putAll(response.headers().map());
        List.of("Date", "X-Request-Id", "Server-Timing").forEach(headers::remove);
        return headers;
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/",
                "/search?q=flash",
                "/tags",
                "/tags/Kafka",
                "/articles/a1",
                "/api/v1/search?q=flash",
                "/api/v1/articles/a1",
                "/feeds/search.atom?q=flash",
                "/tags/Kafka/feed.atom",
                "/publishers/Amap%20Tech/feed.atom",
                "/suggest/opensearch?q=ka",
                "/sitemap.xml",
                "/sitemap-tags.xml",
                "/sitemap-articles-2017-01-01-2017-12-31.xml"
            })
    void entityTag_holdsUntilTheIndexChanges(String path) {
        HttpResponse<byte[]> first = site.get(path);
        String tag = header(first, "ETag");
        assertThat(tag).matches("W/\"" + site.engine.generation + "-[0-9a-f]{16}\"");
        assertThat(header(first, "Cache-Control")).isEqualTo("public, max-age=60");
        for (String condition : List.of(tag, "\"other\", " + tag, tag.substring(2), "*")) {
            HttpResponse<byte[]> again = site.get(path, "If-None-Match", condition);
            assertThat(again.statusCode()).as(condition).isEqualTo(304);
            assertThat(again.body()).isEmpty();
            assertThat(header(again, "ETag")).isEqualTo(tag);
        }
        assertThat(site.get(path, "If-None-Match", "\"other\"").statusCode()).isEqualTo(200);
        String generation = site.engine.generation;
        site.engine.generation = "20261121T000000Z-2";
        try {
            assertThat(site.get(path, "If-None-Match", tag).statusCode()).isEqualTo(200);
        } finally {
            site.engine.generation = generation;
        }
    }

    @Test
    void entityTag_isOneForEverySpellingOfASearch_andOneForEachLanguage() {
        String tag = header(site.get("/search?q=flash&tag=Kafka"), "ETag");
        assertThat(header(site.get("/search?tag=Kafka&q=flash&page=1&from="), "ETag"))
                .isEqualTo(tag);
        assertThat(header(site.get("/search?q=flash&tag=Kafka", "Accept-Language", "zh"), "ETag"))
                .isNotEqualTo(tag);
        assertThat(header(site.get("/search?q=flash"), "ETag")).isNotEqualTo(tag);
        assertThat(header(site.get("/search?q=flash"), "Vary")).contains("Accept-Language");
    }

    @Test
    void serverTiming_saysHowLongItTook() {
        assertThat(header(site.get("/search?q=flash"), "Server-Timing"))
                .matches("search;dur=7\\.3, render;dur=[0-9.]+");
    }

    @Test
    void stylesheet_isKeptForever() {
        String href = site.page("/").select("link[rel=stylesheet]").attr("href");
        assertThat(href).matches("/static/app\\.[0-9a-f]{16}\\.css");
        HttpResponse<byte[]> css = site.get(href);
        assertThat(header(css, "Content-Type")).startsWith("text/css");
        assertThat(header(css, "Cache-Control")).contains("immutable");
    }

    @Test
    void budgets_hold() throws IOException {
        HttpResponse<byte[]> page = site.get(
                "/search?q=flash+sale&tag=Architecture&publisher=Amap+Tech&publisher=Youzan+Coder",
                "Accept-Encoding",
                "gzip");
        assertThat(header(page, "Content-Encoding")).isEqualTo("gzip");
        assertThat(TestSite.gunzip(page)).contains("class=\"card\"");
        assertThat(page.body().length).as("a page of 20 hits").isLessThanOrEqualTo(12 * 1024);
        String href = site.page("/").select("link[rel=stylesheet]").attr("href");
        HttpResponse<byte[]> css = site.get(href, "Accept-Encoding", "gzip");
        assertThat(header(css, "Content-Encoding")).isEqualTo("gzip");
        assertThat(css.body().length).as("the style sheet").isLessThanOrEqualTo(6 * 1024);
        assertThat(site.page("/search?q=flash").select("[src^=http], link[href^=http]"))
                .isEmpty();
    }

    @Test
    void start_onATakenPort_saysSo() {
        int port = site.server.port();
        assertThatThrownBy(() -> ArchsearchServer.start(site.engine, "127.0.0.1", port))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("127.0.0.1:" + port);
        assertThat(site.server.url()).isEqualTo("http://127.0.0.1:" + port + "/");
    }
}
