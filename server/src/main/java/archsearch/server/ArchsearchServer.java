package archsearch.server;

import archsearch.searcher.SearchEngine;
import io.javalin.Javalin;
import io.javalin.compression.CompressionStrategy;
import io.javalin.config.JavalinConfig;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.Handler;
import io.javalin.http.HandlerType;
import io.javalin.util.JavalinException;
import java.io.IOException;
import java.net.InetAddress;
import java.util.List;
import java.util.Set;
import org.eclipse.jetty.http.UriCompliance;
import org.eclipse.jetty.server.AbstractConnector;
import org.eclipse.jetty.server.Connector;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.NetworkConnectionLimit;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.util.component.LifeCycle;

/** The HTTP server, answering from the moment it is made until it is closed. Thread-safe. */
public final class ArchsearchServer implements AutoCloseable {
    /** A query of 1,000 Han characters is 9,000 bytes in a URL; filters come on top. */
    static final int MAX_HEADER_BYTES = 24 * 1024;

    private static final long STOP_MILLIS = 5_000;
    private static final Set<String> PROBES = Set.of("/healthz", "/readyz");

    private final Javalin javalin;
    private final String host;

    private ArchsearchServer(Javalin javalin, String host) {
        this.javalin = javalin;
        this.host = host;
    }

    /** Starts to answer where absolute addresses are taken from the requests. */
    public static ArchsearchServer start(SearchEngine engine, String host, int port) throws IOException {
        return start(engine, host, port, SiteAddress.ofRequests(), HttpLimits.byDefault(), List.of());
    }

    /**
     * Starts to answer.
     *
     * @param engine answers the searches; stays the caller's to close, after this server
     * @param host the name or address to listen on, for example {@code 127.0.0.1}
     * @param port the port to listen on, or 0 for any free one
     * @param site where the outside finds the site
     * @param limits what clients may take
     * @param listeners are told of every answer
     * @throws IOException if the address cannot be listened on; the message names it and the cause
     */
    public static ArchsearchServer start(
            SearchEngine engine,
            String host,
            int port,
            SiteAddress site,
            HttpLimits limits,
            List<ServerListener> listeners)
            throws IOException {
        ClientAddress clients = new ClientAddress(limits.proxies());
        Listeners told = new Listeners(listeners, clients);
        Javalin javalin = Javalin.create(config -> configure(config, engine, site, limits, told, clients));
        try {
            javalin.start(host, port);
        } catch (JavalinException e) {
            javalin.stop();
            Throwable cause = e.getCause() == null ? e : e.getCause();
            throw new IOException("Cannot listen on " + host + ":" + port + ": " + cause.getMessage(), e);
        }
        return new ArchsearchServer(javalin, host);
    }

    /** The port listened on. */
    public int port() {
        return javalin.port();
    }

    /** The paths answered, as they are registered, with their variable parts in braces. */
    List<String> paths() {
        return javalin.unsafe.internalRouter.allHttpHandlers().stream()
                .filter(handler -> handler.endpoint.method.equals(HandlerType.GET))
                .map(handler -> handler.endpoint.path)
                .toList();
    }

    /** Where a browser on this machine finds the home page, for example {@code http://127.0.0.1:8080/}. */
    public String url() {
        String name = host;
        try {
            InetAddress address = InetAddress.getByName(host);
            if (address.isAnyLocalAddress()) {
                name = "localhost";
            } else if (host.indexOf(':') >= 0 && !host.startsWith("[")) {
                name = '[' + host + ']';
            }
        } catch (IOException e) {
            // A name that was listened on but no longer resolves is still the best to show.
            name = host;
        }
        return "http://" + name + ':' + port() + '/';
    }

    /** Stops to listen, lets running requests end for a few seconds, then ends. */
    @Override
    public void close() {
        javalin.stop();
    }

    private static void configure(
            JavalinConfig config,
            SearchEngine engine,
            SiteAddress site,
            HttpLimits limits,
            Listeners listeners,
            ClientAddress clients) {
        StaticFiles files = new StaticFiles();
        PageRoutes pages = new PageRoutes(engine, files.assets(), site, listeners);
        config.startup.showJavalinBanner = false;
        config.startup.showOldJavalinVersionWarning = false;
        config.http.prefer405over404 = true;
        config.http.generateEtags = false;
        config.http.compressionStrategy = CompressionStrategy.NONE;
        config.http.maxRequestSize = 0;
        config.jetty.modifyHttpConfiguration(ArchsearchServer::configure);
        config.jetty.modifyServer(server -> {
            server.setStopTimeout(STOP_MILLIS);
            server.setErrorHandler(new UnreadableRequests(pages::unreadable, listeners));
            limit(server, limits);
        });
        // Tags such as CI/CD stand in a path as CI%2FCD; nothing is read from files by a path, so that harms nothing.
        config.jetty.modifyServletContextHandler(
                handler -> handler.getServletHandler().setDecodeAmbiguousURIs(true));
        config.requestLogger.http(listeners::answered);
        RateLimit rate = new RateLimit(limits.requestsPerMinute(), limits.nanos());
        Failures failures = new Failures(pages::failed);
        failures.register(config.routes);
        firstOf(config.routes, failures, rate, clients);
        config.routes.after(Delivery::finish);
        routes(config.routes, pages, new ApiRoutes(engine, listeners), new ProbeRoutes(engine), files);
        integration(config.routes, engine, site);
    }

