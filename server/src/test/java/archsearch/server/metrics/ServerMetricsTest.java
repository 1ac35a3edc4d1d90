package archsearch.server.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import archsearch.searcher.CacheStats;
import archsearch.searcher.IndexInfo;
import archsearch.searcher.IndexUnavailableException;
import archsearch.searcher.SearchRequest;
import archsearch.searcher.SearchResponse;
import archsearch.server.AnsweredRequest;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ServerMetricsTest {
    private final State state = new State();
    private final ServerMetrics metrics = new ServerMetrics(state);

    @Test
    void answered_countsByRouteMethodAndStatus_andTimesByRoute() {
        metrics.answered(answer("GET", "/search", 200, null, Duration.ofMillis(3)));
        metrics.answered(answer("GET", "/search", 200, null, Duration.ofMillis(30)));
        metrics.answered(answer("GET", "/api/v1/search", 503, "too-busy", Duration.ofSeconds(1)));

        assertThat(lines())
                .contains(
                        "archsearch_http_requests_total{method=\"GET\",route=\"/search\",status=\"200\"} 2.0",
                        "archsearch_http_requests_total{method=\"GET\",route=\"/api/v1/search\",status=\"503\"} 1.0",
                        "archsearch_http_request_duration_seconds_bucket{route=\"/search\",le=\"0.0025\"} 0",
                        "archsearch_http_request_duration_seconds_bucket{route=\"/search\",le=\"0.005\"} 1",
                        "archsearch_http_request_duration_seconds_bucket{route=\"/search\",le=\"+Inf\"} 2",
                        "archsearch_http_request_duration_seconds_count{route=\"/search\"} 2",
                        "archsearch_http_problems_total{kind=\"too-busy\"} 1.0");
    }

    @Test
    void answered_methodsOfAnyName_areOneLabel() {
        for (int i = 0; i < 100; i++) {
            metrics.answered(answer("M" + i, AnsweredRequest.NO_ROUTE, 405, null, Duration.ZERO));
        }

        assertThat(lines())
                .filteredOn(line -> line.startsWith("archsearch_http_requests_total"))
                .containsExactly(
                        "archsearch_http_requests_total{method=\"other\",route=\"none\",status=\"405\"} 100.0");
    }

    @Test
    void searched_countsByWhatWasFound() {
        metrics.searched("1", response(3, null, false));
        metrics.searched("2", response(0, null, false));
        metrics.searched("3", response(3, "kafak", false));
        metrics.searched("4", response(0, null, true));

        assertThat(lines())
                .contains(
                        "archsearch_searches_total{result=\"hits\"} 1.0",
                        "archsearch_searches_total{result=\"none\"} 1.0",
                        "archsearch_searches_total{result=\"corrected\"} 1.0",
                        "archsearch_searches_total{result=\"partial\"} 1.0",
                        "archsearch_search_duration_seconds_count 4");
    }

    @Test
    void text_tellsTheStateOfTheEngine() {
        assertThat(lines())
                .contains(
                        "archsearch_index_available 1.0",
                        "archsearch_index_articles 949.0",
                        "archsearch_index_bytes 123456.0",
                        "archsearch_index_committed_timestamp_seconds 1000.5",
                        "archsearch_index_info{generation=\"g-1\"} 1.0",
                        "archsearch_cache_requests_total{result=\"hit\"} 5.0",
                        "archsearch_cache_requests_total{result=\"shared\"} 1.0",
                        "archsearch_cache_requests_total{result=\"miss\"} 7.0",
                        "archsearch_cache_entries 6.0",
                        "archsearch_cache_bytes 4000.0",
                        "archsearch_cache_max_bytes 10000.0",
                        "archsearch_searches_refused_total 2.0",
                        "archsearch_searches_waiting 3.0")
                .anyMatch(line -> line.startsWith("jvm_memory_used_bytes{area=\"heap\"}"));
    }

    @Test
    void text_withoutAnIndexAndACache_leavesOutWhatThereIsNot() {
        state.index = null;
        state.cache = null;

        assertThat(lines())
                .contains("archsearch_index_available 0.0")
                .noneMatch(line -> line.startsWith("archsearch_index_articles ")
                        || line.startsWith("archsearch_index_bytes ")
                        || line.startsWith("archsearch_index_info{")
                        || line.startsWith("archsearch_cache_"));
    }

    @Test
    void text_everyNumber_hasAHelpAndAType() {
        metrics.answered(answer("GET", "/search", 200, "too-busy", Duration.ZERO));
        metrics.searched("1", response(3, null, false));

        assertThat(lines())
                .filteredOn(line -> line.startsWith("archsearch_"))
                .isNotEmpty()
                .allSatisfy(line -> {
                    String name = line.split("[{ ]", 2)[0].replaceFirst("_(bucket|sum|count)$", "");
                    assertThat(lines()).anyMatch(l -> l.startsWith("# HELP " + name + " "));
                    assertThat(lines()).anyMatch(l -> l.startsWith("# TYPE " + name + " "));
                });
    }

    private List<String> lines() {
        return metrics.text().lines().toList();
    }

    private static AnsweredRequest answer(
            String method, String route, int status, @Nullable String problem, Duration took) {
        return new AnsweredRequest("id", method, route, "/path", null, status, problem, 10, took, "127.0.0.1");
    }

    private static SearchResponse response(int total, @Nullable String correctedFrom, boolean partial) {
        return new SearchResponse(
                SearchRequest.of("kafka"),
                "kafka",
                correctedFrom,
                List.of(),
                total,
                List.of(),
                null,
                List.of(),
                List.of(),
                State.INDEX,
                2_000_000,
                partial);
    }

    private static final class State implements EngineState {
        static final IndexInfo INDEX = new IndexInfo("g-1", 949, Instant.ofEpochMilli(1_000_500), "");

        private @Nullable IndexInfo index = INDEX;
        private @Nullable CacheStats cache = new CacheStats(5, 1, 7, 6, 4_000, 10_000);

        @Override
        public IndexInfo index() {
            if (index == null) {
                throw new IndexUnavailableException("there is no index");
            }
            return index;
        }

        @Override
        public long indexBytes() throws IOException {
            if (index == null) {
                throw new IOException("there is no index");
            }
            return 123_456;
        }

        @Override
        public Optional<CacheStats> cache() {
            return Optional.ofNullable(cache);
        }

        @Override
        public long refused() {
            return 2;
        }

        @Override
        public int waiting() {
            return 3;
        }
    }
}
