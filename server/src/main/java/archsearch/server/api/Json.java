package archsearch.server.api;

import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.json.JsonMapper;

/** The one JSON writer. */
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
}
