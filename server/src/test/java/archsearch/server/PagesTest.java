package archsearch.server;

import static archsearch.server.TestSite.header;
import static org.assertj.core.api.Assertions.assertThat;

import archsearch.searcher.SearchRequest;
import archsearch.server.url.RequestUrl;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.util.List;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.parser.Parser;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PagesTest {
    private static TestSite site;

    @BeforeAll
    static void start() throws IOException {
        site = new TestSite(TestSite.articles(230));
    }

    @AfterAll
    static void stop() {
        site.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/",
                "/search",
                "/search?q=flash+sale",
                "/search?q=flash&tag=Kafka&publisher=Amap+Tech&lang=en&year=2018&from=2017-01-01&to=2022-01-01&minutesMax=20",
                "/search?q=nothing+like+it",
                "/search?q=flash&page=99",
                "/search?q=flash&facetSize=200&ui=zh",
                "/search?tags=1",
                "/tags",
                "/tags/CI%2FCD",
                "/tags/Architecture?page=3",
                "/tags/Architecture?q=zzz",
                "/publishers",
                "/publishers/R%26D%20%2F%20Ops?sort=minutes",
                "/articles/a0",
                "/articles/a1?ui=zh",
                "/problems/not-found",
                "/nope"
            })
    void everyPage_isWellFormedAndAccessible(String path) {
        String html = site.text(path);
        Parser parser = Parser.htmlParser().setTrackErrors(50);
        Document page = parser.parseInput(html, "");
        assertThat(parser.getErrors()).as(path).isEmpty();
        assertThat(page.select("script, style, [style], [onclick]")).as(path).isEmpty();
        assertThat(page.select("h1")).as(path).hasSize(1);
        assertThat(page.select("a.skip").attr("href")).isEqualTo("#main");
        assertThat(page.select("main#main")).hasSize(1);
        assertThat(page.select("html").attr("lang")).matches("en|zh-Hans");
        assertThat(page.title()).isNotEmpty();
        List<String> ids = page.select("[id]").eachAttr("id");
        assertThat(ids).as(path).doesNotHaveDuplicates();
        for (Element input : page.select("input:not([type=hidden])")) {
            assertThat(input.hasAttr("aria-label") || input.parents().is("label"))
                    .as(input.outerHtml())
                    .isTrue();
        }
        for (Element field : page.select("[form]")) {
            assertThat(page.select("form#" + field.attr("form"))).hasSize(1);
        }
        for (Element link : page.select("a")) {
            assertThat(link.text() + link.attr("aria-label"))
                    .as(link.outerHtml())
                    .isNotBlank();
            assertThat(link.attr("href")).as(link.outerHtml()).matches("(/|#|https?://).*");
        }
        assertHeadingsDescend(page, path);
    }

    private static void assertHeadingsDescend(Document page, String path) {
        int last = 1;
        for (Element heading : page.select("main h1, main h2, main h3")) {
            int level = heading.tagName().charAt(1) - '0';
            assertThat(level).as(path + ' ' + heading).isLessThanOrEqualTo(last + 1);
            last = level;
        }
    }

    @Test
    void results_showCardsWithMarksAndLinks() {
        Document page = site.page("/search?q=flash");
        assertThat(page.select("p[role=status]").text())
                .isEqualTo("153 results · 7 ms · index of 2026-11-20 (230 articles)");
        assertThat(page.select(".card")).hasSize(20);
        Element card = page.expectFirst(".card");
        assertThat(card.attr("lang")).isEqualTo("en");
        assertThat(card.select("h2 mark").text()).isEqualTo("flash");
        assertThat(card.select(".summary mark").text()).isEqualTo("flash");
        assertThat(card.select("h2 a").attr("href")).startsWith("/articles/a");
        assertThat(card.select("time").attr("datetime")).matches("\\d{4}-\\d\\d-\\d\\d");
        assertThat(card.select(".meta").text()).contains("min read");
        assertThat(page.select("a[href^=http]"))
                .allSatisfy(a -> assertThat(a.attr("rel")).isEqualTo("noopener noreferrer nofollow"));
        assertThat(page.select("a[href^=http]")).isNotEmpty();
        assertThat(site.page("/search?q=%E7%A7%92%E6%9D%80")
                        .expectFirst(".card")
                        .attr("lang"))
                .isEqualTo("zh-Hans");
    }

    @Test
    void results_oneMark_inTags() {
        assertThat(site.page("/search?q=kafka").select(".tags mark")).isNotEmpty();
    }

    @Test
    void facets_everyLinkTogglesItsValueAndLeadsToTheNumberShown() {
        String path = "/search?q=flash&tag=Architecture&year=2018";
        Document page = site.page(path);
        SearchRequest request = RequestUrl.SEARCH.read(path.substring(8)).request();
        assertThat(page.select(".rail li")).hasSizeGreaterThan(15);
        for (Element item : page.select(".rail li")) {
            String href = item.select("a").attr("href");
            int count = Integer.parseInt(item.select("span").text());
            boolean selected = item.select("a").hasAttr("aria-current");
            SearchRequest after = RequestUrl.SEARCH
                    .read(href.substring(href.indexOf('?') + 1))
                    .request();
            int total = site.engine.search(after).total();
            if (!selected && !isYear(item)) {
                assertThat(total).as(href).isEqualTo(count);
            }
            assertThat(after).isNotEqualTo(request);
        }
        assertThat(page.select(".rail a.on").eachText()).containsExactly("Architecture", "2018");
        String without = page.expectFirst(".rail a.on").attr("href");
        assertThat(without).isEqualTo("/search?q=flash&year=2018");
        assertThat(page.select(".rail h3").eachText())
                .containsExactly("Tag all of", "Publisher any of", "Category any of", "Year any of", "Date");
    }

    /** A second year widens the hits, so the number beside it is that of the year alone. */
    private static boolean isYear(Element item) {
        return item.text().matches("20\\d\\d .*");
    }

    @Test
    void chips_removeOneFilterEach() {
        Document page = site.page(
                "/search?q=flash&tag=Kafka&publisher=Amap+Tech&lang=en&from=2017-01-01&to=2022-01-01&minutesMax=20&page=1");
        assertThat(page.select(".chips a").eachText())
                .containsExactly(
                        "Kafka",
                        "Amap Tech",
                        "English",
                        "from Jan 1, 2017",
                        "to Jan 1, 2022",
                        "at most 20 min",
                        "Clear all");
        assertThat(page.select(".chips a").eachAttr("href"))
                .contains("/search?q=flash&publisher=Amap+Tech&lang=en&from=2017-01-01&to=2022-01-01&minutesMax=20")
                .endsWith("/search?q=flash");
        assertThat(page.select(".rail > summary").text()).isEqualTo("Filters (6)");
        assertThat(page.select("form#search input[type=hidden]").eachAttr("name"))
                .containsExactly("tag", "publisher", "lang");
        assertThat(page.select("input[name=from]").val()).isEqualTo("2017-01-01");
        assertThat(page.select("input[name=minutesMax]").val()).isEqualTo("20");
    }

    @Test
    void showMore_listsEveryValueAndGoesBack() {
        Document page = site.page("/search?facetSize=3");
        String more = page.expectFirst(".rail a.more").attr("href");
        assertThat(more).isEqualTo("/search?facetSize=200#filters");
        Document all = site.page("/search?facetSize=200");
        assertThat(all.select(".rail a.more").eachAttr("href")).containsExactly("/search#filters");
    }

    @ParameterizedTest
    @CsvSource({
        "/search, 1, 20, 1, '', 2",
        "/search?page=2, 21, 20, 2, 1, 3",
        "/search?page=12, 221, 10, 12, 11, ''",
        "/search?size=100&page=3, 201, 30, 3, 2, ''"
    })
    void paging_marksOnePageAndCountsOn(String path, int start, int cards, String current, String prev, String next) {
        Document page = site.page(path);
        assertThat(page.select("ol.cards").attr("start")).isEqualTo(String.valueOf(start));
        assertThat(page.select(".card")).hasSize(cards);
        assertThat(page.select(".paging [aria-current=page]").eachText()).containsExactly(current);
        assertThat(pageOf(page.select("a[rel=prev]").attr("href"))).isEqualTo(prev);
        assertThat(pageOf(page.select("a[rel=next]").attr("href"))).isEqualTo(next);
    }

    private static String pageOf(String href) {
        return href.isEmpty()
                ? ""
                : String.valueOf(RequestUrl.SEARCH
                        .read(href.contains("?") ? href.substring(href.indexOf('?') + 1) : "")
                        .request()
                        .page());
    }

    @Test
    void pageBeyondTheLast_leadsBack() {
        Document page = site.page("/search?q=flash&page=99");
        assertThat(page.select(".none").text()).contains("There are only 8 pages.");
        assertThat(page.select(".none a").attr("href")).isEqualTo("/search?q=flash&page=8");
    }

    @Test
    void nothingFound_offersOnlySearchesThatFindSomething() {
        for (String path : List.of("/search?q=flash&year=1999", "/search?q=zzz", "/search?year=1999&ui=zh")) {
            Document page = site.page(path);
            assertThat(page.select(".none a")).as(path).isNotEmpty();
            for (String href : page.select(".none a").eachAttr("href")) {
                assertThat(site.page(href).select(".card")).as(href).isNotEmpty();
            }
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            /search?q=flash&ui=en             | No articles for “<b>flsh”; showing results for “flash”.
            /search?q=flash&ui=zh             | 没有找到与“<b>flsh”匹配的文章，以下是“flash”的结果。
            /tags/Architecture?q=flash&ui=en  | No articles for “<b>flsh”; showing results for “flash”.
            /search?q=flash&year=1999&ui=en   | No articles for “<b>flsh”; searched for “flash”.
            /search?q=flash&year=1999&ui=zh   | 没有找到与“<b>flsh”匹配的文章，已改为搜索“flash”。
            """)
    void correctedQuery_isSaid(String path, String note) {
        site.engine.correctedFrom = "<b>flsh";
        try {
            assertThat(site.page(path).select(".note").eachText()).containsExactly(note);
        } finally {
            site.engine.correctedFrom = null;
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            /search?q=flash&ui=en | Did you mean “design”? 153 articles
            /search?q=flash&ui=zh | 您是不是要找“design”？ 153 篇文章
            """)
    void fewHits_askWhatWasMeant(String path, String note) {
        site.engine.meant = SearchRequest.of("design");
        try {
            Document page = site.page(path);
            assertThat(page.select(".note").eachText()).containsExactly(note);
            assertThat(page.select(".note a").attr("href")).contains("q=design");
        } finally {
            site.engine.meant = null;
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            /search?q=flash&year=1999&ui=en                | Without “1999”: flash
            /search?q=flash&year=1999&ui=zh                | 去掉“1999”: flash
            /search?q=flash&lang=en&from=2030-01-01&ui=en  | Without “English” and “from Jan 1, 2030”: flash
            """)
    void nothingFound_saysWhatTheOfferLeavesOut(String path, String offer) {
        assertThat(site.page(path).select(".none a").eachText()).startsWith(offer);
    }

    @Test
    void warnings_andTheReadingOfTheQuery_areShown() {
        site.engine.warnings = List.of("The quote has no end & was taken as a word.");
        site.engine.partial = true;
        try {
            HttpResponse<byte[]> response = site.get("/search?q=%22flash");
            assertThat(header(response, "ETag")).isEmpty();
            assertThat(header(response, "Cache-Control")).isEqualTo("no-store");
            Document page = site.page("/search?q=%22flash");
            assertThat(page.select(".note").eachText()).hasSize(2);
            assertThat(page.select(".read code").text()).isEqualTo("\"flash");
        } finally {
            site.engine.warnings = List.of();
            site.engine.partial = false;
        }
    }

    @Test
    void tagListing_hasTheKnownLineAndMonths() {
        Document page = site.page("/tags/Architecture?page=8&size=20");
        assertThat(page.select("h1").text()).isEqualTo("Architecture");
        assertThat(page.select("p[role=status]").text())
                .isEqualTo("Tagged articles · 230 articles · Page 8 of 12 (141–160)");
        assertThat(page.expectFirst("h2.month").text()).matches("[A-Z][a-z]+ 20\\d\\d");
        assertThat(page.expectFirst("ol.cards").attr("start")).isEqualTo("141");
        assertThat(page.select(".card .tags a").eachText()).doesNotContain("Architecture");
        assertThat(page.select(".related dt").eachText()).containsExactly("Often with", "Top publishers", "Years");
        for (Element item : page.select(".related li")) {
            String href = item.select("a").attr("href");
            SearchRequest after = RequestUrl.SEARCH
                    .read(href.substring(href.indexOf('?') + 1))
                    .request();
            assertThat(site.engine.search(after).total())
                    .as(href)
                    .isEqualTo(Integer.parseInt(item.select("span").text()));
        }
        assertThat(page.select("link[rel=canonical]").attr("href")).isEqualTo("/tags/Architecture?page=8");
    }

    @Test
    void listing_searchesWithin() {
        Document page = site.page("/tags/Kafka?q=flash");
        Element form = page.expectFirst("form#within");
        assertThat(form.attr("action")).isEqualTo("/tags/Kafka");
        assertThat(form.select("input[name=q]").val()).isEqualTo("flash");
        assertThat(page.select(".card mark")).isNotEmpty();
        assertThat(page.select("meta[name=robots]")).hasSize(1);
        assertThat(page.select("form#search input[name=q]").val()).isEmpty();
    }

    @Test
    void publisherListing_works() {
        Document page = site.page("/publishers/R%26D%20%2F%20Ops");
        assertThat(page.select("h1").text()).isEqualTo("R&D / Ops");
        assertThat(page.select("p[role=status]").text())
                .startsWith("Articles by this publisher · 57 articles · Page 1 of 3");
    }

    @Test
    void indexPages_linkEveryValue() {
        Document tags = site.page("/tags");
        assertThat(tags.select(".letters dt").eachText()).contains("A", "C", "K", "W");
        assertThat(tags.select(".letters a").eachText()).contains("Kafka", "CI/CD", "C++", "微服务", "100%", "A & B");
        for (String href : tags.select(".letters a").eachAttr("href")) {
            assertThat(site.get(href).statusCode()).as(href).isEqualTo(200);
        }
        for (String href : site.page("/publishers").select(".letters a").eachAttr("href")) {
            assertThat(site.get(href).statusCode()).as(href).isEqualTo(200);
        }
    }

    @Test
    void home_saysWhatIsHere() {
        Document page = site.page("/");
        assertThat(page.select("main").text()).contains("230 articles · index of 2026-11-20");
        assertThat(page.select("aside a")).hasSizeGreaterThan(12);
        assertThat(page.select(".card")).hasSize(8);
        assertThat(page.select("form[role=search]")).hasSize(1);
    }

    @Test
    void article_showsEverything() {
        Document page = site.page("/articles/a0");
        assertThat(page.select("h1").text()).isEqualTo("秒杀系统的第 0 种设计");
        assertThat(page.select("article").attr("lang")).isEqualTo("zh-Hans");
        assertThat(page.select("article .meta").attr("lang")).isEqualTo("en");
        assertThat(page.select("a.button").attr("href")).isEqualTo("https://example.com/0");
        assertThat(page.select(".morelist .card")).hasSize(5);
        assertThat(page.select(".morelist .card h3 a").eachAttr("href")).doesNotContain("/articles/a0");
    }

    @Test
    void everyInternalLink_ofTheMainPages_works() {
        for (String start :
                List.of("/", "/search?q=flash&tag=CI%2FCD", "/tags/C%2B%2B", "/articles/a9", "/publishers")) {
            for (String href : site.page(start).select("a[href^=/]").eachAttr("href")) {
                assertThat(site.get(href).statusCode())
                        .as(start + " -> " + href)
                        .isEqualTo(200);
            }
        }
    }

    @Test
    void chosenLanguage_staysOnEveryLink() {
        Document page = site.page("/search?q=flash&ui=zh");
        assertThat(page.select("html").attr("lang")).isEqualTo("zh-Hans");
        assertThat(page.select("main a[href^=/]:not([type])").eachAttr("href"))
                .allSatisfy(href -> assertThat(href).contains("ui=zh"));
        assertThat(page.select("form#search input[name=ui]").val()).isEqualTo("zh");
        Document preferred = site.page("/search?q=flash", "Accept-Language", "zh-CN,zh;q=0.9");
        assertThat(preferred.select("html").attr("lang")).isEqualTo("zh-Hans");
        assertThat(preferred.select("main a[href*=ui=]")).isEmpty();
    }

    @Test
    void everyWording_isThereInBothLanguages() {
        assertThat(site.page("/?ui=zh").select("main").text()).contains("230 篇文章");
        assertThat(site.page("/tags/Kafka?ui=zh").select("p[role=status]").text())
                .contains("该标签下的文章", "篇文章");
    }
}
