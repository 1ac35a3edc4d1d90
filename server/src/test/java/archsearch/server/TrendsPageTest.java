package archsearch.server;

import static archsearch.server.TestSite.header;
import static org.assertj.core.api.Assertions.assertThat;

import archsearch.indexer.article.Article;
import archsearch.searcher.SearchRequest;
import archsearch.server.url.RequestUrl;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

@ExtendWith(SampleSite.Shared.class)
class TrendsPageTest {
    private static TestSite site;

    @BeforeAll
    static void start() throws IOException {
        site = new TestSite(TestSite.articles(230));
    }

    @AfterAll
    static void stop() {
        site.close();
    }

    private static int total(TestSite site, String href) {
        return site.engine
                .search(RequestUrl.SEARCH
                        .read(href.substring(href.indexOf('?') + 1))
                        .request())
                .total();
    }

    @Test
    void trends_drawAllArticlesAndTheMostFrequentTags() {
        Document page = site.page("/trends");
        assertThat(page.select(".trends h2").eachText())
                .hasSize(10)
                .startsWith("All articles", "Architecture")
                .contains("CI/CD", "C++", "微服务", "100%", "A & B");
        assertThat(page.select(".trends h2 a").eachAttr("href")).contains("/tags/CI%2FCD", "/tags/A%20%26%20B");
        assertThat(page.select(".trends svg title").eachText()).contains("2017: 34 articles");
        assertThat(page.expectFirst(".trends li p").text()).matches("230 articles · most in 20\\d\\d: 3\\d");
        // Each drawing has its own scale, so each has a bar of full height.
        for (Element svg : page.select(".trends svg")) {
            assertThat(svg.select("rect:not(.reach)").eachAttr("height")).contains("40");
        }
        assertThat(page.select("[style], style")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/trends", "/trends?tag=Kafka&tag=CI%2FCD", "/trends?tag=A+%26+B&ui=zh"})
    void everyBarAndNumber_leadsToAsManyArticles(String path) {
        Document page = site.page(path);
        List<Element> links = page.select(".trends svg a, .numbers td a");
        assertThat(links).hasSizeGreaterThan(10);
        for (Element link : links) {
            String text = link.hasAttr("tabindex") ? link.select("title").text() : link.text();
            String count = text.replaceFirst(".*[:：] ?", "").replaceAll("\\D", "");
            assertThat(String.valueOf(total(site, link.attr("href"))))
                    .as(link.attr("href") + ' ' + text)
                    .isEqualTo(count);
        }
        assertThat(page.select(".numbers td a").eachAttr("href"))
                .containsAll(page.select(".trends svg a").eachAttr("href"));
    }

    /** With the real engine, reposts are counted once in a year, as the results page counts them. */
    @Test
    void everyNumber_overTheSample_isThatOfItsSearch(SampleSite sample) throws IOException {
        Document page = Jsoup.connect(sample.at("/trends?ui=en")).get();
        List<Element> links = page.select(".numbers td a");
        assertThat(links).hasSizeGreaterThan(50);
        for (Element link : links) {
            String href = link.attr("href");
            SearchRequest request = RequestUrl.SEARCH
                    .read(href.substring(href.indexOf('?') + 1))
                    .request();
            assertThat(sample.engine().search(request).total()).as(href).isEqualTo(Integer.parseInt(link.text()));
        }
    }

    @Test
    void comparison_hasOneScale_andTheTimesOfAllArticles() {
        Document page = site.page("/trends?tag=architecture&tag=Kafka");
        assertThat(page.select(".trends h2").eachText()).containsExactly("Architecture", "Kafka");
        assertThat(page.select(".numbers thead th").eachText()).containsExactly("Year", "Architecture", "Kafka");
        assertThat(page.select(".numbers tbody th").eachText())
                .isEqualTo(IntStream.rangeClosed(2017, 2023)
                        .mapToObj(String::valueOf)
                        .toList());
        List<Element> drawings = page.select(".trends svg");
        assertThat(drawings.getFirst().select("rect:not(.reach)").eachAttr("height"))
                .contains("40");
        assertThat(drawings.getLast().select("rect:not(.reach)").eachAttr("height"))
                .allSatisfy(h -> assertThat(Integer.parseInt(h)).isBetween(2, 20));
        assertThat(drawings.getFirst().attr("width"))
                .isEqualTo(drawings.getLast().attr("width"));
        assertThat(page.select("input[type=checkbox][checked]").eachAttr("value"))
                .containsExactly("Architecture", "Kafka");
        assertThat(page.select("meta[name=robots]")).hasSize(1);
    }

    @Test
    void form_asksForTheTagsChosenAndTyped() {
        Document page = site.page("/trends?ui=zh");
        Element form = page.expectFirst("form.compare");
        assertThat(form.attr("action")).isEqualTo("/trends");
        assertThat(form.select("input[type=hidden]").attr("value")).isEqualTo("zh");
        assertThat(form.select("input[type=checkbox]").eachAttr("value"))
                .hasSize(9)
                .contains("C++");
        assertThat(form.select("input[list=tag-names]")).hasSize(2);
        assertThat(form.select("datalist option").eachAttr("value")).hasSize(9);
        Document sent = site.page("/trends?tag=Redis&tag=&tag=c%2B%2B&ui=zh");
        assertThat(sent.select(".trends h2").eachText()).containsExactly("Redis", "C++");
        assertThat(sent.select("html").attr("lang")).isEqualTo("zh-Hans");
    }

    @Test
    void tagInSeveralSpellings_isShownOnce_andUnknownOnesAreSaid() {
        Document page = site.page("/trends?tag=kafka&tag=Kafka&tag=%3Cb%3Enone");
        assertThat(page.select(".trends h2").eachText()).containsExactly("Kafka");
        assertThat(page.select(".note").eachText()).containsExactly("No article has the tag “<b>none”");
        Document nothing = site.page("/trends?tag=none");
        assertThat(nothing.select(".trends, .numbers")).isEmpty();
        assertThat(nothing.select("form.compare input[type=checkbox]")).isNotEmpty();
    }

    @ParameterizedTest
    @CsvSource({"12, 200, ''", "13, 400, '13 tags are given; at most 12 can be compared on one page.'"})
    void tooManyTags_areRefused(int tags, int status, String detail) {
        String path =
                IntStream.range(0, tags).mapToObj(i -> "tag=t" + i).collect(Collectors.joining("&", "/trends?", ""));
        HttpResponse<byte[]> response = site.get(path, "Accept", "application/json");
        assertThat(response.statusCode()).isEqualTo(status);
        if (status == 400) {
            assertThat(JsonMapper.shared()
                            .readTree(response.body())
                            .get("detail")
                            .asString())
                    .isEqualTo(detail);
            assertThat(site.page(path).select("form#search")).hasSize(1);
        }
    }

    @Test
    void unknownParameter_isRefusedWithTheNearest() {
        HttpResponse<byte[]> response = site.get("/trends?tags=Kafka");
        assertThat(response.statusCode()).isEqualTo(400);
        assertThat(TestSite.text(response)).contains("/trends?tag=Kafka");
    }

    @Test
    void indexOfOneYear_isCountedByMonth() throws IOException {
        try (TestSite year = new TestSite(TestSite.articles(30))) {
            Document page = year.page("/trends");
            assertThat(page.select("p[role=status]").text()).contains("by month");
            assertThat(page.select(".numbers tbody th").eachText())
                    .startsWith("January 2017")
                    .hasSize(11);
            assertThat(page.select(".trends svg")).hasSize(10);
            for (Element link : page.select(".numbers td a")) {
                assertThat(total(year, link.attr("href"))).isEqualTo(Integer.parseInt(link.text()));
            }
        }
    }

    @Test
    void indexOfOneArticle_andAnEmptyOne_haveThePageToo() throws IOException {
        Article only = Article.builder("Title", "Publisher", LocalDate.of(2020, 1, 1))
                .id("x")
                .tags(List.of("Tag"))
                .build();
        try (TestSite one = new TestSite(List.of(only));
                TestSite none = new TestSite(List.of())) {
            assertThat(one.page("/trends").select(".numbers tbody tr").eachText())
                    .containsExactly("January 2020 1 1");
            Document empty = none.page("/trends");
            assertThat(empty.select("p[role=status]").text()).isEqualTo("No article has a tag yet.");
            assertThat(empty.select(".trends, .numbers, form.compare")).isEmpty();
        }
    }

    @Test
    void page_isKeptUntilTheIndexChanges_andAnswersHead() {
        HttpResponse<byte[]> first = site.get("/trends?tag=Kafka");
        String tag = header(first, "ETag");
        assertThat(site.get("/trends?tag=Kafka", "If-None-Match", tag).statusCode())
                .isEqualTo(304);
        assertThat(header(site.get("/trends?tag=Redis"), "ETag")).isNotEqualTo(tag);
        HttpResponse<byte[]> head = site.send("HEAD", "/trends?tag=Kafka");
        assertThat(head.statusCode()).isEqualTo(200);
        assertThat(header(head, "ETag")).isEqualTo(tag);
        assertThat(head.body()).isEmpty();
    }

    @Test
    void countsThatWereCutShort_areSaid_andNotKept() {
        site.engine.partial = true;
        try {
            HttpResponse<byte[]> response = site.get("/trends?tag=Kafka");
            assertThat(header(response, "Cache-Control")).isEqualTo("no-store");
            assertThat(header(response, "ETag")).isEmpty();
            assertThat(site.page("/trends?tag=Kafka").select(".note").text()).contains("ran out of time");
        } finally {
            site.engine.partial = false;
        }
    }

    @Test
    void page_isReachedFromHomeTagsAndATag() {
        for (String path : List.of("/", "/tags", "/publishers")) {
            assertThat(site.page(path).select("header a[href=/trends]"))
                    .as(path)
                    .hasSize(1);
        }
        assertThat(site.page("/").select("aside a[href=/trends]")).hasSize(1);
        assertThat(site.page("/tags").select("main a[href=/trends]")).hasSize(1);
        assertThat(site.page("/publishers").select("main a[href=/trends]")).isEmpty();
        assertThat(site.page("/tags/Kafka").select("main a[href=/trends?tag=Kafka]"))
                .hasSize(1);
        assertThat(site.page("/publishers/Amap%20Tech").select("main a[href^=/trends]"))
                .isEmpty();
    }

    @Test
    void address_ofTags_isReadBack() {
        SearchRequest request =
                RequestUrl.TRENDS.read("tag=A+%26+B&tag=C%2B%2B&ui=zh").request();
        assertThat(request.tags()).containsExactly("A & B", "C++");
        assertThat(RequestUrl.TRENDS.href(RequestUrl.TRENDS.read("ui=zh&tag=A+%26+B&tag=C%2B%2B")))
                .isEqualTo("/trends?tag=A+%26+B&tag=C%2B%2B&ui=zh");
    }
}
