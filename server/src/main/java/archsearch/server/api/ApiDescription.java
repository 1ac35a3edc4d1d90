package archsearch.server.api;

import archsearch.indexer.article.Language;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * What {@code openapi.json} says, as far as people read it. The document is the only place where the API is described; the texts
 * for Chinese readers stand in it beside the English ones, under names that OpenAPI leaves to its users. Immutable.
 *
 * @param about paragraphs about the API as a whole
 * @param sections what belongs together, in the document's order
 */
public record ApiDescription(List<Text> about, List<Section> sections) {
    private static final String FILE = "openapi.json";

    public ApiDescription {
        about = List.copyOf(about);
        sections = List.copyOf(sections);
    }

    /** A text in both languages. */
    public record Text(String english, String chinese) {
        /** The text for readers of a language. */
        public String in(Language language) {
            return switch (language) {
                case EN -> english;
                case ZH -> chinese;
            };
        }
    }

    /**
     * Operations of one kind.
     *
     * @param name for programs, for example {@code feeds}
     */
    public record Section(String name, Text title, List<Operation> operations) {}

    /**
     * A path that can be asked.
     *
     * @param id names the operation, for example {@code search}
     * @param path with the names of its variable parts in braces
     * @param detail more than the summary, or null
     * @param answer an example of the answer in JSON, or null where it is another format
     */
    public record Operation(
            String id,
            String path,
            Text summary,
            @Nullable Text detail,
            List<Parameter> parameters,
            @Nullable String answer) {}

    /**
     * A parameter of a path or of its query string.
     *
     * @param byDefault what counts where it is not given; null where nothing does
     */
    public record Parameter(
            String name,
            Place place,
            Text meaning,
            Values values,
            @Nullable String byDefault) {}

    /** Where a parameter stands. */
    public enum Place {
        /** In the path; it cannot be left out. */
        PATH,
        /** Once in the query string. */
        ONCE,
        /** In the query string, once for each value. */
        REPEATED,
        /** Once in the query string, with commas between values. */
        LIST
    }

    /** What a parameter may be. */
    public sealed interface Values {
        /**
         * Any text.
         *
         * @param most longest number of characters; 0 where none is stated
         */
        record Characters(int most) implements Values {}

        /** A whole number, bounds included. */
        record Numbers(int least, int most) implements Values {}

        /** One of a few words. */
        record Words(List<String> words) implements Values {}

        /** A day such as 2019-08-27. */
        record Days() implements Values {}
    }

    /** The document as it is sent. */
    public static byte[] document() {
        try (InputStream in = ApiDescription.class.getResourceAsStream(FILE)) {
            if (in == null) {
                throw new IllegalStateException("the jar is incomplete: archsearch/server/api/" + FILE + " is missing");
            }
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Reads the document. */
    public static ApiDescription load() {
        return new Reading(Json.read(document())).description();
    }

    private record Reading(JsonNode root) {
        ApiDescription description() {
            Text about = text(root.get("info"), "description");
            List<String> english =
                    about.english().lines().filter(l -> !l.isEmpty()).toList();
            List<String> chinese =
                    about.chinese().lines().filter(l -> !l.isEmpty()).toList();
            List<Text> paragraphs = new ArrayList<>();
            for (int i = 0; i < english.size(); i++) {
                paragraphs.add(new Text(english.get(i), chinese.get(i)));
            }
            return new ApiDescription(
                    paragraphs, stream(root.get("tags")).map(this::section).toList());
        }

        private Section section(JsonNode tag) {
            String name = tag.get("name").asString();
            return new Section(
                    name,
                    text(tag, "description"),
                    root.get("paths").properties().stream()
                            .filter(path ->
                                    path.getValue().at("/get/tags/0").asString().equals(name))
                            .map(this::operation)
                            .toList());
        }

        private Operation operation(Map.Entry<String, JsonNode> path) {
            JsonNode get = path.getValue().get("get");
            JsonNode example = get.at("/responses/200/content/application~1json/example");
            return new Operation(
                    get.get("operationId").asString(),
                    path.getKey(),
                    text(get, "summary"),
                    get.has("description") ? text(get, "description") : null,
                    stream(get.path("parameters"))
                            .map(p -> parameter(resolved(p)))
                            .toList(),
                    example.isMissingNode() ? null : Json.pretty(example));
        }

        private JsonNode resolved(JsonNode reference) {
            return root.at(reference.get("$ref").asString().substring(1));
        }

        private static Parameter parameter(JsonNode p) {
            JsonNode schema = p.get("schema");
            boolean many = schema.path("type").asString("").equals("array");
            JsonNode byDefault = schema.path("default");
            return new Parameter(
                    p.get("name").asString(),
                    place(p, many),
                    text(p, "description"),
                    values(many ? schema.get("items") : schema),
                    byDefault.isValueNode() && !byDefault.asString().isEmpty() ? byDefault.asString() : null);
        }

        private static Place place(JsonNode p, boolean many) {
            if (p.get("in").asString().equals("path")) {
                return Place.PATH;
            }
            if (!many) {
                return Place.ONCE;
            }
            return p.get("explode").asBoolean() ? Place.REPEATED : Place.LIST;
        }

        private static Values values(JsonNode schema) {
            if (schema.has("enum")) {
                return new Values.Words(
                        stream(schema.get("enum")).map(JsonNode::asString).toList());
            }
            if (schema.path("format").asString("").equals("date")) {
                return new Values.Days();
            }
            return switch (schema.get("type").asString()) {
                case "boolean" -> new Values.Words(List.of("true", "false"));
                case "integer" ->
                    new Values.Numbers(
                            schema.get("minimum").asInt(), schema.get("maximum").asInt());
                default -> new Values.Characters(schema.path("maxLength").asInt(0));
            };
        }

        private static Text text(JsonNode node, String name) {
            return new Text(
                    node.get(name).asString(), node.get("x-" + name + "-zh").asString());
        }

        private static Stream<JsonNode> stream(JsonNode list) {
            return StreamSupport.stream(list.spliterator(), false);
        }
    }
}
