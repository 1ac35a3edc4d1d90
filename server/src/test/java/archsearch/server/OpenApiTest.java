package archsearch.server;

import static archsearch.server.TestSite.header;
import static org.assertj.core.api.Assertions.assertThat;

import archsearch.searcher.IndexUnavailableException;
import archsearch.searcher.Repost;
import archsearch.server.ApiDocument.Documented;
import archsearch.server.api.ApiDescription;
import archsearch.server.url.Parameter;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** The document and the server say the same: routes, parameters, bounds, defaults and answers, both ways round. */
class OpenApiTest {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final Map<String, String> PARTS =
            Map.of("id", "a1", "tag", "Kafka", "publisher", "Youzan Coder", "kind", "bad-value");
    /** They answer the same whatever their query string says. */
    private static final Set<String> WITHOUT_PARAMETERS =
            Set.of("/opensearch.xml", "/robots.txt", "/healthz", "/readyz", "/version");

    private static TestSite site;
    private static ApiDocument document;

    @BeforeAll
    static void start() throws IOException {
        site = new TestSite(TestSite.articles(60));
        Repost repost = new Repost(TestSite.articles(3).get(2), Repost.Kind.STORY);
        site.engine.reposts = Map.of("a1", List.of(repost), "a59", List.of(repost));
        HttpResponse<byte[]> answer = site.get("/openapi.json");
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(header(answer, "Content-Type")).isEqualToIgnoringCase("application/json;charset=utf-8");
        document = new ApiDocument(answer.body());
    }

    @AfterAll
    static void stop() {
        site.close();
    }

    static List<String> paths() {
        return new ApiDocument(ApiDescription.document()).paths();
    }

    private static String href(String path) {
        String name = path.startsWith("/sitemap-") ? "pages" : "tag";
        return ApiDocument.filled(ApiDocument.filled(path, PARTS), Map.of("name", name));
    }

    private static HttpResponse<byte[]> ask(String href) {
        return site.get(href, "Accept", "application/json");
    }

    /** The parameter that an answer refuses, or null. */
    private static @Nullable String refused(String href) {
        HttpResponse<byte[]> answer = ask(href);
        return answer.statusCode() == 400
                ? JSON.readTree(answer.body()).path("parameter").asString("")
                : null;
    }

    // The document by itself

    @Test
    void document_isHeldUntilTheProgramChanges() {
        HttpResponse<byte[]> answer = site.get("/openapi.json");
        assertThat(site.get("/openapi.json", "If-None-Match", header(answer, "ETag"))
                        .statusCode())
                .isEqualTo(304);
        assertThat(header(answer, "Access-Control-Allow-Origin")).isEqualTo("*");
        assertThat(document.root.get("openapi").asString()).startsWith("3.1.");
    }

    @Test
    void references_leadSomewhere_andEveryComponentIsUsed() {
        List<String> references = document.root.findValuesAsString("$ref");
        assertThat(references).isNotEmpty().allSatisfy(r -> {
            assertThat(r).startsWith("#/components/");
            assertThat(document.root.at(r.substring(1)).isMissingNode()).as(r).isFalse();
        });
        for (String kind : document.root.get("components").propertyNames()) {
            for (String name : document.root.at("/components/" + kind).propertyNames()) {
                assertThat(references).contains("#/components/" + kind + '/' + name);
            }
        }
    }

    @Test
    void operations_haveNamesOfTheirOwn_andBothLanguages() {
        Set<String> ids = new HashSet<>();
        for (String path : document.paths()) {
            JsonNode operation = document.operation(path);
            assertThat(ids.add(operation.get("operationId").asString()))
                    .as(path)
                    .isTrue();
            assertThat(operation.has("x-summary-zh")).as(path).isTrue();
            assertThat(operation.has("description")).as(path).isEqualTo(operation.has("x-description-zh"));
            Set<String> inPath = document.parameters(path).stream()
                    .filter(Documented::inPath)
                    .map(Documented::name)
                    .collect(Collectors.toSet());
            assertThat(inPath)
                    .isEqualTo(Arrays.stream(path.split("[{}]"))
                            .filter(part -> path.contains('{' + part + '}'))
                            .collect(Collectors.toSet()));
            document.parameters(path)
                    .forEach(p -> assertThat(p.node().get("x-description-zh").asString())
                            .as(p.name())
                            .isNotEmpty());
        }
    }

