package archsearch.server.admin;

import archsearch.server.Exchange;
import archsearch.server.log.LogEvent;
import io.javalin.http.Context;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * Writes down every call of the admin port, refused ones too: who, what, and what came of it. Never the token nor a body, and of the
 * address the path alone.
 */
final class AuditLog {
    static final Logger LOG = Logger.getLogger("archsearch.audit");

    private static final int MAX_PATH = 300;
    private static final int MAX_METHOD = 20;
    private static final String START = "audit.start";
    private static final String CHANGES = "audit.changes";

    private AuditLog() {}

    /** A call begins. */
    static void begin(Context ctx) {
        ctx.attribute(START, System.nanoTime());
        ctx.attribute(CHANGES, new LinkedHashMap<String, Object>());
    }

    /** Notes what a call changed. */
    static void changed(Context ctx, String name, Object value) {
        Map<String, Object> changes = ctx.attribute(CHANGES);
        if (changes != null) {
            changes.put(name, value);
        }
    }

    /** The call's answer is known. */
    static void end(Context ctx) {
        Long start = ctx.attribute(START);
        LogEvent event = event(
                Exchange.id(ctx),
                String.valueOf(ctx.req().getRemoteAddr()),
                ctx.req().getMethod(),
                ctx.req().getRequestURI(),
                ctx.statusCode(),
                start == null ? 0 : (System.nanoTime() - start) / 1_000_000);
        Map<String, Object> changes = ctx.attribute(CHANGES);
        if (changes != null) {
            changes.forEach(event::with);
        }
        event.log();
    }

    /** A line about a call. */
    static LogEvent event(String requestId, String client, String method, String path, int status, long ms) {
        return LogEvent.of(LOG, status >= 400 ? Level.WARNING : Level.INFO, "admin call")
                .with("requestId", requestId)
                .with("client", client)
                .with("method", cut(method, MAX_METHOD))
                .with("path", cut(path, MAX_PATH))
                .with("status", status)
                .with("ms", ms);
    }

    private static String cut(String text, int most) {
        return text.length() <= most ? text : text.substring(0, most) + "…";
    }
}
