package archsearch.server.api;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.json.JsonMapper;

/** The one writer and reader of JSON. */
final class Json {
    private static final JsonMapper MAPPER = JsonMapper.builder()
            .disable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
            .build();

    private Json() {}

    /**
     * Writes a record, its parts in the order they are declared. As text and not as bytes: an unpaired surrogate in an article
     * is an error to the writer of bytes, while the encoder of a text replaces it.
     */
    static String write(Object value) {
        return MAPPER.writeValueAsString(value);
    }

    /** Writes a tree for people, on several lines. */
    static String pretty(JsonNode tree) {
        return MAPPER.writerWithDefaultPrettyPrinter().writeValueAsString(tree);
    }

    /**
     * Reads a document that belongs to the program.
     *
     * @throws tools.jackson.core.JacksonException if it is no JSON
     */
    static JsonNode read(byte[] json) {
        return MAPPER.readTree(json);
    }

    /**
     * Reads a text from outside.
     *
     * @throws tools.jackson.core.JacksonException if it is no JSON
     */
    static JsonNode read(String json) {
        return MAPPER.readTree(json);
    }
}
