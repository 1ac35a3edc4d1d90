package archsearch.server;

import static archsearch.server.TestSite.header;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What RFC 9110, RFC 9111, RFC 8288 and the Fetch standard ask of answers, over the wire. */
class HttpMannersTest {
    private static final Pattern LINK = Pattern.compile("<([^<>]*)>; rel=\"([a-z-]+)\"");
    private static TestSite site;

    @BeforeAll
    static void start() throws IOException {
        site = new TestSite(TestSite.articles(250));
    }

    @AfterAll
    static void stop() {
        site.close();
    }

    // Conditional requests

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/",
                "/search?q=flash",
                "/api/v1/search?q=flash",
                "/feeds/search.atom",
                "/opensearch.xml",
                "/robots.txt",
                "/sitemap.xml",
                "/sitemap-pages.xml",
                "/favicon.svg"
            })
    void ifNoneMatch_isComparedAsTheStandardSays(String path) throws IOException {
        String tag = header(site.get(path), "ETag");
        String opaque = tag.replaceFirst("^W/", "");
        assertThat(tag).matches("W/\"[A-Za-z0-9._-]+\"");
        for (String same :
                List.of(tag, opaque, "\"a,b\", " + tag, "\"x\"," + opaque + " ,\"y\"", "*", " * ", "," + tag)) {
            RawAnswer answer = get(path, "If-None-Match: " + same);
            assertThat(answer.status()).as(path + ' ' + same).isEqualTo(304);
            assertThat(answer.body()).isEmpty();
            assertThat(answer.header("ETag")).isEqualTo(tag);
            assertThat(answer.header("Cache-Control")).isNotEmpty();
            assertThat(answer.header("Vary")).isEqualTo(header(site.get(path), "Vary"));
            assertThat(answer.header("Content-Encoding")
                            + answer.header("Content-Type")
                            + answer.header("Content-Length"))
                    .isEmpty();
        }
        assertThat(get(path, "If-None-Match: \"x\"", "If-None-Match: " + tag).status())
                .isEqualTo(304);
        for (String other :
                List.of("\"other\"", opaque.replace("\"", ""), "w/" + opaque, "\"*\"", "", "W/", "\"x\", *")) {
            assertThat(get(path, "If-None-Match: " + other).status())
                    .as(path + ' ' + other)
                    .isEqualTo(200);
        }
        assertThat(RawAnswer.of(site, "HEAD " + path + " HTTP/1.1", "Host: 127.0.0.1", "If-None-Match: *")
                        .status())
                .isEqualTo(304);
    }

    @ParameterizedTest
    @CsvSource({
        "/articles/none, 404",
        "/api/v1/articles/none, 404",
        "/tags/none, 404",
        "/tags/none/feed.atom, 404",
        "/sitemap-none.xml, 404",
        "/nope, 404",
        "/search?size=0, 400",
        "/feeds/search.atom?x=1, 400"
    })
    void ifNoneMatch_doesNotHideAFailure(String path, int status) throws IOException {
        RawAnswer answer = get(path, "If-None-Match: *");
        assertThat(answer.status()).isEqualTo(status);
        assertThat(answer.body()).isNotEmpty();
    }

    private static RawAnswer get(String path, String... headers) throws IOException {
        List<String> all = new ArrayList<>(List.of(headers));
        all.addFirst("Host: 127.0.0.1:" + site.server.port());
        return RawAnswer.of(site, "GET " + path + " HTTP/1.1", all.toArray(String[]::new));
    }

    // Compression

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "gzip | true",
                "gzip, deflate, br, zstd | true",
                "deflate, GZIP;q=0.5 | true",
                "x-gzip | true",
                "* | true",
                "br;q=1.0, *;q=0.1 | true",
                "gzip;q=0 | false",
                "gzip; q=0.000, *;q=1 | false",
                "*;q=0 | false",
                "identity | false",
                "br | false",
                "gzipped | false",
                "'' | false"
            })
    void gzip_isSentToWhomItIsWelcome(String accepted, boolean compressed) throws IOException {
        for (String path : List.of("/search?q=flash", "/feeds/search.atom", "/api/v1/search", "/sitemap-tags.xml")) {
            HttpResponse<byte[]> answer = site.get(path, "Accept-Encoding", accepted);
            assertThat(header(answer, "Content-Encoding"))
                    .as(path)
                    .isEqualTo(compressed && !path.contains("sitemap") ? "gzip" : "");
            assertThat(header(answer, "Vary")).contains("Accept-Encoding");
            assertThat(header(answer, "Content-Length")).isEqualTo(String.valueOf(answer.body().length));
            String text =
                    header(answer, "Content-Encoding").isEmpty() ? TestSite.text(answer) : TestSite.gunzip(answer);
            assertThat(text.replaceAll("[0-9]+ ms|tookMs\":[0-9]+", ""))
                    .isEqualTo(site.text(path).replaceAll("[0-9]+ ms|tookMs\":[0-9]+", ""));
            // A weak tag covers both forms of an answer.
            assertThat(header(answer, "ETag")).startsWith("W/").isEqualTo(header(site.get(path), "ETag"));
        }
    }

    @Test
    void gzip_isNotWorthItForSmallAnswers() {
        assertThat(header(site.get("/healthz", "Accept-Encoding", "gzip"), "Content-Encoding"))
                .isEmpty();
        assertThat(header(site.get("/robots.txt", "Accept-Encoding", "gzip"), "Content-Encoding"))
                .isEmpty();
    }

    @Test
    void gzip_alsoOfProblemsAndHead() {
        HttpResponse<byte[]> get = site.get("/nope", "Accept-Encoding", "gzip");
        HttpResponse<byte[]> head = site.send("HEAD", "/nope", "Accept-Encoding", "gzip");
        assertThat(header(get, "Content-Encoding")).isEqualTo("gzip");
        assertThat(header(head, "Content-Encoding")).isEqualTo("gzip");
        assertThat(head.statusCode()).isEqualTo(404);
        assertThat(head.body()).isEmpty();
    }

    // Scripts of other sites

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/v1/search?q=flash",
                "/api/v1/articles/none",
                "/api/v1/none",
                "/feeds/search.atom",
                "/tags/Kafka/feed.atom",
                "/opensearch.xml",
                "/suggest/opensearch?q=ka"
            })
    void otherSites_mayReadWhatIsForPrograms(String path) {
        HttpResponse<byte[]> answer = site.get(path, "Origin", "https://other.example");
        assertThat(header(answer, "Access-Control-Allow-Origin")).isEqualTo("*");
        assertThat(header(answer, "Access-Control-Expose-Headers"))
                .contains("ETag", "Link", "Server-Timing", "X-Request-Id");
        assertThat(header(answer, "Access-Control-Allow-Credentials")).isEmpty();
        HttpResponse<byte[]> asked = site.send(
                "OPTIONS",
                path,
                "Origin",
                "https://other.example",
                "Access-Control-Request-Method",
                "GET",
                "Access-Control-Request-Headers",
                "if-none-match");
        assertThat(asked.statusCode()).isEqualTo(204);
        assertThat(asked.body()).isEmpty();
        assertThat(header(asked, "Access-Control-Allow-Origin")).isEqualTo("*");
        assertThat(header(asked, "Access-Control-Allow-Methods")).isEqualTo("GET, HEAD");
        assertThat(header(asked, "Access-Control-Allow-Headers")).contains("If-None-Match");
        assertThat(header(asked, "Access-Control-Max-Age")).isEqualTo("86400");
        assertThat(header(asked, "Allow")).isEqualTo("GET, HEAD, OPTIONS");
        assertThat(header(asked, "Content-Type")).isEmpty();
    }

    @Test
    void otherSites_mayReadAnUnreadableRequestsProblemToo() throws IOException {
        RawAnswer answer = get("/api/v1/search?q=%zz");
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.header("Access-Control-Allow-Origin")).isEqualTo("*");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/search?q=flash", "/articles/a1", "/tags", "/sitemap.xml"})
    void otherSites_mayNotReadPages(String path) {
        HttpResponse<byte[]> answer = site.get(path, "Origin", "https://other.example");
        assertThat(header(answer, "Access-Control-Allow-Origin")).isEmpty();
        assertThat(site.send("OPTIONS", path).statusCode()).isEqualTo(405);
    }

    // Links

    @Test
    void links_ofAPageInTheMiddle_leadToTheOthers() {
        List<String> links = links(site.get("/api/v1/search?page=3&q=flash&size=50&tag=Architecture"));
        assertThat(links)
                .contains(
                        "canonical /api/v1/search?q=flash&tag=Architecture&page=3&size=50",
                        "next /api/v1/search?q=flash&tag=Architecture&page=4&size=50",
                        "prev /api/v1/search?q=flash&tag=Architecture&page=2&size=50",
                        "first /api/v1/search?q=flash&tag=Architecture&size=50",
                        "last /api/v1/search?q=flash&tag=Architecture&page=4&size=50",
                        "alternate /search?q=flash&tag=Architecture&page=3&size=50",
                        "service-desc /openapi.json",
                        "service-doc /api",
                        "search /opensearch.xml");
    }

    @Test
    void links_ofFeeds_leadToTheOtherPagesAndThePage() {
        assertThat(links(site.get("/tags/Architecture/feed.atom")))
                .containsExactlyInAnyOrder(
                        "canonical /tags/Architecture/feed.atom",
                        "next /tags/Architecture/feed.atom?page=2",
                        "first /tags/Architecture/feed.atom",
                        "last /tags/Architecture/feed.atom?page=13",
                        "alternate /tags/Architecture");
    }

    @ParameterizedTest
    @CsvSource({
        "/api/v1/search?q=nothing-at-all, false, false",
        "/api/v1/search?q=flash&size=100, true, false",
        "/api/v1/search?q=flash&size=100&page=2, false, true",
        "/api/v1/search?q=flash&size=100&page=90, false, true"
    })
    void links_exist_whereThereIsAPage(String path, boolean next, boolean previous) {
        List<String> links = links(site.get(path));
        assertThat(links.stream().anyMatch(l -> l.startsWith("next "))).isEqualTo(next);
        assertThat(links.stream().anyMatch(l -> l.startsWith("prev "))).isEqualTo(previous);
        links.stream()
                .filter(l -> !l.startsWith("service"))
                .map(l -> l.replaceFirst(".* ", ""))
                .forEach(
                        href -> assertThat(site.get(href).statusCode()).as(href).isEqualTo(200));
    }

    @Test
    void links_ofAVeryLongSearch_leaveRoomForTheOtherHeaders() {
        String q = URLEncoder.encode("秒".repeat(1_000), StandardCharsets.UTF_8);
        for (String path : List.of("/api/v1/search?q=", "/feeds/search.atom?q=", "/search?q=")) {
            HttpResponse<byte[]> answer = site.get(path + q);
            assertThat(answer.statusCode()).as(path).isEqualTo(200);
            assertThat(String.join("", answer.headers().allValues("Link")).length())
                    .isLessThan(SearchLinks.MAX_LENGTH + 500);
        }
    }

    private static List<String> links(HttpResponse<?> answer) {
        List<String> links = new ArrayList<>();
        for (String line : answer.headers().allValues("Link")) {
            Matcher link = LINK.matcher(line);
            while (link.find()) {
                links.add(link.group(2) + ' ' + link.group(1));
            }
        }
        return links;
    }

    // Languages

    @Test
    void language_ofTheAnswer_isNamedAndVaries() {
        for (String path : List.of("/", "/search?q=flash", "/suggest/opensearch?q=ka", "/nope")) {
            HttpResponse<byte[]> answer = site.get(path, "Accept-Language", "zh-CN,zh;q=0.9,en;q=0.5");
            assertThat(header(answer, "Content-Language")).as(path).isEqualTo("zh");
            assertThat(header(answer, "Vary")).as(path).contains("Accept-Language", "Accept-Encoding");
        }
        assertThat(header(site.get("/feeds/search.atom"), "Vary")).doesNotContain("Accept-Language");
    }

    // Malformed requests

    @ParameterizedTest
    @ValueSource(
            strings = {
                "GET /feeds/search.atom?q=%zz HTTP/1.1",
                "GET /tags/%E0%A4%A/feed.atom HTTP/1.1",
                "GET /sitemap-%2e%2e%2f.xml HTTP/1.1",
                "GET /sitemap-articles-0000-00-00-9999-99-99.xml HTTP/1.1",
                "OPTIONS * HTTP/1.1",
                "GET /suggest/opensearch?q=%FF HTTP/1.1",
                "GET /api/v1/search HTTP/1.1\r\nAccept-Encoding: ;;;q=,gzip;q=x,,",
                "GET /feeds/search.atom HTTP/1.1\r\nIf-None-Match: W/\"\r\nAccept: ;;"
            })
    void malformedRequest_isAnsweredCalmly(String request) throws IOException {
        RawAnswer answer = RawAnswer.of(site, request, "Host: localhost");
        assertThat(answer.status()).isIn(200, 400, 404, 405);
        assertThat(answer.header("X-Request-Id")).isNotEmpty();
        assertThat(answer.header("Content-Security-Policy")).isNotEmpty();
        assertThat(answer.body()).doesNotContain("Exception").doesNotContainIgnoringCase("jetty");
    }
}
