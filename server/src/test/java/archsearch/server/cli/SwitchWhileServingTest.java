package archsearch.server.cli;

import static org.assertj.core.api.Assertions.assertThat;

import archsearch.indexer.ArticleIndex;
import archsearch.server.ArchsearchServer;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A server that answers all the time, while commands change what is live. */
class SwitchWhileServingTest {
    /** A second is promised; a machine that is busy with other builds may take longer to come to it. */
    private static final Duration SEEN_WITHIN = Duration.ofSeconds(5);

    @TempDir
    Path folder;

    private final HttpClient client = HttpClient.newHttpClient();

    @Test
    void everyCommand_whileRequestsCome_isFollowedAndDropsNone() throws Exception {
        Path small = commands().dump("small.jsonl", 3);
        Path large = commands().dump("large.jsonl", 30);
        commands().run("index", small.toString());
        ArticleIndex index = new LuceneEngines().index(folder.resolve("var/index"));
        try (ServingEngine serving = new LuceneEngines()
                        .openServing(
                                folder.resolve("var/index"), null, new EngineLimits(4, Duration.ofSeconds(30), 2));
                ArchsearchServer server = ArchsearchServer.start(serving.engine(), "127.0.0.1", 0);
                ExecutorService readers = Executors.newFixedThreadPool(2)) {
            String url = server.url() + "api/v1/search?q=title";
            AtomicBoolean ended = new AtomicBoolean();
            Future<Integer> first = readers.submit(() -> ask(url, ended));
            Future<Integer> second = readers.submit(() -> ask(url, ended));
            try {
                follows(url, index, 3, "snapshot", folder.resolve("saved").toString());
                follows(url, index, 30, "index", large.toString());
                follows(url, index, 3, "rollback");
                follows(url, index, 30, "index", large.toString(), "--update");
                follows(
                        url,
                        index,
                        30,
                        "export",
                        "--to",
                        folder.resolve("all.jsonl").toString());
                assertThat(Files.readAllLines(folder.resolve("all.jsonl"))).hasSize(30);
                follows(url, index, 3, "restore", folder.resolve("saved").toString());
            } finally {
                ended.set(true);
            }
            assertThat(first.get() + second.get()).as("requests answered").isPositive();
        }
    }

    private void follows(String url, ArticleIndex index, int articles, String... command) throws Exception {
        commands().run(command);
        String live = index.live().orElseThrow().name();
        long end = System.nanoTime() + SEEN_WITHIN.toNanos();
        JsonNode answer = answer(url);
        while (!answer.path("index").path("generation").asString().equals(live)) {
            assertThat(System.nanoTime()).as("%s is seen", command[0]).isLessThan(end);
            answer = answer(url);
        }
        assertThat(answer.path("total").path("value").asInt()).as(command[0]).isEqualTo(articles);
    }

    /** Asks until it is told to end; every answer has to be one. */
    private int ask(String url, AtomicBoolean ended) throws IOException, InterruptedException {
        int answers = 0;
        while (!ended.get()) {
            assertThat(answer(url).path("total").path("value").asInt()).isIn(3, 30);
            answers++;
        }
        return answers;
    }

    private JsonNode answer(String url) throws IOException, InterruptedException {
        HttpResponse<String> response = client.send(
                HttpRequest.newBuilder(URI.create(url))
                        .timeout(Duration.ofSeconds(30))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
        assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
        return JsonMapper.shared().readTree(response.body());
    }

    private CommandFolder commands() {
        return new CommandFolder(folder);
    }
}
