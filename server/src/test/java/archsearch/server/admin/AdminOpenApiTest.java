package archsearch.server.admin;

import static archsearch.server.admin.AdminSite.header;
import static org.assertj.core.api.Assertions.assertThat;

import archsearch.indexer.ArticleWriter;
import archsearch.indexer.dump.SingleArticle;
import archsearch.server.ApiDocument;
import archsearch.server.api.Problem;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The document of the admin port and the port say the same: routes, bodies and answers. */
class AdminOpenApiTest {
    private static final String ARTICLE =
            "{\"title\":\"T\",\"publisher\":\"P\",\"date\":\"2020-01-02\",\"tags\":[\"Kafka\"],\"lang\":\"en\"}";

    @TempDir
    static Path folder;

    private static AdminSite site;
    private static ApiDocument document;

    @BeforeAll
    static void start() throws IOException {
        site = new AdminSite(folder);
        document = new ApiDocument(
                JsonMapper.shared().writeValueAsBytes(AdminSite.json(site.call("GET", "/openapi.json", null), 200)));
    }

    @AfterAll
    static void stop() {
        site.close();
    }

    private static JsonNode operation(String path, String method) {
        return document.root.get("paths").get(path).get(method.toLowerCase(Locale.ROOT));
    }

    /** Makes a call and holds its answer against the document. */
    private static HttpResponse<String> check(
            String method, String path, String id, @Nullable String body, int status) {
        HttpResponse<String> answer = site.call(method, path.replace("{id}", id), body);
        assertThat(answer.statusCode())
                .as(method + ' ' + path + ' ' + answer.body())
                .isEqualTo(status);
        check(method, path, answer);
        return answer;
    }

    private static void check(String method, String path, HttpResponse<String> answer) {
        String call = method + ' ' + path + ' ' + answer.statusCode();
        JsonNode responses = operation(path, method).get("responses");
        if (answer.statusCode() < 500) {
            assertThat(responses.has(String.valueOf(answer.statusCode())))
                    .as(call)
                    .isTrue();
        }
        JsonNode response = document.response(operation(path, method), answer.statusCode());
        String type = header(answer, "Content-Type").replaceFirst(";.*", "");
        assertThat(response.get("content").has(type)).as(call + ' ' + type).isTrue();
        for (String name : response.path("headers").propertyNames()) {
            assertThat(header(answer, name)).as(call + ' ' + name).isNotEmpty();
        }
        if (type.endsWith("json")) {
            assertThat(document.faults(response.get("content").get(type).get("schema"), AdminSite.json(answer)))
                    .as(call + ' ' + answer.body())
                    .isEmpty();
        }
    }

    @Test
    void routes_areThoseOfTheDocument() {
        Map<String, Set<String>> documented = new TreeMap<>();
        for (String path : document.paths()) {
            Set<String> methods = new TreeSet<>();
            document.root.get("paths").get(path).propertyNames().forEach(m -> methods.add(m.toUpperCase(Locale.ROOT)));
            // The description says this once for all of them.
            if (methods.contains("GET")) {
                methods.add("HEAD");
            }
            documented.put(path, methods);
        }
        assertThat(documented).isEqualTo(site.server.routes());
    }

    @Test
    void references_leadSomewhere_andEveryComponentIsUsed() {
        List<String> references = document.root.findValuesAsString("$ref");
        assertThat(references)
                .isNotEmpty()
                .allSatisfy(r -> assertThat(document.root.at(r.substring(1)).isMissingNode())
                        .as(r)
                        .isFalse());
        for (String kind : document.root.get("components").propertyNames()) {
            if (!kind.equals("securitySchemes")) {
                for (String name : document.root.at("/components/" + kind).propertyNames()) {
                    assertThat(references).contains("#/components/" + kind + '/' + name);
                }
            }
        }
    }

    @Test
    void operations_haveNamesOfTheirOwn() {
        Set<String> ids = new HashSet<>();
        document.root
                .get("paths")
                .forEach(path -> path.forEach(operation -> assertThat(
                                ids.add(operation.get("operationId").asString()))
                        .isTrue()));
    }

    @Test
    void examples_keepToTheirSchemas() {
        int examples = 0;
        List<JsonNode> contents = new ArrayList<>(document.root.findValues("content"));
        for (JsonNode content : contents) {
            for (JsonNode media : content) {
                if (media.has("example")) {
                    assertThat(document.faults(media.get("schema"), media.get("example")))
                            .as(media.toString())
                            .isEmpty();
                    examples++;
                }
            }
        }
        assertThat(examples).isGreaterThan(18);
    }

