package archsearch.server;

import com.networknt.schema.Error;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SchemaRegistryConfig;
import com.networknt.schema.SpecificationVersion;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** The description of the API as a program reads it that knows nothing but OpenAPI and JSON Schema. */
public final class ApiDocument {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    public final JsonNode root;
    private final SchemaRegistry schemas = SchemaRegistry.withDefaultDialect(
            SpecificationVersion.DRAFT_2020_12,
            builder -> builder.schemaRegistryConfig(
                    SchemaRegistryConfig.builder().formatAssertionsEnabled(true).build()));
    private final Map<String, Schema> known = new TreeMap<>();

    public ApiDocument(byte[] json) {
        root = JSON.readTree(json);
    }

    /** One parameter with its schema. */
    record Documented(String name, boolean inPath, JsonNode schema, JsonNode node) {
        boolean isList() {
            return schema.path("type").asString("").equals("array");
        }

        JsonNode item() {
            return isList() ? schema.get("items") : schema;
        }

        /** A value that the document gives as an example, as it stands in an address; empty where it gives none. */
        Optional<String> example() {
            JsonNode example = node.path("example");
            if (example.isMissingNode()) {
                return Optional.empty();
            }
            return Optional.of(
                    isList()
                            ? stream(example).map(JsonNode::asString).collect(Collectors.joining(","))
                            : example.asString());
        }
    }

    public List<String> paths() {
        return List.copyOf(root.get("paths").propertyNames());
    }

    JsonNode operation(String path) {
        return root.get("paths").get(path).get("get");
    }

    List<Documented> parameters(String path) {
        return stream(operation(path).path("parameters")).map(this::parameter).toList();
    }

    private Documented parameter(JsonNode reference) {
        JsonNode node = resolved(reference);
        return new Documented(
                node.get("name").asString(),
                node.get("in").asString().equals("path"),
                resolved(node.get("schema")),
                node);
    }

    JsonNode resolved(JsonNode node) {
        return node.has("$ref") ? root.at(node.get("$ref").asString().substring(1)) : node;
    }

    /** What an operation says of answers with a status. */
    JsonNode response(String path, int status) {
        return response(operation(path), status);
    }

    /** What an operation says of answers with a status. */
    public JsonNode response(JsonNode operation, int status) {
        JsonNode responses = operation.get("responses");
        String code = String.valueOf(status);
        return resolved(responses.has(code) ? responses.get(code) : responses.get("default"));
    }

    /** What is wrong with an answer's body; empty where its schema allows it. */
    public List<String> faults(JsonNode schema, JsonNode body) {
        Schema compiled = known.computeIfAbsent(schema.toString(), text -> {
            // References lead to the document's components.
            ObjectNode whole = (ObjectNode) schema.deepCopy();
            whole.set("components", root.get("components"));
            return schemas.getSchema(whole);
        });
        return compiled.validate(body).stream().map(Error::toString).toList();
    }

    /** An address of a path with its variable parts filled in. */
    static String filled(String path, Map<String, String> parts) {
        String filled = path;
        for (Map.Entry<String, String> part : parts.entrySet()) {
            filled = filled.replace(
                    '{' + part.getKey() + '}', encoded(part.getValue()).replace("+", "%20"));
        }
        return filled;
    }

    static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    static Stream<JsonNode> stream(JsonNode list) {
        return StreamSupport.stream(list.spliterator(), false);
    }
}
