package archsearch.server;

import static archsearch.server.TestSite.header;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import archsearch.indexer.article.Article;
import archsearch.searcher.Repost;
import com.rometools.rome.feed.synd.SyndEntry;
import com.rometools.rome.feed.synd.SyndFeed;
import com.rometools.rome.io.FeedException;
import com.rometools.rome.io.SyndFeedInput;
import java.io.IOException;
import java.io.StringReader;
import java.net.URI;
import java.net.http.HttpResponse;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.w3c.dom.Element;

class FeedsTest {
    private static TestSite site;

    @BeforeAll
    static void start() throws IOException {
        site = new TestSite(TestSite.articles(250));
    }

    @AfterAll
    static void stop() {
        site.close();
    }

    private static Element feed(String path) {
        HttpResponse<byte[]> response = site.get(path);
        assertThat(response.statusCode()).as(path).isEqualTo(200);
        assertThat(header(response, "Content-Type")).isEqualTo("application/atom+xml; charset=utf-8");
        assertThat(header(response, "Access-Control-Allow-Origin")).isEqualTo("*");
        return AtomRules.check(TestSite.text(response));
    }

    private static List<String> ids(Element feed) {
        return Xml.children(feed, "entry").stream().map(e -> Xml.text(e, "id")).toList();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/feeds/search.atom",
                "/feeds/search.atom?q=flash+sale&size=100",
                "/feeds/search.atom?q=flash&page=3&size=7&sort=likes",
                "/feeds/search.atom?q=nothing-at-all",
                "/feeds/search.atom?q=flash&page=500",
                "/feeds/search.atom?q=%E7%A7%92%E6%9D%80&lang=zh&year=2018&from=2018-02-01&to=2018-12-31&minutesMax=20",
                "/feeds/search.atom?tag=CI%2FCD&publisher=R%26D+%2F+Ops&category=Operations&group=off",
                "/tags/Architecture/feed.atom",
                "/tags/CI%2FCD/feed.atom",
                "/tags/A%20%26%20B/feed.atom?q=flash",
                "/publishers/%E7%BE%8E%E5%9B%A2%E6%8A%80%E6%9C%AF%E5%9B%A2%E9%98%9F/feed.atom"
            })
    void everyFeed_keepsTheRules(String path) throws FeedException {
        Element feed = feed(path);
        String self = AtomRules.links(feed, "self").getFirst();
        assertThat(site.get(pathOf(self)).statusCode()).isEqualTo(200);
        assertThat(site.get(pathOf(AtomRules.links(feed, "alternate").getFirst()))
                        .statusCode())
                .isEqualTo(200);
        SyndFeed read = new SyndFeedInput().build(new StringReader(site.text(path)));
        assertThat(read.getFeedType()).isEqualTo("atom_1.0");
        assertThat(read.getEntries().stream().map(SyndEntry::getUri)).containsExactlyElementsOf(ids(feed));
    }

    private static String pathOf(String address) {
        URI uri = URI.create(address);
        return uri.getRawPath() + (uri.getRawQuery() == null ? "" : '?' + uri.getRawQuery());
    }

    @Test
    void search_withoutParameters_listsTheNewestFirst() throws FeedException {
        SyndFeed feed = new SyndFeedInput().build(new StringReader(site.text("/feeds/search.atom")));
        List<Article> newest = TestSite.articles(250).reversed().subList(0, 20);
        assertThat(feed.getTitle()).isEqualTo("archsearch");
        assertThat(feed.getEntries()).hasSize(20);
        for (int i = 0; i < newest.size(); i++) {
            SyndEntry entry = feed.getEntries().get(i);
            Article article = newest.get(i);
            assertThat(entry.getTitle()).isEqualTo(article.title());
            assertThat(entry.getDescription().getValue()).isEqualTo(article.summary());
            assertThat(entry.getAuthor()).isEqualTo(article.publisher());
            assertThat(entry.getLink()).endsWith("/articles/" + article.id());
            assertThat(entry.getCategories()).extracting("name").containsExactlyElementsOf(article.tags());
            assertThat(entry.getUpdatedDate().toInstant().toString()).isEqualTo(article.date() + "T00:00:00Z");
            assertThat(entry.getPublishedDate()).isEqualTo(entry.getUpdatedDate());
        }
        Element xml = feed("/feeds/search.atom");
        assertThat(Xml.text(xml, "updated")).isEqualTo(newest.getFirst().date() + "T00:00:00Z");
        assertThat(Xml.children(xml, "entry"))
                .extracting(e -> e.getAttribute("xml:lang"))
                .containsExactlyElementsOf(
                        newest.stream().map(a -> a.lang().code()).toList());
    }

    @Test
    void entry_ofAnArticleWithAnAddressOutside_namesItAsItsSource() {
        Element entry = Xml.children(feed("/feeds/search.atom?q=sale&size=100"), "entry").stream()
                .filter(e -> Xml.text(e, "title").equals("Design 248 of a flash sale system"))
                .findFirst()
                .orElseThrow();
        assertThat(AtomRules.links(entry, "via")).containsExactly("https://example.com/248");
        Element author = Xml.children(entry, "author").getFirst();
        assertThat(Xml.text(author, "uri")).endsWith("/publishers/Amap%20Tech");
    }

    @Test
    void entry_ofRepostedArticle_isOneAndLinksTheOthers() {
        Article other = Article.builder("Flash sales, again", "Reposter & Co", LocalDate.of(2024, 1, 2))
                .id("r/1")
                .build();
        site.engine.reposts = Map.of("a249", List.of(new Repost(other, Repost.Kind.TEXT)));
        try {
            Element entry = Xml.children(feed("/feeds/search.atom"), "entry").getFirst();
            Element related = Xml.children(entry, "link").stream()
                    .filter(l -> l.getAttribute("rel").equals("related"))
                    .findFirst()
                    .orElseThrow();
            assertThat(related.getAttribute("href")).endsWith("/articles/r%2F1");
            assertThat(related.getAttribute("title")).isEqualTo("Reposter & Co: Flash sales, again");
        } finally {
            site.engine.reposts = Map.of();
        }
    }

    @Test
    void pages_leadThroughAllEntriesOnce() {
        List<String> seen = new ArrayList<>();
        String path = "/tags/Architecture/feed.atom?size=60";
        String id = Xml.text(feed(path), "id");
        int pages = 0;
        for (String next = path; next != null; pages++) {
            Element feed = feed(next);
            assertThat(Xml.text(feed, "id")).as("all pages are one feed").isEqualTo(id);
            assertThat(Xml.text(feed, "totalResults")).isEqualTo("250");
            assertThat(Xml.text(feed, "startIndex")).isEqualTo(String.valueOf(seen.size() + 1));
            assertThat(pathOf(AtomRules.links(feed, "first").getFirst())).isEqualTo(path);
            assertThat(pathOf(AtomRules.links(feed, "last").getFirst())).endsWith("page=5&size=60");
            assertThat(AtomRules.links(feed, "previous")).hasSize(pages == 0 ? 0 : 1);
            seen.addAll(ids(feed));
            next = AtomRules.links(feed, "next").stream()
                    .map(FeedsTest::pathOf)
                    .findFirst()
                    .orElse(null);
        }
        assertThat(pages).isEqualTo(5);
        assertThat(seen).hasSize(250).doesNotHaveDuplicates();
    }

    @Test
    void ids_areTheSameOnEveryHostAndAfterAReindex() throws IOException {
        String before = site.text("/feeds/search.atom?q=flash");
        try (TestSite other = new TestSite(TestSite.articles(250))) {
            other.engine.generation = "20270101T000000Z-9";
            String after = other.text("/feeds/search.atom?q=flash");
            assertThat(after.replace(":" + other.server.port(), ":" + site.server.port()))
                    .isEqualTo(before);
        }
        assertThat(ids(AtomRules.check(before)))
                .allMatch(id ->
                        id.matches("urn:uuid:[0-9a-f]{8}-[0-9a-f]{4}-5[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}"));
        assertThat(Xml.text(feed("/feeds/search.atom?q=flash"), "id"))
                .isNotEqualTo(Xml.text(feed("/feeds/search.atom?q=sale"), "id"))
                .isEqualTo(Xml.text(feed("/feeds/search.atom?size=5&q=flash&page=2"), "id"));
    }

    @ParameterizedTest
    @CsvSource({
        "/tags/kafka/feed.atom, 301, /tags/Kafka/feed.atom",
        "/tags/KAFKA/feed.atom?page=2&q=x+y, 301, /tags/Kafka/feed.atom?q=x+y&page=2",
        "/tags/cicd/feed.atom, 302, /tags/CI%2FCD/feed.atom",
        "/publishers/amap-tech/feed.atom, 301, /publishers/Amap%20Tech/feed.atom"
    })
    void otherNames_leadToTheOneFeed(String path, int status, String location) {
        site.engine.aliases = Map.of("cicd", "CI/CD");
        try {
            HttpResponse<byte[]> response = site.get(path);
            assertThat(response.statusCode()).isEqualTo(status);
            assertThat(header(response, "Location")).isEqualTo(location);
            assertThat(header(response, "Cache-Control")).isEqualTo("public, max-age=60");
        } finally {
            site.engine.aliases = Map.of();
        }
    }

    @ParameterizedTest
    @CsvSource({
        "/feeds/search.atom?tags=x, 400",
        "/feeds/search.atom?size=101, 400",
        "/feeds/search.atom?cursor=x, 400",
        "/feeds/search.atom?facets=tag, 400",
        "/tags/Kafka/feed.atom?tag=x, 400",
        "/tags/nothing/feed.atom, 404",
        "/publishers/nobody/feed.atom, 404",
        "/feeds/none.atom, 404"
    })
    void failures_areProblemsForPrograms(String path, int status) {
        HttpResponse<byte[]> response = site.get(path, "Accept", "application/json");
        assertThat(response.statusCode()).isEqualTo(status);
        assertThat(header(response, "Content-Type")).startsWith("application/problem+json");
        assertThat(header(response, "Cache-Control")).isEqualTo("no-store");
        assertThat(header(response, "ETag")).isEmpty();
    }

    @Test
    void cutShort_isNotKept() {
        site.engine.partial = true;
        try {
            HttpResponse<byte[]> response = site.get("/feeds/search.atom");
            assertThat(header(response, "Cache-Control")).isEqualTo("no-store");
            assertThat(header(response, "ETag")).isEmpty();
        } finally {
            site.engine.partial = false;
        }
    }

    @ParameterizedTest
    @CsvSource({
        "/feeds/search.atom, archsearch",
        "/feeds/search.atom?q=a+-b+%22c+d%22, a -b \"c d\" · archsearch",
        "'/feeds/search.atom?tag=CI%2FCD&publisher=Amap+Tech&lang=zh&year=2018&from=2018-02-01&minutesMax=20',"
                + " 'tag:CI/CD publisher:\"Amap Tech\" lang:zh year:2018 date:2018-02-01.. minutes:<=20 · archsearch'",
        "/tags/Kafka/feed.atom, Kafka · archsearch",
        "/tags/Kafka/feed.atom?q=flash, flash · Kafka · archsearch"
    })
    void title_saysWhatIsListed(String path, String title) {
        assertThat(Xml.text(feed(path), "title")).isEqualTo(title);
    }

    @Test
    void feed_ofAHundredEntries_isSmallOnTheWire() {
        HttpResponse<byte[]> response = site.get("/feeds/search.atom?size=100", "Accept-Encoding", "gzip");
        assertThat(header(response, "Content-Encoding")).isEqualTo("gzip");
        assertThat((double) response.body().length).isCloseTo(0, within(16_000.0));
    }
}