    @Test
    void examples_keepToTheirSchemas() {
        int examples = 0;
        List<JsonNode> contents = new ArrayList<>(document.root.findValues("content"));
        for (JsonNode content : contents) {
            for (JsonNode media : content) {
                if (media.has("example")) {
                    assertThat(document.faults(media.get("schema"), media.get("example")))
                            .as(media.get("schema").toString())
                            .isEmpty();
                    examples++;
                } else {
                    assertThat(media.at("/schema/$ref").asString(""))
                            .as("only formats that are not JSON, and this document, go without an example")
                            .isIn("", "#/components/schemas/OpenApi");
                }
            }
        }
        assertThat(examples).isGreaterThan(12);
        for (JsonNode parameter : document.root.at("/components/parameters")) {
            if (parameter.has("example")) {
                assertThat(document.faults(parameter.get("schema"), parameter.get("example")))
                        .as(parameter.get("name").asString())
                        .isEmpty();
            }
        }
    }

    @Test
    void objects_allowNothingThatIsNotDocumented() {
        document.root.at("/components/schemas").forEach(schema -> {
            List<JsonNode> objects = new ArrayList<>(List.of(schema));
            schema.path("oneOf").forEach(objects::add);
            objects.stream()
                    .filter(o -> o.path("type").asString("").equals("object")
                            && !o.at("/properties/openapi").isObject())
                    .forEach(o -> assertThat(o.path("additionalProperties").asString(""))
                            .as(o.toString())
                            .isEqualTo("false"));
        });
    }

    // Routes

    @Test
    void routes_areThoseOfTheDocument() {
        Set<String> routes = site.server.paths().stream()
                .filter(path -> !path.startsWith("/static/") && !path.startsWith("/favicon."))
                .collect(Collectors.toCollection(TreeSet::new));
        assertThat(new TreeSet<>(document.paths())).isEqualTo(routes);
    }

    // Parameters

    @ParameterizedTest
    @MethodSource("paths")
    void parameters_areThoseTheServerTakes(String path) {
        Map<String, Documented> documented = document.parameters(path).stream()
                .filter(p -> !p.inPath())
                .collect(Collectors.toMap(Documented::name, p -> p));
        if (WITHOUT_PARAMETERS.contains(path)) {
            assertThat(documented).isEmpty();
            return;
        }
        for (String name : Arrays.stream(Parameter.values()).map(Parameter::key).collect(Collectors.toSet())) {
            Documented parameter = documented.remove(name);
            String value = parameter == null ? "1" : parameter.example().orElse("x");
            HttpResponse<byte[]> answer = ask(href(path) + '?' + name + '=' + ApiDocument.encoded(value));
            boolean unknown = answer.statusCode() == 400
                    && JSON.readTree(answer.body()).get("type").asString().equals("/problems/unknown-parameter");
            assertThat(unknown).as(path + ' ' + name).isEqualTo(parameter == null);
            if (parameter != null && parameter.example().isPresent()) {
                assertThat(answer.statusCode()).as(path + ' ' + name).isEqualTo(200);
            }
        }
        assertThat(documented.keySet()).as("no server knows these").isEmpty();
    }

    @ParameterizedTest
    @MethodSource("paths")
    void bounds_areThoseTheServerKeeps(String path) {
        List<Documented> parameters = document.parameters(path);
        for (Documented p : parameters) {
            if (p.inPath()) {
                continue;
            }
            String start = start(path, p);
            for (String good : inBounds(p)) {
                assertThat(refused(start + ApiDocument.encoded(good)))
                        .as(start + shown(good))
                        .isNull();
            }
            for (String bad : outOfBounds(p)) {
                assertThat(refused(start + ApiDocument.encoded(bad)))
                        .as(start + shown(bad))
                        .isEqualTo(p.name());
            }
            if (p.isList() && p.schema().has("maxItems")) {
                int most = p.schema().get("maxItems").asInt();
                assertThat(refused(href(path) + '?' + repeated(p, most)))
                        .as(path)
                        .isNull();
                assertThat(refused(href(path) + '?' + repeated(p, most + 1)))
                        .as(path)
                        .isEqualTo(p.name());
            }
            if (!p.isList()) {
                String value = p.example().orElse("x");
                assertThat(refused(
                                start + ApiDocument.encoded(value) + '&' + p.name() + '=' + ApiDocument.encoded(value)))
                        .as("given twice")
                        .isEqualTo(p.name());
            }
        }
    }

    /** An address up to the value of a parameter. Pages reach as deep as documented where they are as small as can be. */
    private static String start(String path, Documented p) {
        boolean sized = document.parameters(path).stream()
                .anyMatch(other -> other.name().equals("size"));
        return href(path) + (p.name().equals("page") && sized ? "?size=1&" : "?") + p.name() + '=';
    }

    private static List<String> inBounds(Documented p) {
        JsonNode item = p.item();
        if (item.has("enum")) {
            return ApiDocument.stream(item.get("enum")).map(JsonNode::asString).toList();
        }
        return switch (item.get("type").asString()) {
            case "boolean" -> List.of("true", "false");
            case "integer" ->
                List.of(item.get("minimum").asString(), item.get("maximum").asString());
            // A cursor is nobody's to make up.
            case "string" ->
                item.has("maxLength") && !p.name().equals("cursor")
                        ? List.of("a", "a".repeat(item.get("maxLength").asInt()))
                        : List.of();
            default -> throw new AssertionError(item);
        };
    }