    @Test
    void problems_ofTheDocument_areKindsWithTheirStatus() {
        Set<String> kinds = new TreeSet<>();
        Arrays.stream(Problem.Kind.values()).forEach(kind -> kinds.add("/problems/" + kind.word()));
        document.root
                .at("/components/schemas/Problem/properties/type/enum")
                .forEach(kind -> assertThat(kinds).contains(kind.asString()));
        document.root.at("/components/responses").forEach(response -> {
            JsonNode example = response.at("/content/application~1problem+json/example");
            Problem.Kind kind = Arrays.stream(Problem.Kind.values())
                    .filter(k ->
                            ("/problems/" + k.word()).equals(example.get("type").asString()))
                    .findFirst()
                    .orElseThrow();
            assertThat(example.get("status").asInt()).isEqualTo(kind.status());
            assertThat(example.get("title").asString()).isEqualTo(kind.title());
        });
    }

    @Test
    void fieldsOfTheDocument_areThoseTheServerKnows() throws IOException {
        site.dump("fields/all.jsonl", 1);
        Files.writeString(site.dumps.resolve("fields/tags.txt"), "");
        Map<String, String> examples = Map.of(
                "dumps", "[\"fields/all.jsonl\"]",
                "update", "true",
                "strict", "false",
                "maxRejects", "3",
                "minShare", "0",
                "force", "true",
                "tags", "\"fields/tags.txt\"");
        Set<String> documented = new TreeSet<>(
                document.root.at("/components/schemas/Reindex/properties").propertyNames());
        assertThat(documented).isEqualTo(new TreeSet<>(examples.keySet()));
        for (Map.Entry<String, String> field : examples.entrySet()) {
            String dumps = field.getKey().equals("dumps") ? "" : "\"dumps\":[\"fields\"],\"force\":true,";
            String body = "{" + (field.getKey().equals("force") ? "" : dumps) + '"' + field.getKey() + "\":"
                    + field.getValue() + '}';
            assertThat(document.faults(
                            document.root.at("/components/schemas/Reindex"),
                            JsonMapper.shared().readTree(body)))
                    .isEmpty();
            site.ended(header(check("POST", "/api/v1/admin/reindex", "", body, 202), "Location"));
        }
        assertThat(new TreeSet<>(document.root
                        .at("/components/schemas/Article/properties")
                        .propertyNames()))
                .isEqualTo(new TreeSet<>(SingleArticle.FIELDS));
    }

    @Test
    void answers_areAsDocumented() throws IOException {
        site.dump("answers/good.jsonl", 5);
        Files.writeString(site.dumps.resolve("answers/bad.jsonl"), "{\"title\":\"no date\",\"x\":1}\n");
        Files.writeString(
                site.dumps.resolve("answers/twice.jsonl"),
                "{\"id\":\"a1\",\"title\":\"Another\",\"publisher\":\"p\",\"date\":\"2020-01-02\"}\n");
        String reindex = "/api/v1/admin/reindex";
        String job = "/api/v1/admin/jobs/{id}";
        String article = "/api/v1/admin/articles/{id}";
        String rollback = "/api/v1/admin/rollback";
        String body = "{\"dumps\":[\"answers\"],\"force\":true}";
        String done = header(check("POST", reindex, "", body, 202), "Location");
        site.ended(done);
        String id = done.substring(done.lastIndexOf('/') + 1);
        JsonNode report = AdminSite.json(check("GET", job, id, null, 200)).get("report");
        assertThat(report.get("rejected").asInt()).isEqualTo(1);
        assertThat(report.get("conflicts").asInt()).isEqualTo(1);
        check("GET", job + "/events", id, null, 200);
        check("GET", job + "/events", "none", null, 404);
        check("GET", job, "none", null, 404);
        check("DELETE", job, "none", null, 404);
        check("DELETE", job, id, null, 409);
        check("GET", "/api/v1/admin/jobs", "", null, 200);
        check("POST", reindex, "", "{\"x\":1}", 400);
        check("POST", reindex, "", "{\"dumps\":[\"none\"]}", 400);
        check("POST", reindex, "", " ".repeat(70_000), 413);
        check("PUT", article, "new", ARTICLE, 201);
        check("PUT", article, "new", ARTICLE, 200);
        check("PUT", article, "new", "{}", 400);
        check("PUT", article, "new", null, 415);
        check("DELETE", article, "new", null, 200);
        check("DELETE", article, "new", null, 404);
        site.ended(header(check("POST", reindex, "", body, 202), "Location"));
        check("POST", rollback, "", null, 200);
        check("POST", rollback, "", "{\"to\":\"20200101T000000.000Z\"}", 409);
        check("GET", "/openapi.json", "", null, 200);
        check("GET", "/metrics", "", null, 404);
        try (ArticleWriter other = site.index.openUpdate()) {
            assertThat(other).isNotNull();
            check("PUT", article, "new", ARTICLE, 423);
            check("POST", rollback, "", null, 423);
            String locked = header(check("POST", reindex, "", body, 202), "Location");
            check("POST", reindex, "", body, 409);
            site.ended(locked);
            check("GET", job, locked.substring(locked.lastIndexOf('/') + 1), null, 200);
        }
        HttpResponse<String> stranger = site.send(site.request("GET", job.replace("{id}", id), null));
        assertThat(stranger.statusCode()).isEqualTo(401);
        check("GET", job, stranger);
    }
}
