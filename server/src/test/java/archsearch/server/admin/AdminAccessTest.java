package archsearch.server.admin;

import static archsearch.server.admin.AdminSite.header;
import static archsearch.server.admin.AdminSite.problem;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import archsearch.server.log.LogEvent;
import archsearch.server.metrics.MetricsSource;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Locale;
import java.util.logging.Level;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** Who is let in, and how calls are answered that are none. */
class AdminAccessTest {
    @TempDir
    static Path folder;

    private static AdminSite site;

    @BeforeAll
    static void start() throws IOException {
        site = new AdminSite(folder);
    }

    @AfterAll
    static void stop() {
        site.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "Bearer",
                "Bearer ",
                "Bearer wrong-horse-battery-staple",
                "Bearer correct-horse-battery-stapl",
                "Bearer correct-horse-battery-staple2",
                "Bearer CORRECT-HORSE-BATTERY-STAPLE",
                "Basic correct-horse-battery-staple",
                "correct-horse-battery-staple"
            })
    void call_withoutTheRightToken_isUnauthorizedWhateverIsAskedFor(String authorization) {
        for (String path : new String[] {"/api/v1/admin/jobs", "/metrics", "/openapi.json", "/none", "/"}) {
            for (String method : new String[] {"GET", "POST", "DELETE", "OPTIONS", "BREW"}) {
                HttpRequest.Builder request = site.request(method, path, null);
                if (!authorization.isEmpty()) {
                    request.header("Authorization", authorization);
                }
                HttpResponse<String> answer = site.send(request);
                problem(answer, 401, "unauthorized");
                assertThat(header(answer, "WWW-Authenticate")).isEqualTo("Bearer");
                assertThat(header(answer, "Allow")).isEmpty();
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"Bearer ", "bearer ", "BEARER  "})
    void call_withTheToken_isAnswered(String scheme) {
        HttpResponse<String> answer = site.send(
                site.request("GET", "/api/v1/admin/jobs", null).header("Authorization", scheme + AdminSite.TOKEN));
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(header(answer, "Content-Type")).isEqualToIgnoringCase("application/json;charset=utf-8");
    }

    @Test
    void call_withATokenThatDiffersByCase_isRefusedOnTheConnectionOfTheRightOneToo() throws IOException {
        String right = "GET /metrics HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer " + AdminSite.TOKEN + "\r\n\r\n";
        String wrong = "GET /metrics HTTP/1.1\r\nHost: x\r\nConnection: close\r\nAuthorization: Bearer "
                + AdminSite.TOKEN.toUpperCase(Locale.ROOT) + "\r\n\r\n";
        assertThat(raw(right + wrong)).startsWith("HTTP/1.1 404 ").contains("HTTP/1.1 401 ");
    }

    @Test
    void token_tooShortOrNotToBeSent_isRefusedWithoutBeingShown() {
        for (String token : new String[] {"short", "fifteen-bytes-x", "密码".repeat(2) + "abc"}) {
            assertThatThrownBy(() -> AdminToken.of(token))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("16 or more")
                    .hasMessageNotContaining(token);
        }
        for (String token : new String[] {"sixteen bytes and", "密码密码密码密码密码", "tabs\tare-not-sent-in-headers"}) {
            assertThatThrownBy(() -> AdminToken.of(token))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("header")
                    .hasMessageNotContaining(token);
        }
        assertThat(AdminToken.of("sixteen-bytes-xy").isIn("Bearer sixteen-bytes-xy"))
                .isTrue();
    }

    @Test
    void server_onAnAddressThatOthersReach_isRefused() {
        assertThatThrownBy(() -> AdminServer.start(
                        site.index,
                        AdminToken.of(AdminSite.TOKEN),
                        InetAddress.getByAddress(new byte[] {0, 0, 0, 0}),
                        0,
                        AdminOptions.of(folder)))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void answers_ofAnyKind_areKeptByNobodyAndOpenToNoOtherSite() {
        for (String path : new String[] {"/api/v1/admin/jobs", "/none", "/openapi.json"}) {
            HttpResponse<String> answer = site.call("GET", path, null, "Origin", "https://example.com");
            assertThat(header(answer, "Cache-Control")).isEqualTo("no-store");
            assertThat(header(answer, "X-Content-Type-Options")).isEqualTo("nosniff");
            assertThat(header(answer, "Content-Security-Policy")).contains("frame-ancestors 'none'");
            assertThat(header(answer, "Referrer-Policy")).isNotEmpty();
            assertThat(header(answer, "Access-Control-Allow-Origin")).isEmpty();
            assertThat(header(answer, "Server")).isEmpty();
            assertThat(header(answer, "Link")).isEmpty();
        }
    }

    @ParameterizedTest
    @CsvSource({
        "GET, /api/v1/admin/reindex, 405, method-not-allowed, POST",
        "PUT, /api/v1/admin/jobs, 405, method-not-allowed, 'GET, HEAD'",
        "OPTIONS, /api/v1/admin/jobs/x, 405, method-not-allowed, 'GET, DELETE, HEAD'",
        "BREW, /metrics, 405, method-not-allowed, 'GET, HEAD'",
        "GET, /api/v1/admin/articles/x, 405, method-not-allowed, 'PUT, DELETE'",
        "GET, /, 404, not-found, ",
        "POST, /api/v1/search, 404, not-found, ",
        "GET, /api/v1/admin/jobs/none, 404, not-found, ",
        "DELETE, /api/v1/admin/jobs/none, 404, not-found, ",
        "GET, /api/v1/admin/jobs/none/events, 404, not-found, ",
        "GET, /metrics, 404, not-found, ",
        "GET, /api/v1/admin/jobs?token=x, 400, unknown-parameter, ",
    })
    void call_thatIsNone_isAProblem(String method, String path, int status, String kind, String allow) {
        HttpResponse<String> answer = site.call(method, path, null);
        problem(answer, status, kind);
        assertThat(header(answer, "Allow")).isEqualTo(allow == null ? "" : allow);
    }

    @Test
    void call_thatIsNoHttp_isAProblemAndALineOfTheLog() throws IOException {
        try (AuditLines log = new AuditLines()) {
            assertThat(raw("GET /api/v1/admin/articles/%zz HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n"))
                    .startsWith("HTTP/1.1 400 ")
                    .contains("application/problem+json", "no-store", "/problems/bad-request");
            assertThat(raw("GET /" + "a".repeat(60_000) + " HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n"))
                    .contains("/problems/too-large");
            assertThat(log.calls()).hasSize(2).allSatisfy(e -> {
                assertThat(e.getLevel()).isEqualTo(Level.WARNING);
                assertThat(String.valueOf(e.fields().get("path")).length()).isLessThanOrEqualTo(301);
            });
        }
    }

    private static String raw(String request) throws IOException {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), site.server.port())) {
            socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"dump\":[\"a\"]}       | 400 | unknown-field | dump       | dumps",
                "{\"maxReject\":1}        | 400 | unknown-field | maxReject  | maxRejects",
                "{\"nothing-like-it\":1}  | 400 | unknown-field | nothing-like-it |",
                "{\"dumps\":\"a\"}        | 400 | bad-value     | dumps      |",
                "{\"dumps\":[1]}          | 400 | bad-value     | dumps      |",
                "{\"update\":1}           | 400 | bad-value     | update     |",
                "{\"strict\":\"true\"}    | 400 | bad-value     | strict     |",
                "{\"maxRejects\":-1}      | 400 | bad-value     | maxRejects |",
                "{\"maxRejects\":1.5}     | 400 | bad-value     | maxRejects |",
                "{\"minShare\":101}       | 400 | bad-value     | minShare   |",
                "{\"minShare\":99999999999999999999} | 400 | bad-value | minShare |",
                "{\"tags\":true}          | 400 | bad-value     | tags       |",
                "{\"tags\":\"none.tsv\"}  | 400 | bad-value     | tags       |",
                "{\"force\":true          | 400 | bad-request   |            |",
                "{\"force\":true} x       | 400 | bad-request   |            |",
                "{\"force\":true,\"force\":false} | 400 | bad-request | |",
                "[]                       | 400 | bad-request   |            |",
                "\"{}\"                   | 400 | bad-request   |            |"
            })
    void reindex_badBody_namesWhatIsWrong(String body, int status, String kind, String parameter, String meant) {
        JsonNode problem = problem(site.call("POST", "/api/v1/admin/reindex", body), status, kind);
        assertThat(problem.path("parameter").asString("")).isEqualTo(parameter == null ? "" : parameter);
        assertThat(problem.path("didYouMean").asString("")).isEqualTo(meant == null ? "" : meant);
    }

    @Test
    void bodies_tooLongOrOfAnotherType_areRefused() {
        String reindex = "/api/v1/admin/reindex";
        String article = "/api/v1/admin/articles/a1";
        problem(site.call("POST", reindex, " ".repeat(65_537)), 413, "body-too-large");
        problem(site.call("POST", "/api/v1/admin/rollback", " ".repeat(65_537)), 413, "body-too-large");
        problem(site.call("PUT", article, " ".repeat(262_145)), 413, "body-too-large");
        problem(site.call("PUT", article, " ".repeat(65_537)), 400, "bad-value");
        problem(site.call("POST", reindex, "{}", "Content-Type", "text/plain"), 415, "wrong-media-type");
        problem(
                site.call("POST", reindex, "{}", "Content-Type", "application/json; charset=gbk"),
                415,
                "wrong-media-type");
        problem(site.call("POST", reindex, "{}", "Content-Encoding", "gzip"), 415, "wrong-media-type");
        problem(site.call("PUT", article, null), 415, "wrong-media-type");
        problem(
                site.send(site.request("POST", reindex, "{}").header("Authorization", "Bearer " + AdminSite.TOKEN)),
                415,
                "wrong-media-type");
        problem(site.call("POST", reindex, "{\"a\":".repeat(2_000)), 400, "bad-request");
    }

    @Test
    void metrics_whereThereIsASource_areItsText(@TempDir Path other) throws IOException {
        MetricsSource metrics = new MetricsSource() {
            @Override
            public String contentType() {
                return "text/plain; version=0.0.4; charset=utf-8";
            }

            @Override
            public String text() {
                return "up 1\n";
            }
        };
        try (AdminSite watched = new AdminSite(other, index -> index, options -> options.metrics(metrics))) {
            HttpResponse<String> answer = watched.call("GET", "/metrics", null);
            assertThat(answer.statusCode()).isEqualTo(200);
            assertThat(answer.body()).isEqualTo("up 1\n");
            assertThat(header(answer, "Content-Type")).contains("version=0.0.4");
        }
    }

    @Test
    void auditLog_everyCall_hasOneLineWithoutTokenAndBody() {
        try (AuditLines log = new AuditLines()) {
            site.call("GET", "/api/v1/admin/jobs", null, "X-Request-Id", "my-id.1");
            site.call("GET", "/none%0A%1B%5B2J" + "x".repeat(1_000), null, "X-Request-Id", "forged\tid");
            site.call("POST", "/api/v1/admin/reindex", "{\"secretField\":\"secretValue\"}");
            site.call("GET", "/api/v1/admin/jobs?token=" + AdminSite.TOKEN, null);
            site.send(site.request("GET", "/metrics", null).header("Authorization", "Bearer guessed-token-guessed"));
            assertThat(log.calls()).hasSize(5);
            LogEvent good = log.calls().getFirst();
            assertThat(good.getLevel()).isEqualTo(Level.INFO);
            assertThat(good.fields())
                    .containsEntry("requestId", "my-id.1")
                    .containsEntry("client", "127.0.0.1")
                    .containsEntry("method", "GET")
                    .containsEntry("path", "/api/v1/admin/jobs")
                    .containsEntry("status", 200)
                    .containsKey("ms");
            assertThat(log.calls().subList(1, 5))
                    .allSatisfy(e -> assertThat(e.getLevel()).isEqualTo(Level.WARNING))
                    .extracting(e -> e.fields().get("status"))
                    .containsExactly(404, 400, 400, 401);
            assertThat(log.text())
                    .doesNotContain(AdminSite.TOKEN, "guessed-token", "secret", "forged")
                    .doesNotContainPattern("\\p{Cntrl}");
            assertThat(String.valueOf(log.calls().get(1).fields().get("path"))).hasSize(301);
        }
    }
}
