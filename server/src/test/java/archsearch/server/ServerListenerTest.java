package archsearch.server;

import static org.assertj.core.api.Assertions.assertThat;

import archsearch.searcher.SearchResponse;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What those are told who want to know what a server does. */
class ServerListenerTest {
    private final BlockingQueue<AnsweredRequest> answers = new LinkedBlockingQueue<>();
    private final BlockingQueue<String> searches = new LinkedBlockingQueue<>();
    private TestSite site;

    private final ServerListener listener = new ServerListener() {
        @Override
        public void answered(AnsweredRequest request) {
            answers.add(request);
        }

        @Override
        public void searched(String requestId, SearchResponse response) {
            searches.add(requestId + ' ' + response.request().q());
        }
    };

    /** Comes first, so that whatever it does is seen to harm neither the answer nor the next listener. */
    private final ServerListener failing = new ServerListener() {
        @Override
        public void answered(AnsweredRequest request) {
            throw new IllegalStateException("a listener's own failure");
        }

        @Override
        public void searched(String requestId, SearchResponse response) {
            throw new IllegalStateException("a listener's own failure");
        }
    };

    @BeforeEach
    void start() throws IOException {
        site = new TestSite(TestSite.articles(20), List.of(failing, listener));
    }

    @AfterEach
    void stop() {
        site.close();
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "GET, /, /, 200, -",
                "GET, /search?q=flash, /search, 200, -",
                "HEAD, /search?q=flash, /search, 200, -",
                "GET, /api/v1/articles/a3, /api/v1/articles/{id}, 200, -",
                "GET, /tags/CI%2FCD, /tags/{tag}, 200, -",
                "GET, /articles/none, /articles/{id}, 404, not-found",
                "GET, /api/v1/search?sise=3, /api/v1/search, 400, unknown-parameter",
                "GET, /nowhere/at/all, none, 404, not-found",
            })
    void answered_byARoute_tellsItsPatternAndWhatCameOfIt(
            String method, String path, String route, int status, String problem) throws Exception {
        var response = site.send(method, path, "X-Request-Id", "id-1");

        AnsweredRequest told = next();
        assertThat(response.statusCode()).isEqualTo(status);
        assertThat(told.status()).isEqualTo(status);
        assertThat(told.route()).isEqualTo(route);
        assertThat(told.method()).isEqualTo(method);
        assertThat(told.problem()).isEqualTo(problem);
        assertThat(told.id()).isEqualTo("id-1");
        assertThat(told.client()).isEqualTo("127.0.0.1");
        assertThat(told.took()).isPositive();
        assertThat(told.bytes())
                .isEqualTo(response.headers().firstValueAsLong("Content-Length").orElse(-1));
    }

    @Test
    void answered_methodThatIsNone_isTold() throws Exception {
        site.send("DELETE", "/search");

        assertThat(next()).satisfies(told -> {
            assertThat(told.method()).isEqualTo("DELETE");
            assertThat(told.status()).isEqualTo(405);
            assertThat(told.problem()).isEqualTo("method-not-allowed");
        });
    }

    @Test
    void answered_notModified_tellsNoContent() throws Exception {
        String tag = TestSite.header(site.get("/api/v1/search?q=flash"), "ETag");
        next();
        searches.clear();

        site.get("/api/v1/search?q=flash", "If-None-Match", tag);

        assertThat(next()).satisfies(told -> {
            assertThat(told.status()).isEqualTo(304);
            assertThat(told.bytes()).isZero();
        });
        assertThat(searches).isEmpty();
    }

    @Test
    void answered_requestThatReachesNoRoute_isToldToo() throws Exception {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), site.server.port())) {
            socket.setSoTimeout(5_000);
            OutputStream out = socket.getOutputStream();
            out.write("GET /%ff%zz HTTP/1.1\r\nHost: x\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
            out.flush();
            assertThat(socket.getInputStream().read()).isPositive();
        }

        assertThat(next()).satisfies(told -> {
            assertThat(told.status()).isEqualTo(400);
            assertThat(told.route()).isEqualTo(AnsweredRequest.NO_ROUTE);
            assertThat(told.problem()).isEqualTo("bad-request");
            assertThat(told.took()).isBetween(Duration.ZERO, Duration.ofMinutes(1));
        });
    }

    @Test
    void searched_byPeopleAndPrograms_isTold_whatPagesSearchForThemselvesIsNot() throws Exception {
        site.get("/search?q=flash", "X-Request-Id", "page");
        site.get("/api/v1/search?q=sale", "X-Request-Id", "api");
        site.get("/");
        site.get("/help");
        site.get("/feeds/search.atom?q=queue");
        for (int i = 0; i < 5; i++) {
            next();
        }

        assertThat(searches).containsExactly("page flash", "api sale");
    }

    private AnsweredRequest next() throws InterruptedException {
        AnsweredRequest told = answers.poll(10, TimeUnit.SECONDS);
        assertThat(told).isNotNull();
        return told;
    }
}
