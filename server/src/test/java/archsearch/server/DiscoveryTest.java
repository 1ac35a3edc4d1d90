package archsearch.server;

import static archsearch.server.TestSite.header;
import static org.assertj.core.api.Assertions.assertThat;

import archsearch.indexer.article.Article;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.util.List;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.w3c.dom.Element;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class DiscoveryTest {
    private static final String DATA = "script[type=application/ld+json]";
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static TestSite site;

    @BeforeAll
    static void start() throws IOException {
        site = new TestSite(TestSite.articles(60));
    }

    @AfterAll
    static void stop() {
        site.close();
    }

    private static String base() {
        return "http://127.0.0.1:" + site.server.port();
    }

    // OpenSearch

    @Test
    void description_saysWhatItMust() {
        HttpResponse<byte[]> response = site.get("/opensearch.xml");
        assertThat(header(response, "Content-Type")).isEqualTo("application/opensearchdescription+xml; charset=utf-8");
        Element root = Xml.parse(TestSite.text(response)).getDocumentElement();
        assertThat(root.getLocalName()).isEqualTo("OpenSearchDescription");
        assertThat(root.getNamespaceURI()).isEqualTo("http://a9.com/-/spec/opensearch/1.1/");
        assertThat(Xml.text(root, "ShortName")).isNotBlank().hasSizeLessThanOrEqualTo(16);
        assertThat(Xml.text(root, "LongName")).hasSizeLessThanOrEqualTo(48);
        assertThat(Xml.text(root, "Description")).hasSizeLessThanOrEqualTo(1_024);
        assertThat(Xml.text(root, "InputEncoding")).isEqualTo("UTF-8");
        assertThat(Xml.text(root, "SyndicationRight")).isEqualTo("open");
        assertThat(Xml.text(root, "AdultContent")).isEqualTo("false");
        assertThat(Xml.text(root, "Image")).isEqualTo(base() + "/favicon.svg");
    }

    @ParameterizedTest
    @CsvSource({
        "text/html, results, text/html",
        "application/atom+xml, results, application/atom+xml",
        "application/json, results, application/json",
        "application/x-suggestions+json, suggestions, application/x-suggestions+json",
        "application/opensearchdescription+xml, self, application/opensearchdescription+xml"
    })
    void templates_filledIn_areAnswered(String type, String relation, String answered) {
        Element url = Xml.children(Xml.parse(site.text("/opensearch.xml")).getDocumentElement(), "Url").stream()
                .filter(u -> u.getAttribute("type").equals(type))
                .findFirst()
                .orElseThrow();
        assertThat(url.getAttribute("rel")).isEqualTo(relation);
        String template = url.getAttribute("template");
        assertThat(template).startsWith(base() + "/");
        if (!relation.equals("self")) {
            assertThat(template).contains("{searchTerms}");
        }
        // Optional places may be left empty.
        for (String[] filled : new String[][] {{"1", "10"}, {"", ""}}) {
            String path = template.substring(base().length())
                    .replace("{searchTerms}", "%E7%A7%92%E6%9D%80")
                    .replace("{startPage?}", filled[0])
                    .replace("{count?}", filled[1]);
            assertThat(path).doesNotContain("{", "}");
            HttpResponse<byte[]> response = site.get(path);
            assertThat(response.statusCode()).as(path).isEqualTo(200);
            assertThat(header(response, "Content-Type")).startsWith(answered);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/search?q=x", "/tags", "/tags/Kafka", "/articles/a1", "/nope", "/search?size=0"})
    void everyPage_leadsToTheDescription(String path) {
        assertThat(site.page(path).select("link[rel=search]").attr("href")).isEqualTo("/opensearch.xml");
        assertThat(site.page(path).select("link[rel=search]").attr("type"))
                .isEqualTo("application/opensearchdescription+xml");
    }

    @Test
    void suggestions_areFourListsSideBySide() {
        HttpResponse<byte[]> response = site.get("/suggest/opensearch?q=+Design+5&size=4", "Accept-Language", "en");
        assertThat(header(response, "Content-Type")).isEqualTo("application/x-suggestions+json; charset=utf-8");
        JsonNode answer = JSON.readTree(response.body());
        assertThat(answer).hasSize(4);
        assertThat(answer.get(0).asString()).as("as it was typed").isEqualTo(" Design 5");
        assertThat(answer.get(1)).hasSize(4);
        assertThat(answer.get(2)).hasSize(4);
        assertThat(answer.get(3)).hasSize(4);
        assertThat(answer.get(1).get(0).asString()).isEqualTo("Design 5 of a flash sale system");
        assertThat(answer.get(3).get(0).asString()).isEqualTo(base() + "/articles/a5");
    }

    @ParameterizedTest
    @CsvSource({"en, Tag · 15 articles", "zh, 标签 · 15 篇文章"})
    void suggestions_areDescribedInTheReadersLanguage(String language, String described) {
        JsonNode answer = JSON.readTree(site.text("/suggest/opensearch?q=kafka", "Accept-Language", language));
        assertThat(answer.get(1).get(0).asString()).isEqualTo("Kafka");
        assertThat(answer.get(2).get(0).asString()).isEqualTo(described);
        assertThat(answer.get(3).get(0).asString()).isEqualTo(base() + "/tags/Kafka");
    }

    @ParameterizedTest
    @CsvSource({
        "/suggest/opensearch?q=x&page=2, 400",
        "/suggest/opensearch?query=x, 400",
        "/suggest/opensearch?q=x&size=21, 400",
        "/suggest/opensearch, 200",
        "/suggest/opensearch?q=zzzz, 200"
    })
    void suggestions_ofOtherParameters_areRefused(String path, int status) {
        assertThat(site.get(path).statusCode()).isEqualTo(status);
    }

    // Feeds and data in pages

    @ParameterizedTest
    @CsvSource({
        "/, /feeds/search.atom",
        "/search?q=flash&page=2&size=50&sort=likes&ui=zh, /feeds/search.atom?q=flash",
        "/search?q=flash&tag=CI%2FCD&group=off, /feeds/search.atom?q=flash&tag=CI%2FCD&group=off",
        "/tags/CI%2FCD?ui=zh&page=2, /tags/CI%2FCD/feed.atom",
        "/tags/Kafka?q=flash&sort=oldest, /tags/Kafka/feed.atom?q=flash",
        "/publishers/Amap%20Tech, /publishers/Amap%20Tech/feed.atom"
    })
    void page_leadsToItsFeed(String path, String feed) {
        Document page = site.page(path);
        assertThat(page.select("head link[rel=alternate][type=application/atom+xml]")
                        .eachAttr("href"))
                .containsExactly(feed);
        AtomRules.check(site.text(feed));
        if (!path.equals("/")) {
            assertThat(page.select("main a[type=application/atom+xml]").attr("href"))
                    .isEqualTo(feed);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "/?ui=zh, /",
        "/tags/CI%2FCD?ui=en&page=2, /tags/CI%2FCD?page=2",
        "/articles/a1?ui=zh, /articles/a1",
        "/tags?ui=zh, /tags"
    })
    void canonical_isAbsoluteAndWithoutTheReadersChoices(String path, String canonical) {
        assertThat(site.page(path).select("link[rel=canonical]").attr("href")).isEqualTo(base() + canonical);
    }

    private static JsonNode data(String path) {
        List<org.jsoup.nodes.Element> scripts = site.page(path).select(DATA);
        assertThat(scripts).hasSize(1);
        JsonNode data = JSON.readTree(scripts.getFirst().data());
        assertThat(data.get("@context").asString()).isEqualTo("https://schema.org");
        return data;
    }

    @Test
    void data_ofTheHomePage_saysHowToSearch() {
        JsonNode data = data("/");
        assertThat(data.get("@type").asString()).isEqualTo("WebSite");
        assertThat(data.get("url").asString()).isEqualTo(base() + "/");
        String template =
                data.get("potentialAction").get("target").get("urlTemplate").asString();
        assertThat(site.get(template.substring(base().length()).replace("{search_term_string}", "flash"))
                        .statusCode())
                .isEqualTo(200);
    }

    @Test
    void data_ofAnArticle_isTheArticle() {
        Article article = TestSite.articles(60).get(8);
        JsonNode data = data("/articles/a8");
        assertThat(data.get("@type").asString()).isEqualTo("TechArticle");
        assertThat(data.get("headline").asString()).isEqualTo(article.title());
        assertThat(data.get("description").asString()).isEqualTo(article.summary());
        assertThat(data.get("datePublished").asString())
                .isEqualTo(article.date().toString());
        assertThat(data.get("inLanguage").asString()).isEqualTo("en");
        assertThat(data.get("publisher").get("name").asString()).isEqualTo(article.publisher());
        assertThat(data.get("url").asString()).isEqualTo("https://example.com/8");
        assertThat(data.get("mainEntityOfPage").asString()).isEqualTo(base() + "/articles/a8");
        assertThat(data.get("timeRequired").asString()).isEqualTo("PT11M");
        assertThat(data.get("interactionStatistic").get("userInteractionCount").asInt())
                .isEqualTo(1);
        assertThat(data.get("keywords")).hasSize(3);
    }

    @Test
    void data_ofAListing_isItsArticlesInOrder() {
        JsonNode data = data("/tags/Architecture?page=2&ui=zh");
        assertThat(data.get("@type").asString()).isEqualTo("CollectionPage");
        assertThat(data.get("name").asString()).isEqualTo("Architecture");
        assertThat(data.get("url").asString()).isEqualTo(base() + "/tags/Architecture?page=2");
        JsonNode list = data.get("mainEntity");
        assertThat(list.get("numberOfItems").asInt()).isEqualTo(60);
        assertThat(list.get("itemListElement")).hasSize(20);
        assertThat(list.get("itemListElement").get(0).get("position").asInt()).isEqualTo(21);
        assertThat(list.get("itemListElement").get(0).get("url").asString()).isEqualTo(base() + "/articles/a39");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/search?q=flash", "/tags/Kafka?q=flash", "/tags/Kafka?sort=oldest", "/nope", "/tags"})
    void pagesThatSearchEnginesLeaveOut_carryNoData(String path) {
        assertThat(site.page(path).select(DATA)).isEmpty();
    }

    // Robots

    @ParameterizedTest
    @CsvSource({
        "/, true",
        "/tags, true",
        "/tags/Kafka, true",
        "/tags/Kafka?page=2, true",
        "/tags/search, true",
        "/articles/a1, true",
        "/publishers/Amap%20Tech?page=3, true",
        "/sitemap.xml, true",
        "/sitemap-pages.xml, true",
        "/tags/Kafka/feed.atom, true",
        "/feeds/search.atom, true",
        "/api, true",
        "/search, false",
        "/search?q=x&tag=y, false",
        "/api/v1/search, false",
        "/suggest/opensearch?q=x, false",
        "/feeds/search.atom?q=x, false",
        "/tags/Kafka?q=x, false",
        "/tags/Kafka?page=2&sort=oldest, false",
        "/tags/Kafka?page=2&size=50, false",
        "/articles/a1?ui=zh, false"
    })
    void robots_readListingsAndArticles_butNoEndlessCombinations(String path, boolean allowed) {
        assertThat(isAllowed(site.text("/robots.txt"), path)).isEqualTo(allowed);
    }

    /** The longest rule that matches counts (RFC 9309, section 2.2.2); here there are only rules that disallow. */
    private static boolean isAllowed(String robots, String path) {
        assertThat(robots).startsWith("User-agent: *\n").doesNotContain("Allow:");
        return robots.lines()
                .filter(line -> line.startsWith("Disallow: "))
                .map(line -> line.substring("Disallow: ".length()))
                .map(rule -> rule.replace("?", "\\?").replace(".", "\\.").replace("*", ".*") + ".*")
                .noneMatch(path::matches);
    }

    @Test
    void robots_leadToTheSitemap() {
        HttpResponse<byte[]> robots = site.get("/robots.txt");
        assertThat(header(robots, "Content-Type")).matches("text/plain; ?charset=utf-8");
        assertThat(TestSite.text(robots)).contains("\nSitemap: " + base() + "/sitemap.xml\n");
    }
}
