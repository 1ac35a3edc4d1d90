package archsearch.server.admin;

import archsearch.indexer.ArticleIndex;
import archsearch.server.ArchsearchServer;
import archsearch.server.Exchange;
import archsearch.server.SecurityHeaders;
import archsearch.server.api.Problem.Kind;
import io.javalin.Javalin;
import io.javalin.compression.CompressionStrategy;
import io.javalin.config.JavalinConfig;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.Handler;
import io.javalin.util.JavalinException;
import java.io.IOException;
import java.net.InetAddress;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.eclipse.jetty.server.AbstractConnector;
import org.eclipse.jetty.server.Connector;
import org.eclipse.jetty.server.NetworkConnectionLimit;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.util.component.LifeCycle;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The HTTP server of the operator, apart from the one that answers searches, answering from the moment it is made until it is closed.
 * It listens on loopback only, and answers only who sends the token. Thread-safe.
 */
public final class AdminServer implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(AdminServer.class);
    private static final long STOP_MILLIS = 2_000;
    private static final long SHUTDOWN_IDLE_MILLIS = 300;
    private static final int MOST_CONNECTIONS = 100;
    /** Longer than the heartbeat of events. */
    private static final Duration IDLE = Duration.ofSeconds(30);

    private final Javalin javalin;
    private final String host;
    private final Jobs jobs;
    private final JobEvents events;

    private AdminServer(Javalin javalin, String host, Jobs jobs, JobEvents events) {
        this.javalin = javalin;
        this.host = host;
        this.jobs = jobs;
        this.events = events;
    }

    /**
     * Starts to answer.
     *
     * @param index what calls change; commands and servers of other processes may change it meanwhile
     * @param address a loopback address
     * @param port the port to listen on, or 0 for any free one
     * @throws IllegalArgumentException if the address is not loopback
     * @throws IOException if the address cannot be listened on; the message names it and the cause
     */
    public static AdminServer start(
            ArticleIndex index, AdminToken token, InetAddress address, int port, AdminOptions options)
            throws IOException {
        if (!address.isLoopbackAddress()) {
            throw new IllegalArgumentException("the admin port listens on loopback only, not on " + address);
        }
        String host = address.getHostAddress();
        Jobs jobs = new Jobs(index);
        JobEvents events = new JobEvents(options.heartbeat());
        AdminRoutes routes = new AdminRoutes(jobs, events, new IndexWrites(index), options);
        Javalin javalin = Javalin.create(config -> configure(config, routes, token));
        try {
            javalin.start(host, port);
        } catch (JavalinException e) {
            javalin.stop();
            Throwable cause = e.getCause() == null ? e : e.getCause();
            throw new IOException("Cannot listen on " + host + ":" + port + ": " + cause.getMessage(), e);
        }
        return new AdminServer(javalin, host, jobs, events);
    }

    /** The port listened on. */
    public int port() {
        return javalin.port();
    }

    /** Where it is found on this machine, for example {@code http://127.0.0.1:8081/}. */
    public String url() {
        return "http://" + (host.indexOf(':') >= 0 ? '[' + host + ']' : host) + ':' + port() + '/';
    }

    /** The methods answered at each path, the paths as they are registered with their variable parts in braces. */
    Map<String, Set<String>> routes() {
        Map<String, Set<String>> routes = new TreeMap<>();
        javalin.unsafe.internalRouter.allHttpHandlers().stream()
                .filter(handler -> handler.endpoint.method.isHttpMethod())
                .forEach(handler -> routes.computeIfAbsent(handler.endpoint.path, path -> new TreeSet<>())
                        .add(handler.endpoint.method.name()));
        return routes;
    }

    /** Cancels the job that runs, stops to listen, lets running calls end for a few seconds, then ends. */
    @Override
    public void close() {
        jobs.close();
        events.close();
        try {
            javalin.stop();
        } catch (JavalinException e) {
            // A client held its call longer than it is waited for; its connection was cut.
            LOG.debug("calls were cut off", e);
        }
    }

    private static void configure(JavalinConfig config, AdminRoutes routes, AdminToken token) {
        config.startup.showJavalinBanner = false;
        config.startup.showOldJavalinVersionWarning = false;
        config.http.prefer405over404 = true;
        config.http.generateEtags = false;
        config.http.compressionStrategy = CompressionStrategy.NONE;
        config.jetty.modifyHttpConfiguration(ArchsearchServer::configure);
        config.jetty.modifyServer(AdminServer::limit);
        // Ids may hold a slash, as CI%2FCD; nothing is read from files by a path, so that harms nothing.
        config.jetty.modifyServletContextHandler(
                handler -> handler.getServletHandler().setDecodeAmbiguousURIs(true));
        register(config.routes, routes, token);
    }

    // Events go on for hours, so what only bounds whole answers does not fit here.
    private static void limit(Server server) {
        server.setStopTimeout(STOP_MILLIS);
        server.setErrorHandler(new UnreadableCalls());
        server.addBean(new NetworkConnectionLimit(MOST_CONNECTIONS, server));
        server.addEventListener(new LifeCycle.Listener() {
            @Override
            public void lifeCycleStarting(LifeCycle starting) {
                // Javalin makes the connectors after it has let us change the server.
                for (Connector connector : server.getConnectors()) {
                    if (connector instanceof AbstractConnector c) {
                        c.setIdleTimeout(IDLE.toMillis());
                        c.setShutdownIdleTimeout(SHUTDOWN_IDLE_MILLIS);
                    }
                }
            }
        });
    }

    private static void register(RoutesConfig routes, AdminRoutes admin, AdminToken token) {
        AdminFailures.register(routes);
        routes.before(ctx -> {
            Exchange.begin(ctx);
            AuditLog.begin(ctx);
            SecurityHeaders.ALWAYS.forEach(ctx::header);
            ctx.header("Cache-Control", Exchange.NEVER);
            refuseStrangers(ctx, token);
            refuseParameters(ctx);
        });
        routes.after(AuditLog::end);
        routes.post("/api/v1/admin/reindex", admin::reindex);
        get(routes, "/api/v1/admin/jobs", admin::jobs);
        get(routes, "/api/v1/admin/jobs/{id}", admin::job);
        routes.delete("/api/v1/admin/jobs/{id}", admin::cancel);
        routes.get("/api/v1/admin/jobs/{id}/events", admin::events);
        routes.head("/api/v1/admin/jobs/{id}/events", admin::eventsHead);
        routes.post("/api/v1/admin/rollback", admin::rollback);
        routes.put("/api/v1/admin/articles/{id}", admin::put);
        routes.delete("/api/v1/admin/articles/{id}", admin::delete);
        get(routes, "/metrics", admin::metrics);
        get(routes, "/openapi.json", admin::openApi);
    }

    private static void refuseStrangers(Context ctx, AdminToken token) {
        if (!token.isIn(ctx.header("Authorization"))) {
            throw new RefusedCallException(
                            Kind.UNAUTHORIZED, "Send the token of this server as 'Authorization: Bearer TOKEN'.")
                    .with("WWW-Authenticate", "Bearer");
        }
    }

    private static void refuseParameters(Context ctx) {
        String query = ctx.req().getQueryString();
        if (query != null && !query.isEmpty()) {
            String name = JsonFields.shown(query.split("[=&]", 2)[0]);
            throw new RefusedCallException(
                    Kind.UNKNOWN_PARAMETER, "Calls take no parameters in the address, but a JSON body.", name, null);
        }
    }

    /** A route that answers GET only would answer HEAD with an empty page of another type. */
    private static void get(RoutesConfig routes, String path, Handler handler) {
        routes.get(path, handler);
        routes.head(path, handler);
    }
}
