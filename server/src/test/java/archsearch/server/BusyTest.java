package archsearch.server;

import static archsearch.server.TestSite.header;
import static org.assertj.core.api.Assertions.assertThat;

import archsearch.searcher.IndexUnavailableException;
import archsearch.searcher.LimitedSearchEngine;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** More searches than the server does at once. */
class BusyTest {
    private final ExecutorService clients = Executors.newCachedThreadPool();
    private final Semaphore begun = new Semaphore(0);
    private final CountDownLatch end = new CountDownLatch(1);
    private LimitedSearchEngine limited = new LimitedSearchEngine(new FakeEngine(List.of()), 1, 0, Duration.ZERO);

    @AfterEach
    void stop() {
        end.countDown();
        clients.shutdownNow();
    }

    /** A site where one search runs at a time, and every search that has begun goes on until the end is let go. */
    private TestSite site(int line, Duration patience) throws IOException {
        TestSite site =
                new TestSite(TestSite.articles(10), SiteAddress.ofRequests(), HttpLimits.byDefault(), engine -> {
                    limited = new LimitedSearchEngine(engine, 1, line, patience);
                    return limited;
                });
        site.engine.beforeSearch = () -> {
            begun.release();
            try {
                end.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        };
        return site;
    }

    private Future<HttpResponse<byte[]>> ask(TestSite site, String path) {
        return clients.submit(() -> site.get(path));
    }

    @Test
    void search_moreThanAtOnceAndNobodyMayWait_isRefusedAndTheRestGoesOn()
            throws IOException, InterruptedException, ExecutionException {
        try (TestSite site = site(0, Duration.ofMinutes(1))) {
            Future<HttpResponse<byte[]>> first = ask(site, "/api/v1/search?q=flash");
            begun.acquire();
            HttpResponse<byte[]> api = site.get("/api/v1/search?q=sale");
            assertThat(api.statusCode()).isEqualTo(503);
            assertThat(header(api, "Content-Type")).startsWith("application/problem+json");
            assertThat(header(api, "Retry-After")).matches("[1-9][0-9]*");
            assertThat(header(api, "Cache-Control")).isEqualTo("no-store");
            assertThat(TestSite.text(api)).contains("/problems/too-busy");
            HttpResponse<byte[]> page = site.get("/search?q=sale");
            assertThat(page.statusCode()).isEqualTo(503);
            assertThat(header(page, "Retry-After")).matches("[1-9][0-9]*");
            assertThat(site.page("/search?q=sale").select("input[name=q]").val())
                    .isEqualTo("sale");
            assertThat(site.page("/search?q=sale").select("a.button").attr("href"))
                    .isEqualTo("/search?q=sale");
            for (String path : List.of("/healthz", "/readyz", "/favicon.svg", "/api/v1/articles/a1")) {
                assertThat(site.get(path).statusCode()).as(path).isEqualTo(200);
            }
            end.countDown();
            assertThat(first.get().statusCode()).isEqualTo(200);
            assertThat(site.get("/api/v1/search?q=sale").statusCode()).isEqualTo(200);
        }
    }

    @Test
    void search_placeInLine_isAnsweredInItsTurn() throws IOException, InterruptedException, ExecutionException {
        try (TestSite site = site(1, Duration.ofMinutes(1))) {
            Future<HttpResponse<byte[]>> first = ask(site, "/api/v1/search?q=flash");
            begun.acquire();
            Future<HttpResponse<byte[]>> second = ask(site, "/api/v1/search?q=sale");
            while (limited.waiting() == 0) {
                Thread.onSpinWait();
            }
            assertThat(site.get("/api/v1/search?q=system").statusCode())
                    .as("the line is full")
                    .isEqualTo(503);
            end.countDown();
            assertThat(first.get().statusCode()).isEqualTo(200);
            assertThat(second.get().statusCode()).isEqualTo(200);
            assertThat(limited.refused()).isEqualTo(1);
        }
    }

    @Test
    void search_waitTooLong_isRefused() throws IOException, InterruptedException, ExecutionException {
        try (TestSite site = site(5, Duration.ofMillis(50))) {
            Future<HttpResponse<byte[]>> first = ask(site, "/api/v1/search?q=flash");
            begun.acquire();
            assertThat(site.get("/api/v1/search?q=sale").statusCode()).isEqualTo(503);
            end.countDown();
            assertThat(first.get().statusCode()).isEqualTo(200);
        }
    }

    @Test
    void sitemap_countedTooLow_isNotKept() throws IOException {
        try (TestSite site = new TestSite(TestSite.articles(10))) {
            site.engine.partial = true;
            assertThat(site.get("/sitemap.xml").statusCode()).isEqualTo(503);
            site.engine.partial = false;
            assertThat(site.text("/sitemap.xml")).contains("sitemap-articles-2017");
        }
    }

    @Test
    void search_afterFailures_hasItsPlaceAgain() throws IOException {
        end.countDown();
        try (TestSite site = site(0, Duration.ZERO)) {
            site.engine.failure = () -> new IndexUnavailableException("There is no index yet.");
            for (int i = 0; i < 3; i++) {
                assertThat(site.text("/api/v1/search?q=flash")).contains("index-unavailable");
            }
            site.engine.failure = null;
            assertThat(site.get("/api/v1/search?q=flash").statusCode()).isEqualTo(200);
        }
    }
}