    private static void limit(Server server, HttpLimits limits) {
        server.addBean(new NetworkConnectionLimit(limits.connections(), server));
        SlowClients slow = new SlowClients(limits.clientTimeout(), server.getScheduler());
        server.addBean(slow);
        server.addEventListener(new LifeCycle.Listener() {
            @Override
            public void lifeCycleStarting(LifeCycle starting) {
                // Javalin makes the connectors after it has let us change the server.
                for (Connector connector : server.getConnectors()) {
                    connector.addEventListener(slow);
                    if (connector instanceof AbstractConnector c) {
                        c.setIdleTimeout(limits.clientTimeout().toMillis());
                    }
                }
            }
        });
    }

    private static void configure(HttpConfiguration http) {
        http.setSendServerVersion(false);
        http.setSendXPoweredBy(false);
        http.setRequestHeaderSize(MAX_HEADER_BYTES);
        http.setUriCompliance(UriCompliance.from("RFC3986,AMBIGUOUS_PATH_SEPARATOR,AMBIGUOUS_PATH_ENCODING,"
                + "AMBIGUOUS_PATH_SEGMENT,SUSPICIOUS_PATH_CHARACTERS,ILLEGAL_PATH_CHARACTERS"));
    }

    /** What comes before every route. */
    private static void firstOf(RoutesConfig routes, Failures failures, RateLimit rate, ClientAddress clients) {
        routes.before(ctx -> {
            Exchange.begin(ctx);
            SecurityHeaders.set(ctx);
            CrossOrigin.set(ctx);
            refuseOtherMethods(ctx, failures);
            refuseTooMany(ctx, rate, clients, failures);
        });
    }

    private static void routes(
            RoutesConfig routes, PageRoutes pages, ApiRoutes api, ProbeRoutes probes, StaticFiles files) {
        get(routes, "/", pages::home);
        get(routes, "/search", pages::results);
        get(routes, "/search/facets/{name}", pages::facet);
        get(routes, "/tags", pages::tags);
        get(routes, "/tags/{tag}", pages::tag);
        get(routes, "/publishers", pages::publishers);
        get(routes, "/publishers/{publisher}", pages::publisher);
        get(routes, "/articles/{id}", pages::article);
        get(routes, "/trends", pages::trends);
        get(routes, "/help", pages::help);
        get(routes, "/api", pages::api);
        get(routes, "/problems/{kind}", pages::problem);
        get(routes, files.assets().stylesheet(), files::css);
        get(routes, files.assets().script(), files::js);
        get(routes, "/favicon.svg", files::icon);
        get(routes, "/favicon.ico", files::icon);
        get(routes, "/api/v1/search", api::search);
        get(routes, "/api/v1/suggest", api::suggest);
        get(routes, "/api/v1/facets/{name}", api::facet);
        get(routes, "/api/v1/articles/{id}", api::article);
        get(routes, "/api/v1/articles/{id}/similar", api::similar);
        get(routes, "/api/v1/tags", api::tags);
        get(routes, "/api/v1/publishers", api::publishers);
        get(routes, "/api/v1/stats", api::stats);
        get(routes, "/healthz", probes::healthz);
        get(routes, "/readyz", probes::readyz);
        get(routes, "/version", probes::version);
    }

    /** What feed readers, browsers and crawlers look for by themselves. */
    private static void integration(RoutesConfig routes, SearchEngine engine, SiteAddress site) {
        FeedRoutes feeds = new FeedRoutes(engine, site);
        DiscoveryRoutes discovery = new DiscoveryRoutes(engine, site);
        SitemapRoutes sitemaps = new SitemapRoutes(engine, site);
        get(routes, "/feeds/search.atom", feeds::search);
        get(routes, "/tags/{tag}/feed.atom", feeds::tag);
        get(routes, "/publishers/{publisher}/feed.atom", feeds::publisher);
        get(routes, "/openapi.json", discovery::openApi);
        get(routes, "/opensearch.xml", discovery::description);
        get(routes, "/suggest/opensearch", discovery::suggest);
        get(routes, "/robots.txt", discovery::robots);
        get(routes, "/sitemap.xml", sitemaps::index);
        get(routes, "/sitemap-{name}.xml", sitemaps::part);
    }

    private static void refuseOtherMethods(Context ctx, Failures failures) {
        String method = ctx.req().getMethod();
        if (CrossOrigin.isQuestion(ctx)) {
            CrossOrigin.answer(ctx);
            ctx.skipRemainingHandlers();
        } else if (!method.equals("GET") && !method.equals("HEAD")) {
            failures.answer(ctx, Failures.methodNotAllowed(ctx));
            ctx.skipRemainingHandlers();
        }
    }

    private static void refuseTooMany(Context ctx, RateLimit rate, ClientAddress clients, Failures failures) {
        int seconds = isCounted(ctx.path()) ? rate.take(clients.of(ctx)) : 0;
        if (seconds > 0) {
            failures.tooManyRequests(ctx, seconds);
            ctx.skipRemainingHandlers();
        }
    }

    /** Whoever watches the server must always get an answer, and what browsers keep for good costs nothing. */
    private static boolean isCounted(String path) {
        return !PROBES.contains(path) && !path.startsWith("/static/") && !path.startsWith("/favicon.");
    }

    /** A route that answers GET only would answer HEAD with an empty page of another type. */
    private static void get(RoutesConfig routes, String path, Handler handler) {
        routes.get(path, handler);
        routes.head(path, handler);
    }
}
