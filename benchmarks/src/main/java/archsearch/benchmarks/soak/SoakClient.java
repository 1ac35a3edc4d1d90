package archsearch.benchmarks.soak;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Asks the server that runs, and counts what comes of it. One for each thread, so that none waits for another's connection. */
final class SoakClient {
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final int SHOWN = 160;

    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final SoakServer server;
    private final SoakCounts counts;
    private final Load load;

    SoakClient(SoakServer server, SoakCounts counts, Load load) {
        this.server = server;
        this.counts = counts;
        this.load = load;
    }

    /**
     * An answer.
     *
     * @param outcome what it counts as
     * @param entityTag empty where it has none
     */
    record Answer(Outcome outcome, int status, String entityTag, String body) {
        JsonNode json() {
            return JsonMapper.shared().readTree(body);
        }
    }

    /**
     * Asks for a path.
     *
     * @param expected the statuses that it may be answered by
     * @param headers names and values in turn
     * @return the answer, or null where none came
     */
    @Nullable Answer ask(String path, Set<Integer> expected, String... headers) throws InterruptedException {
        ServerProcess at = server.running();
        if (at == null) {
            return null;
        }
        HttpRequest.Builder request =
                HttpRequest.newBuilder(at.base().resolve(path)).timeout(PATIENCE);
        if (headers.length > 0) {
            request.headers(headers);
        }
        long start = System.nanoTime();
        try {
            HttpResponse<byte[]> response = http.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
            long nanos = System.nanoTime() - start;
            boolean retryAfter = response.headers().firstValue("Retry-After").isPresent();
            Outcome outcome = Outcome.of(response.statusCode(), retryAfter, expected);
            counts.request(load, outcome, shown(path) + " -> " + response.statusCode(), nanos);
            return new Answer(
                    outcome,
                    response.statusCode(),
                    response.headers().firstValue("ETag").orElse(""),
                    new String(response.body(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            counts.request(load, Outcome.ofNone(at.isGone()), shown(path) + " -> " + e, System.nanoTime() - start);
            return null;
        }
    }

    static String shown(String path) {
        return path.length() <= SHOWN ? path : path.substring(0, SHOWN) + "… (" + path.length() + " characters)";
    }
}
