package archsearch.server.log;

import archsearch.server.AnsweredRequest;
import archsearch.server.ServerListener;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;

/** Writes an entry for each answer. Thread-safe. */
public final class AccessLog implements ServerListener {
    private static final Logger LOG = Logger.getLogger("archsearch.access");
    private static final int MAX_METHOD = 20;
    /** A query of 1,000 Han characters takes nine times as many; the beginning is enough to tell what was asked. */
    private static final int MAX_TEXT = 1_000;

    @Override
    public void answered(AnsweredRequest request) {
        LogEvent.of(LOG, Level.INFO, "request")
                .with("requestId", request.id())
                .with("client", request.client())
                .with("method", beginning(request.method(), MAX_METHOD))
                .with("path", beginning(request.path(), MAX_TEXT))
                .with("query", beginning(request.query(), MAX_TEXT))
                .with("route", request.route())
                .with("status", request.status())
                .with("problem", request.problem())
                .with("bytes", request.bytes())
                .with("ms", Millis.of(request.took().toNanos()))
                .log();
    }

    private static @Nullable String beginning(@Nullable String text, int length) {
        return text == null || text.length() <= length ? text : text.substring(0, length) + "…";
    }
}
