package archsearch.server;

import io.javalin.http.Context;
import java.util.Map;

/**
 * Lets scripts of other sites read what is made for programs (the CORS protocol of the Fetch standard). There are no cookies
 * and nothing that only some may see, so every site may.
 */
final class CrossOrigin {
    private static final String METHODS = "GET, HEAD";
    /** Headers that a script may not send without leave. */
    private static final String HEADERS = "If-None-Match, X-Request-Id";

    private static final String ONE_DAY = "86400";

    /** Headers of every such answer, also of one about a failure. */
    static final Map<String, String> ALWAYS = Map.of(
            "Access-Control-Allow-Origin", "*",
            "Access-Control-Expose-Headers", "ETag, Link, Retry-After, Server-Timing, X-Request-Id");

    private CrossOrigin() {}

    /** Whether what a path answers is made for programs. */
    static boolean isOpen(String path) {
        return path.startsWith("/api/")
                || path.startsWith("/feeds/")
                || path.startsWith("/suggest/")
                || path.endsWith("/feed.atom")
                || path.equals("/openapi.json")
                || path.equals("/opensearch.xml");
    }

    static void set(Context ctx) {
        if (isOpen(ctx.path())) {
            ALWAYS.forEach(ctx::header);
        }
    }

    /** Whether the request asks what it may ask, of a path that scripts of other sites may read. */
    static boolean isQuestion(Context ctx) {
        return ctx.req().getMethod().equals("OPTIONS") && isOpen(ctx.path());
    }

    /** Answers what may be asked, whether a browser wants to know it before a script's request or a person does. */
    static void answer(Context ctx) {
        ctx.header("Allow", METHODS + ", OPTIONS")
                .header("Access-Control-Allow-Methods", METHODS)
                .header("Access-Control-Allow-Headers", HEADERS)
                .header("Access-Control-Max-Age", ONE_DAY)
                .status(204);
        ctx.res().setContentType(null);
    }
}
