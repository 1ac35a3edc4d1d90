package archsearch.server.admin;

import archsearch.server.api.Problem.Kind;
import archsearch.server.url.NearestName;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The fields of a JSON object that says how a call is meant. A field that is null counts as one that is not given. Everything that
 * is wrong with one is a {@link RefusedCallException} that names it.
 */
final class JsonFields {
    private static final int MAX_SHOWN = 60;
    private static final JsonMapper JSON = JsonMapper.builder(JsonFactory.builder()
                    .streamReadConstraints(
                            StreamReadConstraints.builder().maxNestingDepth(8).build())
                    .build())
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private final JsonNode object;

    private JsonFields(JsonNode object) {
        this.object = object;
    }

    /**
     * Reads an object.
     *
     * @param json null stands for an object without fields
     * @param names the fields that it may have
     */
    static JsonFields of(byte @Nullable [] json, List<String> names) {
        JsonNode object;
        try {
            object = json == null ? JSON.createObjectNode() : JSON.readTree(json);
        } catch (JacksonException e) {
            int column = e.getLocation() == null ? 0 : e.getLocation().getColumnNr();
            throw new RefusedCallException(
                    Kind.BAD_REQUEST,
                    "The body is not JSON in UTF-8" + (column > 0 ? " (column " + column + ")" : "")
                            + ", or names a field twice.");
        }
        if (!object.isObject()) {
            throw new RefusedCallException(Kind.BAD_REQUEST, "The body is not a JSON object {…}.");
        }
        for (String name : object.propertyNames()) {
            if (!names.contains(name)) {
                throw unknown(name, names);
            }
        }
        return new JsonFields(object);
    }

    /** There is no field of this name. */
    static RefusedCallException unknown(String name, List<String> names) {
        String nearest = NearestName.of(name, names);
        return new RefusedCallException(
                Kind.UNKNOWN_FIELD,
                "There is no field \"" + shown(name) + "\"; there are " + String.join(", ", names)
                        + (nearest == null ? "." : ". Is " + nearest + " meant?"),
                shown(name),
                nearest);
    }

    /** A text of a caller for a message, cut where it is long. */
    static String shown(String text) {
        return text.length() <= MAX_SHOWN ? text : text.substring(0, MAX_SHOWN) + "…";
    }

    boolean flag(String name) {
        JsonNode value = value(name);
        if (value == null) {
            return false;
        }
        if (!value.isBoolean()) {
            throw RefusedCallException.badValue(name, name + " must be true or false.");
        }
        return value.asBoolean();
    }

    /** A whole number, bounds included, or {@code otherwise} where none is given. */
    long number(String name, long least, long most, long otherwise) {
        JsonNode value = value(name);
        if (value == null) {
            return otherwise;
        }
        if (!value.isIntegralNumber() || !value.canConvertToLong() || value.asLong() < least || value.asLong() > most) {
            throw RefusedCallException.badValue(
                    name, name + " must be a whole number from " + least + " to " + most + ".");
        }
        return value.asLong();
    }

    /** A text, or null where none is given. */
    @Nullable String text(String name) {
        JsonNode value = value(name);
        if (value == null) {
            return null;
        }
        if (!value.isString()) {
            throw RefusedCallException.badValue(name, name + " must be a string.");
        }
        return value.asString();
    }

    /** Texts; empty where none are given. */
    List<String> texts(String name, int most) {
        JsonNode value = value(name);
        if (value == null) {
            return List.of();
        }
        if (!value.isArray() || value.size() > most) {
            throw RefusedCallException.badValue(name, name + " must be an array of up to " + most + " strings.");
        }
        List<String> texts = new ArrayList<>();
        for (JsonNode item : value) {
            if (!item.isString()) {
                throw RefusedCallException.badValue(name, name + " must be an array of up to " + most + " strings.");
            }
            texts.add(item.asString());
        }
        return texts;
    }

    private @Nullable JsonNode value(String name) {
        JsonNode value = object.get(name);
        return value == null || value.isNull() ? null : value;
    }
}