    private static List<String> outOfBounds(Documented p) {
        JsonNode item = p.item();
        if (item.has("enum") || item.path("format").asString("").equals("date")) {
            return List.of("nonsense");
        }
        return switch (item.get("type").asString()) {
            case "boolean" -> List.of("yes");
            case "integer" ->
                List.of(
                        String.valueOf(item.get("minimum").asLong() - 1),
                        String.valueOf(item.get("maximum").asLong() + 1),
                        "x",
                        "1.5");
            case "string" -> List.of("a".repeat(item.get("maxLength").asInt() + 1));
            default -> throw new AssertionError(item);
        };
    }

    private static String repeated(Documented p, int times) {
        return IntStream.rangeClosed(1, times).mapToObj(i -> p.name() + '=' + i).collect(Collectors.joining("&"));
    }

    private static String shown(String value) {
        return value.length() < 30 ? value : value.length() + " characters";
    }

    @ParameterizedTest
    @MethodSource("paths")
    void defaults_areWhatTheServerTakesThemselves(String path) {
        String version = header(site.get(href(path)), "ETag");
        for (Documented p : document.parameters(path)) {
            JsonNode byDefault = p.schema().path("default");
            if (!byDefault.isMissingNode()) {
                String value = byDefault.isArray()
                        ? ApiDocument.stream(byDefault).map(JsonNode::asString).collect(Collectors.joining(","))
                        : byDefault.asString();
                HttpResponse<byte[]> same = site.get(href(path) + '?' + p.name() + '=' + ApiDocument.encoded(value));
                assertThat(same.statusCode()).as(path + ' ' + p.name()).isEqualTo(200);
                assertThat(header(same, "ETag")).as(path + ' ' + p.name()).isEqualTo(version);
            }
        }
    }

    // Answers

    @ParameterizedTest
    @MethodSource("paths")
    void answers_areAsDocumented(String path) {
        List<String> hrefs = new ArrayList<>(List.of(href(path)));
        for (Documented p : document.parameters(path)) {
            if (!p.inPath()) {
                Stream<String> values = Stream.concat(p.example().stream(), inBounds(p).stream());
                values.forEach(v -> hrefs.add(start(path, p) + ApiDocument.encoded(v)));
            }
        }
        hrefs.forEach(href -> check(path, href));
    }

    /** The body of an answer, once it is known to be as documented. */
    private static void check(String path, String href) {
        HttpResponse<byte[]> answer = site.get(href);
        JsonNode response = document.response(path, answer.statusCode());
        String type = header(answer, "Content-Type").replaceFirst(";.*", "");
        assertThat(response.path("content").has(type))
                .as(href + " is " + answer.statusCode() + ' ' + type)
                .isTrue();
        for (String name : response.path("headers").propertyNames()) {
            assertThat(header(answer, name)).as(href + ' ' + name).isNotEmpty();
        }
        if (type.endsWith("json")) {
            JsonNode schema = response.get("content").get(type).get("schema");
            assertThat(document.faults(schema, JSON.readTree(answer.body())))
                    .as(href)
                    .isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "?q=flash&year=1999",
                "?q=flash&highlight=ranges",
                "?sort=oldest&size=2",
                "?q=flash&page=9",
                "?q=flash&facets=",
                "?tags=x",
                "?size=0",
                "?cursor=x",
                "?cursor=gone"
            })
    void answers_ofOddSearches_areAsDocumentedToo(String query) {
        check("/api/v1/search", "/api/v1/search" + query);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/api/v1/articles/{id}", "/api/v1/articles/{id}/similar", "/api/v1/facets/{name}"})
    void answers_aboutWhatIsMissing_areAsDocumented(String path) {
        check(path, path.replaceFirst("\\{.*}", "none"));
    }

    @Test
    void answers_withoutAnIndex_areAsDocumented() {
        site.engine.failure = () -> new IndexUnavailableException("There is no index yet.");
        try {
            document.paths().stream().filter(path -> path.startsWith("/api/")).forEach(path -> check(path, href(path)));
        } finally {
            site.engine.failure = null;
        }
    }

    @Test
    void answers_withAnUndocumentedField_wouldFail() {
        JsonNode schema = document.response("/api/v1/stats", 200).at("/content/application~1json/schema");
        JsonNode body = JSON.readTree(site.get("/api/v1/stats").body());
        assertThat(document.faults(schema, body)).isEmpty();
        ((ObjectNode) body).put("surprise", 1);
        assertThat(document.faults(schema, body)).isNotEmpty();
    }
}
