package archsearch.server;

import static archsearch.server.TestSite.header;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** One client that asks more than it may, by a clock of the test. */
class RateLimitTest {
    private static final int PER_MINUTE = 3;

    private final AtomicLong clock = new AtomicLong(Long.MAX_VALUE - 5);

    private TestSite site(InetAddress... proxies) throws IOException {
        return new TestSite(
                TestSite.articles(10),
                SiteAddress.ofRequests(),
                new HttpLimits(PER_MINUTE, Set.of(proxies), Duration.ofSeconds(30), 100, clock::get),
                engine -> engine);
    }

    private static void useUp(TestSite site, String... headers) {
        for (int i = 0; i < PER_MINUTE; i++) {
            assertThat(site.get("/api/v1/search?q=flash", headers).statusCode()).isEqualTo(200);
        }
    }

    @Test
    void client_moreThanItMay_isRefusedUntilItsBucketFills() throws IOException {
        try (TestSite site = site()) {
            useUp(site);
            HttpResponse<byte[]> api = site.get("/api/v1/search?q=flash");
            assertThat(api.statusCode()).isEqualTo(429);
            assertThat(header(api, "Retry-After")).isEqualTo("20");
            assertThat(header(api, "Content-Type")).startsWith("application/problem+json");
            assertThat(TestSite.text(api)).contains("/problems/too-many-requests", "20 s");
            HttpResponse<byte[]> page = site.get("/search?q=flash&ui=en");
            assertThat(page.statusCode()).isEqualTo(429);
            assertThat(TestSite.text(page)).contains("Too many requests", "value=\"flash\"");
            for (String path : List.of("/healthz", "/readyz", "/favicon.svg")) {
                assertThat(site.get(path).statusCode()).as(path).isEqualTo(200);
            }
            clock.addAndGet(Duration.ofSeconds(20).toNanos());
            assertThat(site.get("/api/v1/search?q=flash").statusCode()).isEqualTo(200);
            assertThat(site.get("/api/v1/search?q=flash").statusCode()).isEqualTo(429);
            clock.addAndGet(Duration.ofHours(1).toNanos());
            useUp(site);
            assertThat(site.get("/").statusCode()).isEqualTo(429);
        }
    }

    @Test
    void forwardingHeader_ofAnybody_isNotBelieved() throws IOException {
        try (TestSite site = site()) {
            useUp(site, "X-Forwarded-For", "192.0.2.1");
            assertThat(site.get("/api/v1/search?q=flash", "X-Forwarded-For", "192.0.2.2")
                            .statusCode())
                    .isEqualTo(429);
        }
    }

    @Test
    void forwardingHeader_ofAKnownProxy_tellsClientsApart() throws IOException {
        try (TestSite site = site(InetAddress.getByAddress(new byte[] {127, 0, 0, 1}))) {
            useUp(site, "X-Forwarded-For", "192.0.2.1");
            assertThat(site.get("/", "X-Forwarded-For", "203.0.113.9, 192.0.2.1")
                            .statusCode())
                    .isEqualTo(429);
            useUp(site, "X-Forwarded-For", "192.0.2.2");
        }
    }

    @Test
    void byDefault_isAnyNumber() throws IOException {
        try (TestSite site = new TestSite(TestSite.articles(3))) {
            for (int i = 0; i < 50; i++) {
                assertThat(site.get("/api/v1/suggest?q=k").statusCode()).isEqualTo(200);
            }
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "192.0.2.7            |                        | 192.0.2.7",
                "::ffff:192.0.2.7     |                        | 192.0.2.7",
                "2001:db8:1:2:3:4:5:6 |                        | 2001:db8:1:2:0:0:0:0/64",
                "2001:db8:1:2:ff::1   |                        | 2001:db8:1:2:0:0:0:0/64",
                "[2001:db8:1:2::9]    |                        | 2001:db8:1:2:0:0:0:0/64",
                "fe80::1%eth0         |                        | fe80:0:0:0:0:0:0:0/64",
                "192.0.2.7            | 198.51.100.1           | 192.0.2.7",
                "10.0.0.1             | 198.51.100.1           | 198.51.100.1",
                "10.0.0.1             | 198.51.100.1:4711      | 198.51.100.1",
                "10.0.0.1             | [2001:db8::1]:4711     | 2001:db8:0:0:0:0:0:0/64",
                "10.0.0.1             | 1.1.1.1,198.51.100.1   | 198.51.100.1",
                "10.0.0.1             | 1.1.1.1,fd00::1        | 1.1.1.1",
                "10.0.0.1             | 1.1.1.1,x              | 10.0.0.1",
                "10.0.0.1             | example.org            | 10.0.0.1",
                "10.0.0.1             | 300.1.1.1              | 10.0.0.1"
            })
    void address_ofAClient_isWhatKnownProxiesSayOfIt(String remote, String forwarded, String client) {
        ClientAddress clients = new ClientAddress(HttpLimits.proxies("10.0.0.1,fd00::1"));
        List<String> entries = forwarded == null ? List.of() : List.of(forwarded.split(",", -1));
        assertThat(clients.of(remote, entries)).isEqualTo(client);
    }

    @Test
    void proxies_anythingButAddresses_areRefused() {
        assertThat(HttpLimits.proxies(" 10.0.0.1, fd00::1 ")).hasSize(2);
        assertThat(HttpLimits.proxies("")).isEmpty();
        assertThatThrownBy(() -> HttpLimits.proxies("10.0.0.1,proxy.example.org"))
                .hasMessageContaining("'proxy.example.org' is no IP address");
    }
}
