package archsearch.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SiteAddressTest {
    private static TestSite site;
    private static TestSite fixed;

    @BeforeAll
    static void start() throws IOException {
        site = new TestSite(TestSite.articles(5));
        fixed = new TestSite(TestSite.articles(5), SiteAddress.of("https://Search.example.org/"));
    }

    @AfterAll
    static void stop() {
        site.close();
        fixed.close();
    }

    /** Paths whose answers hold absolute addresses. */
    private static final List<String> PATHS = List.of(
            "/",
            "/articles/a1",
            "/tags/Kafka",
            "/feeds/search.atom",
            "/tags/Kafka/feed.atom",
            "/opensearch.xml",
            "/suggest/opensearch?q=ka",
            "/sitemap.xml",
            "/sitemap-pages.xml",
            "/robots.txt");

    @ParameterizedTest
    @CsvSource({
        "search.example.org, http://search.example.org",
        "SEARCH.Example.ORG:8080, http://search.example.org:8080",
        "search.example.org:80, http://search.example.org",
        "search.example.org., http://search.example.org.",
        "my_app:8080, http://my_app:8080",
        "192.0.2.7, http://192.0.2.7",
        "[2001:db8::1]:9000, http://[2001:db8::1]:9000"
    })
    void host_thatIsOne_isTaken(String host, String expected) throws IOException {
        for (String path : PATHS) {
            RawAnswer answer = RawAnswer.of(site, "GET " + path + " HTTP/1.1", "Host: " + host);
            assertThat(answer.status()).as(path).isEqualTo(200);
            assertThat(answer.body()).as(path).contains(expected + "/").doesNotContain("127.0.0.1");
            assertThat(answer.header("Vary")).as(path).contains("Host");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "evil.example/path",
                "user@evil.example",
                "evil.example\"><script>",
                "evil.example:99999",
                "evil.example:0",
                "evil..example",
                "-evil.example",
                "evil example",
                "[::1",
                "[evil]",
                "evil.example#",
                "evil.example?x",
                "evil.example\\x",
                "ev%69l.example",
                "evil.example, other.example",
                "\u0435vil.example",
                ""
            })
    void host_thatIsNone_isNeverRepeated(String host) throws IOException {
        for (String path : PATHS) {
            RawAnswer answer = RawAnswer.of(site, "GET " + path + " HTTP/1.1", "Host: " + host);
            assertThat(answer.status()).as(path).isIn(200, 400);
            assertThat(answer.body()).as(path).doesNotContain("evil", "vil.example", "other.example");
            if (answer.status() == 200) {
                assertThat(answer.body()).as(path).contains("http://127.0.0.1:" + site.server.port() + "/");
            }
        }
    }

    @Test
    void host_veryLong_isNotRepeated() throws IOException {
        String host = "evil.".repeat(60) + "example";
        RawAnswer answer = RawAnswer.of(site, "GET /sitemap.xml HTTP/1.1", "Host: " + host);
        assertThat(answer.body()).doesNotContain("evil");
    }

    @Test
    void host_missing_isTheAddressListenedOn() throws IOException {
        RawAnswer answer = RawAnswer.of(site, "GET /robots.txt HTTP/1.0");
        assertThat(answer.body()).contains("Sitemap: http://127.0.0.1:" + site.server.port() + "/sitemap.xml");
    }

    @Test
    void address_asksForAnotherHostThanItsHeader_isNotMixedUp() throws IOException {
        RawAnswer answer =
                RawAnswer.of(site, "GET http://evil.example/robots.txt HTTP/1.1", "Host: search.example.org");
        assertThat(answer.body()).doesNotContain("evil");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "X-Forwarded-Host: evil.example",
                "X-Forwarded-Proto: evil",
                "X-Forwarded-For: evil.example",
                "X-Forwarded-Server: evil.example",
                "Forwarded: host=evil.example;proto=https",
                "X-Original-URL: /evil",
                "X-Host: evil.example"
            })
    void headersOfProxies_neverCount(String header) throws IOException {
        for (String path : PATHS) {
            RawAnswer answer = RawAnswer.of(site, "GET " + path + " HTTP/1.1", "Host: search.example.org", header);
            assertThat(answer.body())
                    .as(path)
                    .contains("http://search.example.org/")
                    .doesNotContain("evil");
        }
    }

    @Test
    void version_ofAnAnswer_isAnotherForAnotherHost() throws IOException {
        for (String path : PATHS) {
            List<String> tags = new ArrayList<>();
            for (String host : List.of("a.example", "b.example")) {
                RawAnswer answer = RawAnswer.of(site, "GET " + path + " HTTP/1.1", "Host: " + host);
                tags.add(answer.header("ETag"));
            }
            assertThat(tags).as(path).doesNotContain("").doesNotHaveDuplicates();
        }
    }

    @Test
    void addressThatTheOperatorSays_countsWhateverTheRequestSays() throws IOException {
        for (String path : PATHS) {
            RawAnswer answer = RawAnswer.of(fixed, "GET " + path + " HTTP/1.1", "Host: evil.example");
            assertThat(answer.body())
                    .as(path)
                    .contains("https://search.example.org/")
                    .doesNotContain("evil");
            assertThat(answer.header("Vary")).as(path).doesNotContain("Host");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "search.example.org",
                "ftp://search.example.org",
                "https://",
                "https://search.example.org/path",
                "https://search.example.org?x",
                "https://search.example.org#x",
                "https://user@search.example.org",
                "https://search.example.org:0",
                "https://search.example.org:70000",
                "https://a b",
                "https://搜索.example"
            })
    void of_whatIsNoSuchAddress_saysWhatIsExpected(String url) {
        assertThatThrownBy(() -> SiteAddress.of(url))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("https://search.example.org");
    }

    @ParameterizedTest
    @CsvSource({
        "127.0.0.1, 8080, http://127.0.0.1:8080",
        "::1, 80, http://[::1]",
        "[0:0:0:0:0:0:0:1], 8080, http://[0:0:0:0:0:0:0:1]:8080",
        "fe80::1%eth0, 8080, http://[fe80::1]:8080"
    })
    void listening_isAnAddressForBrowsers(String address, int port, String expected) {
        assertThat(SiteAddress.listening(address, port)).isEqualTo(expected);
    }
}
