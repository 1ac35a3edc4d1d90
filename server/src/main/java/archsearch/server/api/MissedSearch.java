package archsearch.server.api;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/**
 * A search that found nothing, as one line of JSON.
 *
 * @param day when
 * @param q what was asked
 * @param filtered whether filters were set, which may be why nothing was found
 * @param dropped words without which the search would have found something; empty where there are none
 */
public record MissedSearch(LocalDate day, String q, boolean filtered, List<String> dropped) {
    public MissedSearch {
        dropped = List.copyOf(dropped);
    }

    /** Without a line break. */
    public String toJson() {
        return Json.write(this);
    }

    /** Reads such a line; empty where it is none. */
    public static Optional<MissedSearch> ofJson(String line) {
        try {
            JsonNode node = Json.read(line);
            JsonNode q = node.path("q");
            return q.isString()
                    ? Optional.of(new MissedSearch(
                            LocalDate.parse(node.path("day").asString("")),
                            q.asString(),
                            node.path("filtered").asBoolean(false),
                            node.path("dropped")
                                    .valueStream()
                                    .filter(JsonNode::isString)
                                    .map(JsonNode::asString)
                                    .toList()))
                    : Optional.empty();
        } catch (JacksonException | DateTimeException e) {
            return Optional.empty();
        }
    }
}
