package archsearch.server.cli;

import archsearch.indexer.ArticleIndex;
import archsearch.searcher.SearchEngine;
import archsearch.searcher.SearchException;
import archsearch.searcher.SuggestRequest;
import archsearch.server.ArchsearchServer;
import archsearch.server.HttpLimits;
import archsearch.server.ServerListener;
import archsearch.server.SiteAddress;
import archsearch.server.log.AccessLog;
import archsearch.server.log.SlowSearchLog;
import archsearch.server.log.ZeroResultLog;
import archsearch.server.metrics.ServerMetrics;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code archsearch serve}: answers over HTTP until it is told to end. */
@Command(
        name = "serve",
        description = "Answers searches over HTTP; indexes the data first where there is no index yet.",
        footer = {
            "",
            "Prints the address once it answers. Ctrl-C ends it; exit status 0 then, 2 when it could not start.",
            "",
            "Example: another dump, index and port than the default ones",
            "  ${ROOT-COMMAND-NAME} serve --data dump.jsonl --index var/mine --bind 127.0.0.1:9000"
        })
final class ServeCommand implements Callable<Integer> {
    private static final Logger LOG = LoggerFactory.getLogger(ServeCommand.class);

    private final RootCommand root;
    private final Engines engines;

    @Option(
            names = "--data",
            paramLabel = "PATH",
            description = "File or folder to index where there is no index yet; data by default. Can be repeated.")
    private List<String> data = new ArrayList<>();

    @Option(names = "--index", paramLabel = "DIR", description = "Folder of the index; var/index by default.")
    private @Nullable String index;

    @Option(
            names = "--glossary",
            paramLabel = "FILE",
            description = "Terms that find their partners; data/glossary.tsv by default. Changes take effect at once.")
    private @Nullable String glossary;

    @Option(
            names = "--bind",
            paramLabel = "HOST:PORT",
            description = "Where to listen; 127.0.0.1:8080 by default. Port 0 takes any free one.")
    private @Nullable String bind;

    @Option(
            names = "--base-url",
            paramLabel = "URL",
            description =
                    "Where the outside finds the site, for feeds and sitemaps, for example https://search.example.org;"
                            + " by default the host that each request names. Set it behind a proxy.")
    private @Nullable String baseUrl;

    @Option(
            names = "--cache-mb",
            paramLabel = "N",
            description = "Megabytes of memory for answers that are asked for again; 32 by default, 0 for none.")
    private @Nullable String cacheMegabytes;

    @Mixin
    private LimitOptions limits = new LimitOptions();

    @Mixin
    private LogOptions log = new LogOptions();

    ServeCommand(RootCommand root, Engines engines) {
        this.root = root;
        this.engines = engines;
    }

    @Override
    public Integer call() throws IOException, InterruptedException {
        Settings settings = root.settings();
        Terminal terminal = root.terminal();
        Path folder = settings.index(index);
        Bind at = settings.bind(bind);
        SiteAddress site = settings.site(baseUrl);
        EngineLimits within = new EngineLimits(
                settings.cacheMegabytes(cacheMegabytes),
                settings.searchTimeout(limits.searchTimeout),
                settings.maxSearches(limits.maxSearches));
        HttpLimits http = settings.http(limits);
        List<ServerListener> listeners = listeners(settings);
        CommandLog.write(settings.logFormat(log.format));
        if (isMissing(engines.index(folder))) {
            new FirstIndex(terminal, engines.index(folder))
                    .build(folder, settings.data(data), settings.path(Setting.TAGS, null));
        }
        try (StopSignal stop = StopSignal.install();
                ServingEngine serving = engines.openServing(folder, settings.glossary(glossary), within)) {
            SearchEngine engine = serving.engine();
            // A missing or damaged index is told before the port is taken.
            engine.index();
            warmUp(engine);
            listeners.add(new ServerMetrics(serving.state()));
            try (ArchsearchServer server = start(engine, at, site, http, listeners)) {
                terminal.out().println("archsearch answers at " + server.url());
                terminal.out().flush();
                stop.await();
            }
        }
        return ExitStatus.DONE;
    }

    private List<ServerListener> listeners(Settings settings) {
        List<ServerListener> listeners = new ArrayList<>();
        if (settings.accessLog(log.access)) {
            listeners.add(new AccessLog());
        }
        Duration slow = settings.slowSearch(log.slowSearch);
        if (!slow.isZero()) {
            listeners.add(new SlowSearchLog(slow));
        }
        Path zeroResults = settings.zeroResults(log.zeroResults);
        if (zeroResults != null) {
            listeners.add(new ZeroResultLog(zeroResults));
        }
        return listeners;
    }

    /** Whether there is no index at all. A damaged one is there: the engine says so, and may answer from another generation. */
    private static boolean isMissing(ArticleIndex articles) {
        try {
            return articles.live().isEmpty();
        } catch (IOException e) {
            LOG.debug("the live generation cannot be told", e);
            return false;
        }
    }

    /** Makes the lists that suggestions come from, so that whoever types first does not wait for them. */
    private static void warmUp(SearchEngine engine) {
        Thread.ofPlatform().daemon().name("warm-up").start(() -> {
            try {
                engine.suggest(new SuggestRequest("a", 1));
            } catch (SearchException e) {
                // Whoever searches next is told; starting goes on meanwhile.
                LOG.debug("nothing to warm up", e);
            }
        });
    }

    private static ArchsearchServer start(
            SearchEngine engine, Bind at, SiteAddress site, HttpLimits http, List<ServerListener> listeners)
            throws IOException {
        try {
            return ArchsearchServer.start(engine, at.host(), at.port(), site, http, listeners);
        } catch (IOException e) {
            Throwable cause = e;
            while (cause.getCause() != null) {
                cause = cause.getCause();
            }
            throw new CommandException(
                    "cannot listen on " + at + ": "
                            + Objects.requireNonNullElse(
                                    cause.getMessage(), cause.getClass().getSimpleName())
                            + "; end what listens there, or choose another address with --bind HOST:PORT",
                    e);
        }
    }
}
