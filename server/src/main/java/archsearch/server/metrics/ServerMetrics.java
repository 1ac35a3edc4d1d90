package archsearch.server.metrics;

import archsearch.searcher.CacheStats;
import archsearch.searcher.IndexInfo;
import archsearch.searcher.SearchException;
import archsearch.searcher.SearchResponse;
import archsearch.server.AnsweredRequest;
import archsearch.server.ServerListener;
import io.prometheus.metrics.core.metrics.Counter;
import io.prometheus.metrics.core.metrics.CounterWithCallback;
import io.prometheus.metrics.core.metrics.GaugeWithCallback;
import io.prometheus.metrics.core.metrics.Histogram;
import io.prometheus.metrics.expositionformats.PrometheusTextFormatWriter;
import io.prometheus.metrics.instrumentation.jvm.JvmMetrics;
import io.prometheus.metrics.model.registry.PrometheusRegistry;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.DoubleConsumer;
import java.util.function.ToLongFunction;

/**
 * Counts what a server does and tells it to Prometheus. Labels have few values whatever is asked: a route is named by its pattern and
 * a method that HTTP does not know is {@code other}. Thread-safe.
 *
 * <pre>
 * archsearch_http_requests_total{route,method,status}      answers
 * archsearch_http_request_duration_seconds{route}          histogram of the time from the first handler to the last byte
 * archsearch_http_problems_total{kind}                     answers that are problems: too-busy, too-many-requests, bad-value ...
 * archsearch_searches_total{result}                        searches of people and programs: hits, corrected, none, partial
 * archsearch_search_duration_seconds                       histogram of the engine's time for these
 * archsearch_searches_refused_total, _waiting              searches beyond --max-searches
 * archsearch_cache_requests_total{result}                  hit, shared, miss
 * archsearch_cache_entries, _bytes, _max_bytes
 * archsearch_index_available                               1 where there is an index to search, else 0
 * archsearch_index_articles, _bytes, _committed_timestamp_seconds, archsearch_index_info{generation}
 * jvm_*                                                    memory, collections, threads
 * </pre>
 */
public final class ServerMetrics implements ServerListener {
    /** Of {@link #text}. */
    public static final String CONTENT_TYPE = "text/plain; version=0.0.4; charset=utf-8";

    /** From what a remembered answer takes to the deadline of a search and beyond. */
    private static final double[] SECONDS = {
        0.0005, 0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10
    };

    private static final Set<String> METHODS = Set.of("GET", "HEAD", "OPTIONS", "POST", "PUT", "DELETE", "PATCH");

    private final PrometheusRegistry registry = new PrometheusRegistry();
    private final PrometheusTextFormatWriter writer =
            PrometheusTextFormatWriter.builder().build();
    private final Counter requests = Counter.builder()
            .name("archsearch_http_requests_total")
            .help("Answers by route, method and status.")
            .labelNames("route", "method", "status")
            .withoutExemplars()
            .register(registry);
    private final Histogram requestSeconds = Histogram.builder()
            .name("archsearch_http_request_duration_seconds")
            .help("Time from the first handler to the last byte, by route.")
            .labelNames("route")
            .classicOnly()
            .classicUpperBounds(SECONDS)
            .withoutExemplars()
            .register(registry);
    private final Counter problems = Counter.builder()
            .name("archsearch_http_problems_total")
            .help("Answers that are problems, by their kind.")
            .labelNames("kind")
            .withoutExemplars()
            .register(registry);
    private final Counter searches = Counter.builder()
            .name("archsearch_searches_total")
            .help("Searches by the results page and the API, by what they found.")
            .labelNames("result")
            .withoutExemplars()
            .register(registry);
    private final Histogram searchSeconds = Histogram.builder()
            .name("archsearch_search_duration_seconds")
            .help("Time of the engine for these searches, remembered answers included.")
            .classicOnly()
            .classicUpperBounds(SECONDS)
            .withoutExemplars()
            .register(registry);

    /** Begins to count. */
    public ServerMetrics(EngineState engine) {
        engine(engine);
        cache(engine);
        index(engine);
        JvmMetrics.builder().register(registry);
    }

