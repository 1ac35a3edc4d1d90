package archsearch.server;

import static archsearch.server.TestSite.header;
import static org.assertj.core.api.Assertions.assertThat;

import archsearch.searcher.EngineUnreachableException;
import archsearch.searcher.IndexUnavailableException;
import archsearch.server.api.ApiDescription;
import archsearch.server.api.Problem;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.function.Supplier;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class FailuresTest {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static TestSite site;

    @BeforeAll
    static void start() throws IOException {
        site = new TestSite(TestSite.articles(30));
    }

    @AfterAll
    static void stop() {
        site.close();
    }

    private static JsonNode problem(HttpResponse<byte[]> response, int status) {
        assertThat(response.statusCode()).isEqualTo(status);
        assertThat(header(response, "Content-Type")).startsWith("application/problem+json");
        assertThat(header(response, "Cache-Control")).isEqualTo("no-store");
        assertThat(header(response, "ETag")).isEmpty();
        JsonNode problem = JSON.readTree(response.body());
        assertThat(problem.get("status").asInt()).isEqualTo(status);
        assertThat(problem.get("requestId").asString()).isEqualTo(header(response, "X-Request-Id"));
        assertThat(site.get(problem.get("type").asString()).statusCode()).isEqualTo(200);
        return problem;
    }

    @ParameterizedTest
    @CsvSource({
        "/api/v1/search?tags=x, 400, unknown-parameter, tags, tag",
        "/api/v1/search?group=maybe, 400, bad-value, group,",
        "/api/v1/search?cursor=x, 400, bad-value, cursor,",
        "/api/v1/search?ui=zh, 400, unknown-parameter, ui,",
        "/api/v1/search?size=1000, 400, bad-value, size,",
        "/api/v1/search?from=yesterday, 400, bad-value, from,",
        "/api/v1/articles/a1?q=x, 400, unknown-parameter, q,",
        "/api/v1/search?q=%25zz%25, 200, , ,",
        "/api/v1/articles/none, 404, not-found, ,",
        "/api/v1/nothing, 404, not-found, ,",
        "/api/v2, 404, not-found, ,"
    })
    void api_wrongRequest_isAProblem(String path, int status, String kind, String parameter, String meant) {
        HttpResponse<byte[]> response = site.get(path, "Accept", "text/html");
        if (status == 200) {
            assertThat(response.statusCode()).isEqualTo(200);
            return;
        }
        JsonNode problem = problem(response, status);
        assertThat(problem.get("type").asString()).isEqualTo("/problems/" + kind);
        assertThat(problem.get("instance").asString()).isEqualTo(path.replaceFirst("\\?.*", ""));
        assertThat(problem.path("parameter").asString("")).isEqualTo(parameter == null ? "" : parameter);
        assertThat(problem.path("didYouMean").asString("")).isEqualTo(meant == null ? "" : meant);
    }

    @ParameterizedTest
    @EnumSource
    void kinds_eachOne_haveAPageInBothLanguages(Problem.Kind kind) {
        String path = "/problems/" + kind.word();
        assertThat(site.page(path + "?ui=en").text()).contains(kind.title());
        assertThat(site.page(path + "?ui=zh").select("h1").text()).containsPattern("\\p{IsHan}");
        assertThat(new ApiDocument(ApiDescription.document())
                        .root
                        .at("/components/parameters/pathKind/schema/enum")
                        .toString())
                .contains('"' + kind.word() + '"');
    }

    @Test
    void api_damagedEncoding_isAProblem() throws IOException {
        assertThat(raw("GET /api/v1/search?q=%zz HTTP/1.1"))
                .startsWith("HTTP/1.1 400 ")
                .contains("application/problem+json", "/problems/bad-request");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "GET /tags/%E0%A4%A HTTP/1.1",
                "GET /tags/%00 HTTP/1.1",
                "GET /% HTTP/1.1",
                "GET // HTTP/1.1",
                "GET /search?q=%C0%80 HTTP/1.1",
                "NONSENSE",
                "GET / HTTP/9.9"
            })
    void browser_unreadableRequest_getsOurPage(String line) throws IOException {
        String answer = raw(line);
        assertThat(answer).matches("(?s)HTTP/1.1 (400|505) .*");
        assertThat(answer)
                .contains("Content-Security-Policy: ")
                .doesNotContainIgnoringCase("jetty")
                .doesNotContain("Exception");
    }

    @Test
    void browser_veryLongAddress_isRefused() throws IOException {
        String answer = raw("GET /search?q=" + "a".repeat(40_000) + " HTTP/1.1");
        assertThat(answer)
                .startsWith("HTTP/1.1 431 ")
                .contains("Request too large")
                .doesNotContainIgnoringCase("jetty");
    }

    private static String raw(String line) throws IOException {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), site.server.port())) {
            socket.getOutputStream()
                    .write((line + "\r\nHost: localhost\r\nConnection: close\r\n\r\n")
                            .getBytes(StandardCharsets.ISO_8859_1));
            InputStream in = socket.getInputStream();
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    @Test
    void browser_unknownParameter_getsAPageThatKeepsTheWordsAndOffersTheMend() {
        HttpResponse<byte[]> response = site.get("/search?q=flash+sale&tags=Kafka", "Accept", "text/html");
        assertThat(response.statusCode()).isEqualTo(400);
        Document page = site.page("/search?q=flash+sale&tags=Kafka");
        assertThat(page.select("input[name=q]").val()).isEqualTo("flash sale");
        assertThat(page.select("main").text()).contains("tags").contains("Did you mean “tag”?");
        String mended = page.select("main a:contains(Did you mean)").attr("href");
        assertThat(mended).isEqualTo("/search?q=flash+sale&tag=Kafka");
        assertThat(site.get(mended).statusCode()).isEqualTo(200);
    }

    @ParameterizedTest
    @CsvSource({
        "/articles/none, There is no article with the id “none”",
        "/tags/Nothing%20at%20all, No article has the tag “Nothing at all”",
        "/publishers/Nobody, No article has the publisher “Nobody”",
        "/nope, Not found",
        "/problems/none, Not found",
        "/static/app.0.css, Not found"
    })
    void browser_missing_isA404PageWithASearchBox(String path, String heading) {
        assertThat(site.get(path).statusCode()).isEqualTo(404);
        Document page = site.page(path);
        assertThat(page.select("h1").text()).isEqualTo(heading);
        assertThat(page.select("form[role=search] input[name=q]")).isNotEmpty();
        assertThat(page.select("meta[name=robots]").attr("content")).startsWith("noindex");
    }

    @Test
    void program_missing_isAProblemByAccept() {
        problem(site.get("/nope", "Accept", "application/json"), 404);
    }

    @ParameterizedTest
    @ValueSource(strings = {"POST", "PUT", "DELETE", "PATCH", "OPTIONS", "TRACE", "PROPFIND"})
    void otherMethods_areNotAllowed(String method) throws IOException {
        for (String path : new String[] {"/search", "/nope"}) {
            String answer = raw(method + ' ' + path + " HTTP/1.1");
            assertThat(answer).as(method + path).startsWith("HTTP/1.1 405 ").contains("Allow: GET, HEAD\r\n");
        }
        if (!method.equals("OPTIONS")) {
            assertThat(raw(method + " /api/v1/search HTTP/1.1"))
                    .startsWith("HTTP/1.1 405 ")
                    .contains("Allow: GET, HEAD, OPTIONS\r\n");
        }
    }

    @Test
    void indexMissing_isUnavailableWithARetry() {
        failing(() -> new IndexUnavailableException("no index at DIR; run: archsearch index"), () -> {
            HttpResponse<byte[]> response = site.get("/api/v1/search?q=x");
            JsonNode problem = problem(response, 503);
            assertThat(problem.get("type").asString()).isEqualTo("/problems/index-unavailable");
            assertThat(problem.get("detail").asString()).contains("archsearch index");
            assertThat(header(response, "Retry-After")).matches("\\d+");
            assertThat(site.get("/readyz").statusCode()).isEqualTo(503);
            assertThat(site.get("/healthz").statusCode()).isEqualTo(200);
            Document page = site.page("/search?q=x&ui=zh");
            assertThat(page.select("html").attr("lang")).isEqualTo("zh-Hans");
            assertThat(page.select("a.button").attr("href")).isEqualTo("/search?q=x&ui=zh");
        });
    }

    @Test
    void engineUnreachable_isUnavailableWithARetry() {
        failing(() -> new EngineUnreachableException("the cluster does not answer", new IOException("x")), () -> {
            HttpResponse<byte[]> response = site.get("/api/v1/search?q=x");
            assertThat(problem(response, 503).get("type").asString()).isEqualTo("/problems/engine-unreachable");
            assertThat(header(response, "Retry-After")).matches("\\d+");
        });
    }

    @Test
    void bug_tellsNothingButTheIdItIsLoggedUnder() {
        StringBuilder log = new StringBuilder();
        Handler handler = new Handler() {
            @Override
            public void publish(LogRecord record) {
                log.append(record.getMessage()).append(record.getThrown());
            }

            @Override
            public void flush() {}

            @Override
            public void close() {}
        };
        Logger logger = Logger.getLogger(Failures.class.getName());
        logger.addHandler(handler);
        logger.setUseParentHandlers(false);
        try {
            failing(() -> new IllegalStateException("secret inside"), () -> {
                HttpResponse<byte[]> api = site.get("/api/v1/search?q=x", "X-Request-Id", "my-id.1");
                assertThat(problem(api, 500).get("requestId").asString()).isEqualTo("my-id.1");
                HttpResponse<byte[]> page = site.get("/search?q=x");
                assertThat(page.statusCode()).isEqualTo(500);
                assertThat(TestSite.text(api) + TestSite.text(page))
                        .doesNotContain("secret", "IllegalState", "at archsearch");
                assertThat(log).contains("my-id.1", header(page, "X-Request-Id"), "secret inside");
            });
        } finally {
            logger.removeHandler(handler);
            logger.setUseParentHandlers(true);
        }
    }

    @Test
    void requestId_thatCouldForgeALog_isReplaced() {
        HttpResponse<byte[]> response = site.get("/healthz", "X-Request-Id", "a b;c");
        assertThat(header(response, "X-Request-Id")).matches("[0-9a-f]{16}");
    }

    private static void failing(Supplier<RuntimeException> failure, Runnable check) {
        site.engine.failure = failure;
        try {
            check.run();
        } finally {
            site.engine.failure = null;
        }
    }
}
