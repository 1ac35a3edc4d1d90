package archsearch.server.admin;

import static archsearch.server.admin.AdminSite.header;
import static archsearch.server.admin.AdminSite.problem;
import static org.assertj.core.api.Assertions.assertThat;

import archsearch.indexer.lucene.LuceneArticleIndex;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@Timeout(value = 120, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class AdminEventsTest {
    @TempDir
    Path folder;

    private AdminSite site;
    private GatedIndex gated;

    /** An event as a browser would hand it on. */
    private record Event(String name, JsonNode data) {}

    @BeforeEach
    void start() throws IOException {
        gated = new GatedIndex(new LuceneArticleIndex(folder.resolve("index")));
        site = new AdminSite(folder, index -> gated, options -> options.heartbeat(Duration.ofMillis(300)));
        site.dump("a.jsonl", 10);
    }

    @AfterEach
    void stop() {
        gated.open();
        site.close();
    }

    private String events(String job, String... headers) {
        HttpResponse<String> answer = site.call("GET", job + "/events", null, headers);
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(header(answer, "Content-Type")).startsWith("text/event-stream");
        assertThat(header(answer, "Cache-Control")).isEqualTo("no-store");
        return answer.body();
    }

    private static List<Event> parsed(String stream) {
        List<Event> events = new ArrayList<>();
        for (String block : stream.split("\n\n", -1)) {
            List<String> lines = Arrays.asList(block.split("\n", -1));
            if (lines.stream().anyMatch(line -> line.startsWith("event: "))) {
                assertThat(lines).hasSize(3);
                assertThat(lines.get(0)).matches("id: \\d+");
                events.add(new Event(
                        lines.get(1).substring("event: ".length()),
                        JsonMapper.shared().readTree(lines.get(2).substring("data: ".length()))));
            }
        }
        return events;
    }

    @Test
    void events_ofARunningJob_comeUntilItsEndAndThenTheStreamEnds() throws Exception {
        String job = site.startAll();
        gated.awaitReached();
        CompletableFuture<String> stream = CompletableFuture.supplyAsync(() -> events(job));
        gated.open();
        List<Event> events = parsed(stream.get());
        assertThat(events.subList(0, events.size() - 1))
                .allSatisfy(event -> assertThat(event.name()).isEqualTo("progress"));
        Event last = events.getLast();
        assertThat(last.name()).isEqualTo("done");
        assertThat(last.data()).isEqualTo(site.ended(job));
        assertThat(last.data().at("/report/indexed").asInt()).isEqualTo(10);
    }

    @Test
    void events_whereNothingHappens_areHeartbeats() throws Exception {
        String job = site.startAll();
        gated.awaitReached();
        try (Socket socket = listen(job)) {
            String seen = readUntil(socket, ":\n\n");
            assertThat(seen).contains("event: progress");
        }
    }

    @Test
    void events_ofACancelledJob_endWithThat() throws Exception {
        String job = site.startAll();
        gated.awaitReached();
        CompletableFuture<String> stream = CompletableFuture.supplyAsync(() -> events(job));
        assertThat(site.call("DELETE", job, null).statusCode()).isEqualTo(202);
        Event last = parsed(stream.get()).getLast();
        assertThat(last.name()).isEqualTo("cancelled");
        assertThat(last.data().get("state").asString()).isEqualTo("cancelled");
    }

    @Test
    void events_ofAJobThatHasEnded_areItsLastAtOnce() {
        gated.open();
        String job = site.startAll();
        site.ended(job);
        for (String seen : new String[] {"0", "99999", "nonsense"}) {
            List<Event> events = parsed(events(job, "Last-Event-ID", seen));
            assertThat(events).hasSize(1);
            assertThat(events.getFirst().name()).isEqualTo("done");
        }
        assertThat(site.call("HEAD", job + "/events", null).statusCode()).isEqualTo(200);
    }

    @Test
    void events_moreListenersThanPlaces_areRefusedUntilOneGoes() throws Exception {
        String job = site.startAll();
        gated.awaitReached();
        List<Socket> sockets = new ArrayList<>();
        try {
            for (int i = 0; i < JobEvents.MOST_LISTENERS; i++) {
                sockets.add(listen(job));
                readUntil(sockets.getLast(), "event: progress");
            }
            HttpResponse<String> refused = site.call("GET", job + "/events", null);
            problem(refused, 503, "too-many-listeners");
            assertThat(header(refused, "Retry-After")).isEqualTo("5");
            sockets.removeFirst().close();
            long end = System.nanoTime() + AdminSite.PATIENCE.toNanos();
            int status = 503;
            while (status == 503) {
                assertThat(System.nanoTime()).as("the place is free again").isLessThan(end);
                try (Socket socket = listen(job)) {
                    status = readUntil(socket, "\r\n").startsWith("HTTP/1.1 200") ? 200 : 503;
                }
            }
        } finally {
            for (Socket socket : sockets) {
                socket.close();
            }
        }
    }

    @Test
    void close_whileOthersListen_endsTheirStreams() throws Exception {
        String job = site.startAll();
        gated.awaitReached();
        try (Socket socket = listen(job)) {
            readUntil(socket, "event: progress");
            site.close();
            assertThat(new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8))
                    .contains("event: cancelled");
        }
    }

    private Socket listen(String job) throws IOException {
        Socket socket = new Socket(InetAddress.getLoopbackAddress(), site.server.port());
        socket.setSoTimeout((int) AdminSite.PATIENCE.toMillis());
        socket.getOutputStream()
                .write(("GET " + job + "/events HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer " + AdminSite.TOKEN
                                + "\r\n\r\n")
                        .getBytes(StandardCharsets.US_ASCII));
        return socket;
    }

    private static String readUntil(Socket socket, String mark) throws IOException {
        InputStream in = socket.getInputStream();
        StringBuilder seen = new StringBuilder();
        while (seen.indexOf(mark) < 0) {
            int c = in.read();
            assertThat(c).as("the stream ends before %s: %s", mark, seen).isNotNegative();
            seen.append((char) c);
        }
        return seen.toString();
    }
}
