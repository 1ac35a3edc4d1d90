package archsearch.server.admin;

import static org.assertj.core.api.Assertions.assertThat;

import archsearch.indexer.ArticleIndex;
import archsearch.indexer.BatchIndexer;
import archsearch.indexer.IndexJob;
import archsearch.indexer.IndexProgress;
import archsearch.indexer.lucene.LuceneArticleIndex;
import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** An admin port over a real index in a folder, and a client that asks it. */
final class AdminSite implements AutoCloseable {
    static final String TOKEN = "correct-horse-battery-staple";
    /** Far more than anything here takes; a machine that is busy with other builds may be slow. */
    static final Duration PATIENCE = Duration.ofSeconds(60);

    final Path dumps;
    final LuceneArticleIndex index;
    final AdminServer server;
    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    AdminSite(Path folder) throws IOException {
        this(folder, index -> index, options -> options);
    }

    /**
     * @param around makes the index that the port changes of the one in the folder
     */
    AdminSite(Path folder, UnaryOperator<ArticleIndex> around, UnaryOperator<AdminOptions> set) throws IOException {
        dumps = Files.createDirectories(folder.resolve("dumps"));
        index = new LuceneArticleIndex(folder.resolve("index"));
        server = AdminServer.start(
                around.apply(index),
                AdminToken.of(TOKEN),
                InetAddress.getLoopbackAddress(),
                0,
                set.apply(AdminOptions.of(dumps)));
    }

    /** Writes a dump of articles with the ids a0, a1 and so on. */
    Path dump(String name, int articles) throws IOException {
        StringBuilder lines = new StringBuilder();
        for (int i = 0; i < articles; i++) {
            lines.append("{\"id\":\"a" + i + "\",\"title\":\"Title " + i
                    + "\",\"publisher\":\"p\",\"date\":\"2020-01-02\"}\n");
        }
        Path file = dumps.resolve(name);
        Files.createDirectories(file.getParent());
        return Files.writeString(file, lines);
    }

    /** Indexes without the port. */
    void index(Path dump) throws IOException {
        new BatchIndexer(index)
                .run(IndexJob.of(List.of(dump.toString())).leastPercent(0).build(), IndexProgress.NONE);
    }

    String live() throws IOException {
        return index.live().orElseThrow().name();
    }

    int articles() throws IOException {
        return index.live().orElseThrow().articles();
    }

    URI at(String path) {
        return URI.create("http://127.0.0.1:" + server.port() + path);
    }

    /** A call with the token. */
    HttpResponse<String> call(String method, String path, @Nullable String json, String... headers) {
        HttpRequest.Builder request = request(method, path, json).header("Authorization", "Bearer " + TOKEN);
        if (json != null && List.of(headers).stream().noneMatch(h -> h.equalsIgnoreCase("Content-Type"))) {
            request.header("Content-Type", "application/json");
        }
        if (headers.length > 0) {
            request.headers(headers);
        }
        return send(request);
    }

    HttpRequest.Builder request(String method, String path, @Nullable String json) {
        return HttpRequest.newBuilder(at(path))
                .timeout(PATIENCE)
                .method(
                        method,
                        json == null ? HttpRequest.BodyPublishers.noBody() : HttpRequest.BodyPublishers.ofString(json));
    }

    HttpResponse<String> send(HttpRequest.Builder request) {
        return send(request, HttpResponse.BodyHandlers.ofString());
    }

    <T> HttpResponse<T> send(HttpRequest.Builder request, HttpResponse.BodyHandler<T> handler) {
        try {
            return client.send(request.build(), handler);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    static JsonNode json(HttpResponse<String> answer) {
        return JsonMapper.shared().readTree(answer.body());
    }

    /** The body of an answer that has to have this status. */
    static JsonNode json(HttpResponse<String> answer, int status) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        return json(answer);
    }

    static String header(HttpResponse<?> answer, String name) {
        return answer.headers().firstValue(name).orElse("");
    }

    /** A problem, once it is known to be a whole one. */
    static JsonNode problem(HttpResponse<String> answer, int status, String kind) {
        JsonNode problem = json(answer, status);
        assertThat(header(answer, "Content-Type")).startsWith("application/problem+json");
        assertThat(problem.get("type").asString()).isEqualTo("/problems/" + kind);
        assertThat(problem.get("status").asInt()).isEqualTo(status);
        assertThat(problem.get("requestId").asString()).isEqualTo(header(answer, "X-Request-Id"));
        return problem;
    }

    /** Starts a job; returns its path. */
    String start(String json) {
        return started(json);
    }

    /** Starts a job over the whole folder; returns its path. */
    String startAll() {
        return started(null);
    }

    private String started(@Nullable String json) {
        HttpResponse<String> answer = call("POST", "/api/v1/admin/reindex", json);
        JsonNode job = json(answer, 202);
        assertThat(header(answer, "Location"))
                .isEqualTo("/api/v1/admin/jobs/" + job.get("id").asString());
        return header(answer, "Location");
    }

    /** Polls a job until it has ended. */
    JsonNode ended(String job) {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (true) {
            JsonNode now = json(call("GET", job, null), 200);
            if (!now.get("endedAt").isNull()) {
                return now;
            }
            assertThat(System.nanoTime()).as("%s ends", now).isLessThan(end);
            LockSupport.parkNanos(10_000_000);
        }
    }

    @Override
    public void close() {
        server.close();
    }
}