    private void engine(EngineState engine) {
        CounterWithCallback.builder()
                .name("archsearch_searches_refused_total")
                .help("Searches refused because too many ran already.")
                .callback(value -> value.call((double) engine.refused()))
                .register(registry);
        gauge(
                "archsearch_searches_waiting",
                "Searches that wait for one to end.",
                value -> value.accept(engine.waiting()));
    }

    private void cache(EngineState engine) {
        CounterWithCallback.builder()
                .name("archsearch_cache_requests_total")
                .help(
                        "Requests to the cache of answers: remembered, answered together with an equal one, asked for anew.")
                .labelNames("result")
                .callback(value -> engine.cache().ifPresent(stats -> {
                    value.call((double) stats.hits(), "hit");
                    value.call((double) stats.shared(), "shared");
                    value.call((double) stats.misses(), "miss");
                }))
                .register(registry);
        cacheGauge(engine, "archsearch_cache_entries", "Answers remembered.", CacheStats::entries);
        cacheGauge(engine, "archsearch_cache_bytes", "Memory that they take, as estimated.", CacheStats::bytes);
        cacheGauge(engine, "archsearch_cache_max_bytes", "The bound on it.", CacheStats::maxBytes);
    }

    private void cacheGauge(EngineState engine, String name, String help, ToLongFunction<CacheStats> number) {
        gauge(name, help, value -> engine.cache().ifPresent(stats -> value.accept((double) number.applyAsLong(stats))));
    }

    private void index(EngineState engine) {
        gauge(
                "archsearch_index_available",
                "1 where there is an index to search, else 0.",
                value -> value.accept(available(engine).isPresent() ? 1 : 0));
        gauge(
                "archsearch_index_articles",
                "Articles in the generation that is served.",
                value -> available(engine).ifPresent(index -> value.accept(index.docs())));
        gauge(
                "archsearch_index_committed_timestamp_seconds",
                "When it was committed.",
                value -> available(engine)
                        .ifPresent(index -> value.accept(index.committedAt().toEpochMilli() / 1e3)));
        gauge("archsearch_index_bytes", "Size of the live generation's files.", value -> {
            try {
                value.accept((double) engine.indexBytes());
            } catch (IOException e) {
                // What cannot be told is left out, as Prometheus wants it; the log says why searches fail.
            }
        });
        GaugeWithCallback.builder()
                .name("archsearch_index_info")
                .help("The generation that is served, as a label.")
                .labelNames("generation")
                .callback(value -> available(engine).ifPresent(index -> value.call(1, index.generation())))
                .register(registry);
    }

    private void gauge(String name, String help, Consumer<DoubleConsumer> number) {
        GaugeWithCallback.builder()
                .name(name)
                .help(help)
                .callback(value -> number.accept(value::call))
                .register(registry);
    }

    private static Optional<IndexInfo> available(EngineState engine) {
        try {
            return Optional.of(engine.index());
        } catch (SearchException e) {
            return Optional.empty();
        }
    }

    @Override
    public void answered(AnsweredRequest request) {
        String method = METHODS.contains(request.method()) ? request.method() : "other";
        requests.labelValues(request.route(), method, String.valueOf(request.status()))
                .inc();
        requestSeconds.labelValues(request.route()).observe(request.took().toNanos() / 1e9);
        if (request.problem() != null) {
            problems.labelValues(request.problem()).inc();
        }
    }

    @Override
    public void searched(String requestId, SearchResponse response) {
        searches.labelValues(result(response)).inc();
        searchSeconds.observe(response.tookNanos() / 1e9);
    }

    private static String result(SearchResponse response) {
        if (response.partial()) {
            return "partial";
        }
        if (response.total() == 0) {
            return "none";
        }
        return response.correctedFrom() == null ? "hits" : "corrected";
    }

    /** All numbers as they are now, in Prometheus' text form, to be sent as {@link #CONTENT_TYPE}. */
    public String text() {
        try {
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            writer.write(out, registry.scrape());
            return out.toString(StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("memory does not fail to take bytes", e);
        }
    }
}
