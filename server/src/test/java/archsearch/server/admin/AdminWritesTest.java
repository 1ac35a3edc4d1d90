package archsearch.server.admin;

import static archsearch.server.admin.AdminSite.header;
import static archsearch.server.admin.AdminSite.json;
import static archsearch.server.admin.AdminSite.problem;
import static org.assertj.core.api.Assertions.assertThat;

import archsearch.indexer.ArticleWriter;
import archsearch.searcher.SearchEngine;
import archsearch.searcher.lucene.LuceneSearchEngine;
import archsearch.server.ArchsearchServer;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Single articles and rollbacks, with a public port beside that has to see them. */
class AdminWritesTest {
    @TempDir
    Path folder;

    private AdminSite site;
    private SearchEngine engine;
    private ArchsearchServer searches;

    @BeforeEach
    void start() throws IOException {
        site = new AdminSite(folder);
        site.index(site.dump("old.jsonl", 3));
        engine = LuceneSearchEngine.open(folder.resolve("index"));
        searches = ArchsearchServer.start(engine, "127.0.0.1", 0);
    }

    @AfterEach
    void stop() {
        site.close();
        searches.close();
        engine.close();
    }

    private static String path(String id) {
        return "/api/v1/admin/articles/"
                + URLEncoder.encode(id, StandardCharsets.UTF_8).replace("+", "%20");
    }

    private static String article(String title) {
        return JsonMapper.shared()
                .writeValueAsString(Map.of("title", title, "publisher", "Youzan Coder", "date", "2019-08-27"));
    }

    /** Asks the public port until a search has this many hits. A second is promised; a busy machine gets more. */
    private JsonNode found(String q, int hits) throws Exception {
        long end = System.nanoTime() + 20_000_000_000L;
        while (true) {
            HttpResponse<String> answer = HttpClient.newHttpClient()
                    .send(
                            HttpRequest.newBuilder(URI.create(searches.url() + "api/v1/search?q="
                                            + URLEncoder.encode(q, StandardCharsets.UTF_8)))
                                    .build(),
                            HttpResponse.BodyHandlers.ofString());
            JsonNode found = json(answer, 200);
            if (found.at("/total/value").asInt() == hits) {
                return found;
            }
            assertThat(System.nanoTime())
                    .as("%s is found %d times: %s", q, hits, found)
                    .isLessThan(end);
            LockSupport.parkNanos(10_000_000);
        }
    }

    @Test
    void put_newThenChangedThenDeleted_isWhatSearchesFind() throws Exception {
        try (AuditLines log = new AuditLines()) {
            JsonNode made = json(site.call("PUT", path("x/1"), article("A zebra crossing")), 201);
            assertThat(made.get("id").asString()).isEqualTo("x/1");
            assertThat(made.get("articles").asInt()).isEqualTo(4);
            assertThat(made.get("generation").asString()).isEqualTo(site.live());
            assertThat(found("zebra", 1).at("/hits/0/id").asString()).isEqualTo("x/1");
            JsonNode changed = json(site.call("PUT", path("x/1"), article("A giraffe crossing")), 200);
            assertThat(changed.get("articles").asInt()).isEqualTo(4);
            assertThat(changed.get("generation").asString())
                    .isNotEqualTo(made.get("generation").asString());
            found("giraffe", 1);
            found("zebra", 0);
            json(site.call("DELETE", path("x/1"), null), 200);
            found("giraffe", 0);
            assertThat(site.articles()).isEqualTo(3);
            problem(site.call("DELETE", path("x/1"), null), 404, "not-found");
            assertThat(log.calls()).hasSize(4);
            assertThat(log.calls().subList(0, 3))
                    .allSatisfy(e -> assertThat(e.fields())
                            .containsEntry("article", "x/1")
                            .containsKey("generation"));
            assertThat(log.calls().getLast().fields()).doesNotContainKey("generation");
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"titel\":\"T\"}                                       | unknown-field | titel     | title",
                "{\"title\":\"T\",\"date\":\"2020-01-02\"}               | bad-value     | publisher | missing-field: ",
                "{\"title\":\"T\",\"publisher\":\"P\",\"date\":\"today\"} | bad-value    | date      | bad-date: ",
                "{\"id\":\"b\",\"title\":\"T\",\"publisher\":\"P\",\"date\":\"2020-01-02\"} | bad-value | id | bad-value: ",
                "{\"title\":7}                                           | bad-value     | title     | bad-value: ",
                "{                                                       | bad-value     |           | bad-syntax: "
            })
    void put_whatIsNoArticle_changesNothingAndSaysWhy(String body, String kind, String field, String said)
            throws IOException {
        String before = site.live();
        JsonNode problem = problem(site.call("PUT", path("a"), body), 400, kind);
        assertThat(problem.path("parameter").asString("")).isEqualTo(field == null ? "" : field);
        assertThat(problem.toString()).contains(said);
        assertThat(site.live()).isEqualTo(before);
    }

