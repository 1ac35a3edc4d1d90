package archsearch.server.cli;

import static org.assertj.core.api.Assertions.assertThat;

import archsearch.indexer.lucene.LuceneArticleIndex;
import archsearch.server.ArchsearchServer;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A server whose live generation is damaged on disk while it answers. */
class DamageWhileServingTest {
    @TempDir
    Path folder;

    private final HttpClient client = HttpClient.newHttpClient();

    @Test
    void liveGeneration_overwritten_givesWayToTheOneBefore() throws Exception {
        commands().run("index", commands().dump("small.jsonl", 3).toString());
        commands().run("index", commands().dump("large.jsonl", 5).toString());
        try (ServingEngine serving = open();
                ArchsearchServer server = ArchsearchServer.start(serving.engine(), "127.0.0.1", 0)) {
            assertThat(total(ask(server, "title"))).isEqualTo(5);
            overwriteLive();
            assertThat(total(ask(server, "number"))).isEqualTo(3);
            commands().run("index", commands().dump("mended.jsonl", 4).toString());
            awaitTotal(server, 4);
        }
    }

    @Test
    void onlyGeneration_overwritten_isToldWithWhatToDo() throws Exception {
        commands().run("index", commands().dump("only.jsonl", 3).toString());
        try (ServingEngine serving = open();
                ArchsearchServer server = ArchsearchServer.start(serving.engine(), "127.0.0.1", 0)) {
            assertThat(total(ask(server, "title"))).isEqualTo(3);
            Path damaged = overwriteLive();
            HttpResponse<String> answer = ask(server, "number");
            assertThat(answer.statusCode()).isEqualTo(503);
            assertThat(answer.headers().firstValue("Retry-After")).isPresent();
            assertThat(answer.body())
                    .contains("index-unavailable", String.valueOf(damaged.getFileName()), "archsearch check --index");
            commands().run("index", commands().dump("mended.jsonl", 4).toString());
            awaitTotal(server, 4);
        }
    }

    private ServingEngine open() throws IOException {
        return new LuceneEngines()
                .openServing(folder.resolve("var/index"), null, new EngineLimits(4, Duration.ofSeconds(30), 2));
    }

    /** Writes over the largest file, which has all postings; it stays as long, so that no read ends beyond it. */
    private Path overwriteLive() throws IOException {
        Path index = folder.resolve("var/index");
        String name = new LuceneArticleIndex(index).live().orElseThrow().name();
        Path largest = null;
        try (Stream<Path> files =
                Files.list(index.resolve("generations").resolve(name.substring(0, name.lastIndexOf('-'))))) {
            for (Path file : files.toList()) {
                largest = largest == null || Files.size(file) > Files.size(largest) ? file : largest;
            }
        }
        byte[] bytes = new byte[(int) Files.size(largest)];
        new Random(1).nextBytes(bytes);
        return Files.write(largest, bytes, StandardOpenOption.WRITE);
    }

    private void awaitTotal(ArchsearchServer server, int articles) throws Exception {
        long end = System.nanoTime() + Duration.ofSeconds(15).toNanos();
        HttpResponse<String> answer = ask(server, "title");
        while (answer.statusCode() != 200 || total(answer) != articles) {
            assertThat(System.nanoTime()).as("the next generation is served").isLessThan(end);
            answer = ask(server, "title");
        }
    }

    private static int total(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        JsonNode json = JsonMapper.shared().readTree(answer.body());
        return json.path("total").path("value").asInt();
    }

    private HttpResponse<String> ask(ArchsearchServer server, String query) throws IOException, InterruptedException {
        return client.send(
                HttpRequest.newBuilder(URI.create(server.url() + "api/v1/search?q=" + query))
                        .timeout(Duration.ofSeconds(30))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
    }

    private CommandFolder commands() {
        return new CommandFolder(folder);
    }
}
