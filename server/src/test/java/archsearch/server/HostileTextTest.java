package archsearch.server;

import static org.assertj.core.api.Assertions.assertThat;

import archsearch.indexer.article.Article;
import archsearch.searcher.Repost;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jsoup.nodes.Document;
import org.jsoup.parser.Parser;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class HostileTextTest {
    private static final List<String> EVIL = List.of(
            "<script>alert(1)</script>",
            "\"><img src=x onerror=alert(1)>",
            "' onmouseover='alert(1)",
            "</title></textarea><svg onload=alert(1)>",
            "&lt;script&gt;&amp;&#60;",
            "<!-- --><mark>x</mark>",
            "\u202Eevil\u2066\u200F",
            "a\u0000b\u0007c\u009Fd",
            "{{7*7}} ${7*7} <%= 7 %>",
            "javascript:alert(1)",
            "x\r\nSet-Cookie: a=b");

    private static TestSite site;

    @BeforeAll
    static void start() throws IOException {
        site = site();
    }

    /** A site whose articles, warnings, reposts and names are all hostile. */
    static TestSite site() throws IOException {
        TestSite site = new TestSite(EVIL.stream().map(HostileTextTest::article).toList());
        site.engine.warnings = EVIL;
        List<Repost> reposts = EVIL.stream()
                .map(evil -> new Repost(article(evil), Repost.Kind.STORY))
                .toList();
        site.engine.reposts = EVIL.stream().collect(Collectors.toMap(evil -> evil + "id", evil -> reposts));
        site.engine.sameMeaning = EVIL;
        return site;
    }

    @AfterAll
    static void stop() {
        site.close();
    }

    private static Article article(String evil) {
        return Article.builder(evil + " title", evil + " publisher", LocalDate.of(2020, 1, 1))
                .id(evil + "id")
                .summary("before " + evil + " after")
                .tags(List.of(evil, "other"))
                .category(evil)
                .url(evil)
                .build();
    }

    static List<String> evil() {
        return EVIL;
    }

    @ParameterizedTest
    @MethodSource("evil")
    void requestText_neverBecomesMarkup(String evil) {
        String word = encode(evil.replaceFirst("(?s)\\s.*", ""));
        for (String path : List.of(
                "/search?q=" + word,
                "/search?tag=" + encode(evil) + "&publisher=" + encode(evil + " publisher"),
                "/search?q=" + word + "&category=" + encode(evil) + "&year=1999",
                "/search?" + word + "=1&q=" + encode(evil),
                "/search?sort=" + encode(evil),
                "/search/facets/tag?prefix=" + encode(evil) + "&q=" + word,
                "/search/facets/" + segment(evil),
                "/tags?prefix=" + encode(evil),
                "/tags?letter=" + encode(evil),
                "/tags/none-" + segment(evil),
                "/publishers/none-" + segment(evil) + "?ui=zh",
                "/articles/none-" + segment(evil),
                "/trends?tag=" + encode(evil) + "&tag=none-" + encode(evil),
                "/nothing?q=" + word)) {
            check(site.text(path), path);
        }
        assertThat(site.text("/api/v1/search?q=" + word)).doesNotContain("\r").doesNotContain("\u0000");
    }

    @Test
    void articleText_neverBecomesMarkup() {
        for (String path : List.of(
                "/",
                "/tags",
                "/tags?order=count",
                "/publishers",
                "/search",
                "/search?group=off",
                "/search/facets/tag",
                "/search/facets/publisher?order=name",
                "/search/facets/category",
                "/api",
                "/help",
                "/trends",
                "/search?from=2019-01-01&to=2020-12-31")) {
            check(site.text(path), path);
        }
        for (String href : site.page("/search").select(".card a[href^=/]").eachAttr("href")) {
            // A path cannot hold NUL, so that article is found by searching only.
            boolean reachable = !href.contains("%00") || href.startsWith("/search");
            if (reachable) {
                check(site.text(href), href);
                assertThat(site.get(href).statusCode()).as(href).isEqualTo(200);
            }
        }
    }

    /** Wherever a name leads, it is a path of this site in one header. */
    @ParameterizedTest
    @MethodSource("evil")
    void redirect_ofAnyName_staysOnTheSite(String evil) {
        for (String value :
                List.of(evil, "//example.com/x", "https://example.com/", "\\\\example.com", "/../..", "a?b#c")) {
            Article article = Article.builder("title", value, LocalDate.of(2020, 1, 1))
                    .tags(List.of(value))
                    .build();
            try (TestSite other = new TestSite(List.of(article))) {
                other.engine.aliases = Map.of("alias", value);
                for (String folder : List.of("/tags/", "/publishers/")) {
                    HttpResponse<byte[]> response = other.get(folder + "alias?q=" + encode(evil));
                    String location = TestSite.header(response, "Location");
                    assertThat(response.statusCode()).as(value).isEqualTo(302);
                    assertThat(location).as(value).startsWith(folder).matches("[!-~]+");
                    assertThat(location.substring(folder.length()).replaceFirst("\\?.*", ""))
                            .as(value)
                            .doesNotContain("/", "\\", ":");
                    assertThat(response.headers().map()).doesNotContainKey("set-cookie");
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    private static String segment(String text) {
        // A path cannot hold NUL.
        return encode(text.replace("\u0000", "")).replace("+", "%20");
    }

    private static void check(String html, String path) {
        Parser parser = Parser.htmlParser().setTrackErrors(10);
        Document page = parser.parseInput(html, "");
        assertThat(parser.getErrors()).as(path).isEmpty();
        assertThat(
                        page.select(
                                "script:not([type=\"application/ld+json\"]):not([src^=/static/]), svg:not(.histogram svg), img:not([src=/favicon.svg]), textarea, style, iframe"))
                .as(path)
                .isEmpty();
        assertThat(page.getAllElements().stream()
                        .flatMap(e -> e.attributes().asList().stream())
                        .filter(a -> a.getKey().startsWith("on")))
                .as(path)
                .isEmpty();
        assertThat(page.select("a").eachAttr("href")).as(path).allMatch(href -> href.matches("(?s)[/#].*"));
        assertThat(html.chars().filter(c -> Character.isISOControl(c) && c != '\n'))
                .as(path)
                .isEmpty();
        assertThat(page.select("mark mark")).isEmpty();
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