    @ParameterizedTest
    @ValueSource(strings = {"../../etc/passwd", "a b", "<script>", "微服务", "a\"b\\c", "..", "%2F", "a?b#c;d=e", "x'--"})
    void put_oddId_isTakenAsItStands(String id) throws Exception {
        String title = "Quokka \u001B[2J<b>\u0000";
        assertThat(json(site.call("PUT", path(id), article(title)), 201)
                        .get("id")
                        .asString())
                .isEqualTo(id);
        JsonNode hit = found("quokka", 1).at("/hits/0");
        assertThat(hit.get("id").asString()).isEqualTo(id);
        assertThat(hit.get("title").asString()).isEqualTo("Quokka  [2J<b>");
        json(site.call("DELETE", path(id), null), 200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"a\n", "\u001B[2J", "\u202Eabc", " a", "a\u0000b"})
    void put_idThatNoArticleCanHave_isRefusedAndLeavesNoControlsInTheLog(String id) throws IOException {
        String before = site.live();
        try (AuditLines log = new AuditLines()) {
            HttpResponse<String> refused = site.call("PUT", path(id), article("T"));
            assertThat(refused.statusCode()).isEqualTo(400);
            assertThat(site.call("DELETE", path(id), null).statusCode()).isIn(400, 404);
            assertThat(refused.body()).doesNotContainPattern("\\p{Cntrl}");
            assertThat(log.calls()).hasSize(2);
            assertThat(log.text()).doesNotContainPattern("[\\p{Cntrl}\u202E]");
        }
        assertThat(site.live()).isEqualTo(before);
        problem(site.call("PUT", path("x".repeat(201)), article("T")), 400, "bad-value");
    }

    @Test
    void put_ofManyAtOnce_keepsThemAll() throws Exception {
        try (ExecutorService clients = Executors.newFixedThreadPool(8)) {
            List<Future<Integer>> answers = IntStream.range(0, 16)
                    .mapToObj(i -> clients.submit(() -> site.call("PUT", path("n" + i), article("Number " + i))
                            .statusCode()))
                    .toList();
            for (Future<Integer> answer : answers) {
                assertThat(answer.get()).isEqualTo(201);
            }
        }
        assertThat(site.articles()).isEqualTo(19);
    }

    @Test
    void writes_whileAnotherWriterHoldsTheIndex_areRefusedAndDoneOnceItEnds() throws Exception {
        String before = site.live();
        try (ArticleWriter other = site.index.openUpdate()) {
            assertThat(other).isNotNull();
            HttpResponse<String> refused = site.call("PUT", path("x"), article("T"));
            problem(refused, 423, "index-locked");
            assertThat(header(refused, "Retry-After")).isEqualTo("5");
            problem(site.call("DELETE", path("a1"), null), 423, "index-locked");
            problem(site.call("POST", "/api/v1/admin/rollback", null), 423, "index-locked");
        }
        assertThat(site.live()).isEqualTo(before);
        json(site.call("PUT", path("x"), article("T")), 201);
    }

    @Test
    void put_withoutAnIndex_makesOne(@TempDir Path other) throws IOException {
        try (AdminSite empty = new AdminSite(other)) {
            problem(empty.call("DELETE", path("a"), null), 404, "not-found");
            problem(empty.call("POST", "/api/v1/admin/rollback", null), 409, "generation-refused");
            json(empty.call("PUT", path("a"), article("T")), 201);
            assertThat(empty.articles()).isEqualTo(1);
        }
    }

    @Test
    void rollback_goesBackAndForth() throws Exception {
        String old = site.live();
        site.index(site.dump("new.jsonl", 10));
        String young = site.live();
        try (AuditLines log = new AuditLines()) {
            JsonNode back = json(site.call("POST", "/api/v1/admin/rollback", null), 200);
            assertThat(back.get("generation").asString()).isEqualTo(old).isEqualTo(site.live());
            assertThat(back.get("replaced").asString()).isEqualTo(young);
            assertThat(back.get("articles").asInt()).isEqualTo(3);
            assertThat(log.calls().getFirst().fields()).containsEntry("generation", old);
        }
        found("title", 3);
        JsonNode forth = json(site.call("POST", "/api/v1/admin/rollback", "{\"to\":\"" + young + "\"}"), 200);
        assertThat(forth.get("generation").asString()).isEqualTo(young);
        found("title", 10);
    }

    @Test
    void rollback_whereThereIsNothingOrAWrongName_changesNothing() throws IOException {
        String before = site.live();
        problem(site.call("POST", "/api/v1/admin/rollback", null), 409, "generation-refused");
        problem(
                site.call("POST", "/api/v1/admin/rollback", "{\"to\":\"20200101T000000.000Z-1\"}"),
                409,
                "generation-refused");
        for (String to : new String[] {"../../etc", "x", "20200101T000000.000Z/.."}) {
            JsonNode problem =
                    problem(site.call("POST", "/api/v1/admin/rollback", "{\"to\":\"" + to + "\"}"), 400, "bad-value");
            assertThat(problem.get("parameter").asString()).isEqualTo("to");
        }
        problem(site.call("POST", "/api/v1/admin/rollback", "{\"too\":\"x\"}"), 400, "unknown-field");
        assertThat(site.live()).isEqualTo(before);
    }

    @Test
    void put_whereTheGenerationIsGone_saysSo() throws IOException {
        String before = site.live();
        Path generation = folder.resolve("index/generations").resolve(before.replaceFirst("-\\d+$", ""));
        Path hidden = folder.resolve("hidden");
        Files.move(generation, hidden);
        problem(site.call("PUT", path("x"), article("T")), 500, "index-unwritable");
        Files.move(hidden, generation);
        assertThat(site.live()).isEqualTo(before);
    }
}
