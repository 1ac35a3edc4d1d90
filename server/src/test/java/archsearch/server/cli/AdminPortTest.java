package archsearch.server.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

/** {@code serve} with an admin port, run as a process would run it, but in this one. */
class AdminPortTest {
    private static final String TOKEN = "correct-horse-battery-staple";
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @TempDir
    Path folder;

    private final HttpClient client = HttpClient.newHttpClient();

    @BeforeEach
    void index() throws IOException {
        Path data = Files.createDirectories(folder.resolve("data"));
        Files.writeString(
                data.resolve("a.jsonl"),
                "{\"id\":\"a1\",\"title\":\"One\",\"publisher\":\"p\",\"date\":\"2020-01-02\"}\n");
    }

    private Cli cli(Screen screen, Map<String, String> environment) {
        return new Cli(screen.piped(), environment, folder, new LuceneEngines());
    }

    @Test
    @Timeout(value = 180, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
    void serve_withAToken_answersOnBothPortsAndShowsItNowhere() throws Exception {
        Screen screen = new Screen();
        Cli cli = cli(screen, Map.of("ARCHSEARCH_ADMIN_TOKEN", TOKEN));
        Thread serving = Thread.ofPlatform()
                .daemon()
                .start(() -> cli.run("serve", "--bind", "127.0.0.1:0", "--admin-bind", ":0"));
        try {
            Matcher lines = awaitLines(
                    screen,
                    Pattern.compile("archsearch answers at (http://127\\.0\\.0\\.1:\\d+/)\\R"
                            + "admin answers at (http://127\\.0\\.0\\.1:\\d+/)\\R"));
            String site = lines.group(1);
            String admin = lines.group(2);
            assertThat(ask("GET", site + "api/v1/articles/a1", null).statusCode())
                    .isEqualTo(200);
            assertThat(ask("GET", site + "api/v1/admin/jobs", TOKEN).statusCode())
                    .isEqualTo(404);
            assertThat(ask("GET", admin + "api/v1/search", TOKEN).statusCode()).isEqualTo(404);
            assertThat(ask("GET", site + "api/v1/search?q=one", null).statusCode())
                    .isEqualTo(200);
            metricsTell(admin);
            assertThat(ask("GET", site + "metrics", TOKEN).statusCode()).isEqualTo(404);
            assertThat(ask("GET", admin + "metrics", null).statusCode()).isEqualTo(401);
            assertThat(ask("GET", admin + "api/v1/admin/jobs", null).statusCode())
                    .isEqualTo(401);
            HttpResponse<String> started = ask("POST", admin + "api/v1/admin/reindex", TOKEN);
            assertThat(started.statusCode()).as(started.body()).isEqualTo(202);
            String job = admin
                    + started.headers().firstValue("Location").orElseThrow().substring(1);
            String state = "running";
            long end = System.nanoTime() + PATIENCE.toNanos();
            while (state.equals("running")) {
                assertThat(System.nanoTime()).isLessThan(end);
                state = JsonMapper.shared()
                        .readTree(ask("GET", job, TOKEN).body())
                        .get("state")
                        .asString();
            }
            assertThat(state).isEqualTo("done");
            assertThat(screen.out() + screen.err()).doesNotContain(TOKEN);
        } finally {
            serving.interrupt();
            serving.join(PATIENCE);
        }
        assertThat(serving.isAlive()).isFalse();
    }

    /** A request is counted once its answer is sent, so the count may come a moment after the answer. */
    private void metricsTell(String admin) throws Exception {
        String counted = "archsearch_http_requests_total{method=\"GET\",route=\"/api/v1/search\",status=\"200\"} 1.0";
        long end = System.nanoTime() + PATIENCE.toNanos();
        HttpResponse<String> metrics;
        do {
            assertThat(System.nanoTime()).isLessThan(end);
            metrics = ask("GET", admin + "metrics", TOKEN);
        } while (metrics.body().lines().noneMatch(counted::equals));
        assertThat(metrics.headers().firstValue("Content-Type")).hasValue("text/plain; version=0.0.4; charset=utf-8");
        assertThat(metrics.body().lines())
                .contains(
                        "archsearch_index_available 1.0",
                        "archsearch_index_articles 1.0",
                        "archsearch_searches_total{result=\"hits\"} 1.0",
                        "archsearch_cache_requests_total{result=\"miss\"} 1.0");
    }

    @Test
    @Timeout(value = 180, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
    void serve_withoutAToken_hasNoAdminPort() throws Exception {
        Screen screen = new Screen();
        Cli cli = cli(screen, Map.of("ARCHSEARCH_ADMIN_TOKEN", ""));
        Thread serving = Thread.ofPlatform().daemon().start(() -> cli.run("serve", "--bind", "127.0.0.1:0"));
        try {
            String site = awaitLines(screen, Pattern.compile("archsearch answers at (http://\\S+/)\\R"))
                    .group(1);
            assertThat(ask("GET", site + "readyz", null).statusCode()).isEqualTo(200);
            assertThat(screen.out()).hasLineCount(1);
        } finally {
            serving.interrupt();
            serving.join(PATIENCE);
        }
    }

    @Test
    void serve_withATokenThatIsTooShort_refusesToStartAndDoesNotShowIt() {
        Screen screen = new Screen();
        int status =
                cli(screen, Map.of("ARCHSEARCH_ADMIN_TOKEN", "fifteen-bytes-x")).run("serve");
        assertThat(status).isEqualTo(ExitStatus.USAGE);
        assertThat(screen.err())
                .contains("ARCHSEARCH_ADMIN_TOKEN has 15 bytes; it must have 16 or more")
                .doesNotContain("fifteen");
        assertThat(screen.out()).isEmpty();
        assertThat(folder.resolve("var")).doesNotExist();
    }

    @ParameterizedTest
    @ValueSource(strings = {"0.0.0.0:8081", "[::]:8081", "192.0.2.1:8081", "no-such-host.invalid:8081", "nowhere"})
    void serve_adminBindThatOthersReach_isAUsageError(String bind) {
        for (Map<String, String> environment :
                List.of(Map.<String, String>of(), Map.of("ARCHSEARCH_ADMIN_TOKEN", TOKEN))) {
            Screen screen = new Screen();
            assertThat(cli(screen, environment).run("serve", "--admin-bind", bind))
                    .isEqualTo(ExitStatus.USAGE);
            assertThat(screen.err()).contains(bind.equals("nowhere") ? "nowhere" : "admin-bind is '" + bind);
        }
    }

    @Test
    void config_withAToken_showsTheSettingsButNotTheToken() {
        Map<String, String> environment = new HashMap<>();
        environment.put("ARCHSEARCH_ADMIN_TOKEN", TOKEN);
        environment.put("ARCHSEARCH_ADMIN_BIND", "[::1]:9");
        Screen screen = new Screen();
        assertThat(cli(screen, environment).run("config", "--admin-dumps", "dumps"))
                .isZero();
        assertThat(screen.out())
                .contains(
                        "admin-bind\t[::1]:9\tenvironment ARCHSEARCH_ADMIN_BIND",
                        "admin-dumps\tdumps\toption --admin-dumps")
                .doesNotContain(TOKEN, "token");
        Screen byDefault = new Screen();
        assertThat(cli(byDefault, Map.of()).run("config")).isZero();
        assertThat(byDefault.out())
                .contains(
                        "admin-bind\t127.0.0.1:8081\tdefault", "admin-dumps\t" + folder.resolve("data") + "\tdefault");
    }

    private static Matcher awaitLines(Screen screen, Pattern lines) {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (true) {
            Matcher matcher = lines.matcher(screen.out());
            if (matcher.matches()) {
                return matcher;
            }
            assertThat(System.nanoTime()).as(screen.out() + screen.err()).isLessThan(end);
            LockSupport.parkNanos(10_000_000);
        }
    }

    private HttpResponse<String> ask(String method, String url, @Nullable String token) throws Exception {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(url))
                .timeout(PATIENCE)
                .method(method, HttpRequest.BodyPublishers.noBody());
        if (token != null) {
            request.header("Authorization", "Bearer " + token);
        }
        return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }
}
