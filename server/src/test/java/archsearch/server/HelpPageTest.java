package archsearch.server;

import static org.assertj.core.api.Assertions.assertThat;

import archsearch.searcher.SearchRequest;
import archsearch.searcher.SearchResponse;
import archsearch.server.url.RequestUrl;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@ExtendWith(SampleSite.Shared.class)
class HelpPageTest {
    /** Everything that is explained; only pinyin, which stands in no text, finds nothing by itself. */
    private static final int TOPICS = 23;

    private static Document page(SampleSite site, String path) throws IOException, InterruptedException {
        try (HttpClient client = HttpClient.newHttpClient()) {
            HttpResponse<String> response = client.send(
                    HttpRequest.newBuilder(URI.create(site.at(path))).build(), HttpResponse.BodyHandlers.ofString());
            assertThat(response.statusCode()).as(path).isEqualTo(200);
            return Jsoup.parse(response.body(), site.at(path));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "zh"})
    void examples_findWhatTheySay_inTheIndexAtHand(String language, SampleSite site)
            throws IOException, InterruptedException {
        Document page = page(site, "/help?ui=" + language);
        assertThat(page.select(".examples > div")).hasSize(TOPICS);
        List<Element> rows = page.select(".examples > div:has(a)");
        assertThat(rows).hasSize(TOPICS - 1);
        for (Element row : rows) {
            String written = row.select("a").text();
            String href = row.select("a").attr("href");
            assertThat(href).startsWith("/search?").endsWith("&ui=" + language);
            SearchRequest request =
                    RequestUrl.SEARCH.read(href.substring("/search?".length())).request();
            assertThat(request.q()).isEqualTo(written);
            SearchResponse found = site.engine().search(request);
            assertThat(found.warnings()).as(written).isEmpty();
            assertThat(found.total()).as(written).isPositive();
            assertThat(row.select("span").text().replaceAll("\\D", ""))
                    .as(written)
                    .isEqualTo(String.valueOf(found.total()));
        }
    }

    @Test
    void examples_showWhatTheyAreAbout(SampleSite site) throws IOException, InterruptedException {
        Document page = page(site, "/help?ui=en");
        assertThat(page.select("#fields + .examples dt code").eachText())
                .extracting(written -> written.replaceFirst(":.*", ""))
                .containsExactly(
                        "title", "summary", "tag", "publisher", "category", "lang", "year", "year", "date", "minutes");
        String typo =
                page.select(".examples div:contains(slip of the keyboard) code").text();
        SearchResponse corrected = site.engine().search(SearchRequest.of(typo));
        assertThat(corrected.correctedFrom()).isEqualTo(typo);
        assertThat(site.engine().search(SearchRequest.of('"' + typo + '"')).total())
                .as("what the page says about quotation marks")
                .isZero();
        String term = page.select(".examples div:contains(glossary) code").text();
        assertThat(site.engine().search(SearchRequest.of(term)).total())
                .as(term)
                .isGreaterThan(
                        site.engine().search(SearchRequest.of('"' + term + '"')).total());
        String pinyin = page.select(".examples dt:not(:has(a)) code").text();
        assertThat(pinyin).matches("[a-z]{4,}");
        assertThat(site.engine().search(SearchRequest.of(pinyin)).suggestions()).isNotEmpty();
    }

    @Test
    void sections_areReachedFromTheTop_andKeysAreListed(SampleSite site) throws IOException, InterruptedException {
        Document page = page(site, "/help");
        assertThat(page.select(".contents a").eachAttr("href"))
                .hasSize(7)
                .allSatisfy(href -> assertThat(page.select(href)).hasSize(1));
        assertThat(page.select(".manual .keylist kbd").eachText()).contains("/", "Esc", "j", "?");
        assertThat(page.select("link[rel=canonical]").attr("href")).isEqualTo(site.at("/help"));
    }

    @Test
    void text_isInTheReadersLanguage(SampleSite site) throws IOException, InterruptedException {
        for (String language : List.of("en", "zh")) {
            Document page = page(site, "/help?ui=" + language);
            assertThat(page.select("h1").text()).isEqualTo(language.equals("zh") ? "搜索帮助" : "How to search");
            for (Element text : page.select(".manual h2, .manual p, .examples dd, .keylist dd")) {
                boolean hasHan = text.text()
                        .codePoints()
                        .anyMatch(c -> Character.UnicodeScript.of(c) == Character.UnicodeScript.HAN);
                assertThat(hasHan).as(text.text()).isEqualTo(language.equals("zh"));
            }
        }
    }

    @Test
    void everyPage_leadsHere() throws IOException {
        try (TestSite site = new TestSite(TestSite.articles(20))) {
            for (String path : List.of("/", "/search?q=flash", "/tags", "/articles/a1", "/nope")) {
                assertThat(site.page(path).select("footer a[href=/help]"))
                        .as(path)
                        .hasSize(1);
                assertThat(site.page(path).select("form#search a[href=/help]").text())
                        .as(path)
                        .endsWith("How to search");
            }
            assertThat(site.page("/?ui=zh").select("footer a[href^=/help]").attr("href"))
                    .isEqualTo("/help?ui=zh");
        }
    }

    @Test
    void emptyIndex_isExplainedWithoutLinks() throws IOException {
        try (TestSite empty = new TestSite(List.of())) {
            Document page = empty.page("/help");
            assertThat(page.select(".examples dt code")).hasSize(TOPICS);
            assertThat(page.select(".examples a")).isEmpty();
        }
    }
}
