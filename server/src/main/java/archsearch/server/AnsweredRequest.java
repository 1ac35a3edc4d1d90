package archsearch.server;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * A request and what became of it. All texts but {@code route} and {@code problem} come from outside as they are.
 *
 * @param id what answer and log call it
 * @param method as sent, of whatever length a header allows
 * @param route the path as it is registered, with its variable parts in braces; {@link #NO_ROUTE} where none matched
 * @param path as sent
 * @param query the query string, still percent-encoded, or null
 * @param status the status of the answer
 * @param problem the kind of problem that was the answer, as its page is named; null for none
 * @param bytes length of the answer's content, also where it was not sent since only its headers were asked for
 * @param took from the first handler to the last byte handed to the network
 * @param client who asked, as far as the limits on requests tell clients apart
 */
public record AnsweredRequest(
        String id,
        String method,
        String route,
        String path,
        @Nullable String query,
        int status,
        @Nullable String problem,
        long bytes,
        Duration took,
        String client) {
    public static final String NO_ROUTE = "none";
}
