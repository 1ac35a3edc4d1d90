package archsearch.server;

import archsearch.searcher.SearchResponse;
import io.javalin.http.Context;
import io.javalin.router.Endpoint;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Tells all who want to know, and keeps what goes wrong there from the answers. Thread-safe. */
final class Listeners {
    private static final Logger LOG = LoggerFactory.getLogger(Listeners.class);
    private static final String PROBLEM = "problem";

    private final List<ServerListener> listeners;
    private final ClientAddress clients;

    Listeners(List<ServerListener> listeners, ClientAddress clients) {
        this.listeners = List.copyOf(listeners);
        this.clients = clients;
    }

    /** Notes the kind of problem that a request is answered by. */
    static void note(Context ctx, String problem) {
        ctx.attribute(PROBLEM, problem);
    }

    /**
     * A request was answered by a route or by its refusal.
     *
     * @param millis as the web framework measures it
     */
    void answered(Context ctx, float millis) {
        if (listeners.isEmpty()) {
            return;
        }
        answered(new AnsweredRequest(
                Exchange.id(ctx),
                ctx.req().getMethod(),
                route(ctx),
                ctx.path(),
                Exchange.query(ctx),
                ctx.statusCode(),
                ctx.attribute(PROBLEM),
                length(ctx.res().getHeader("Content-Length")),
                Duration.ofNanos((long) (millis * 1e6)),
                clients.of(ctx)));
    }

    void answered(AnsweredRequest request) {
        tell(listener -> listener.answered(request));
    }

    void searched(Context ctx, SearchResponse response) {
        tell(listener -> listener.searched(Exchange.id(ctx), response));
    }

    private void tell(Consumer<ServerListener> event) {
        for (ServerListener listener : listeners) {
            try {
                event.accept(listener);
            } catch (RuntimeException e) {
                LOG.warn("{} failed", listener.getClass().getSimpleName(), e);
            }
        }
    }

    private static String route(Context ctx) {
        Endpoint endpoint = ctx.endpoints().matchedHttpEndpoint();
        return endpoint == null ? AnsweredRequest.NO_ROUTE : endpoint.path;
    }

    private static long length(@Nullable String header) {
        return header == null ? 0 : Long.parseLong(header);
    }
}
