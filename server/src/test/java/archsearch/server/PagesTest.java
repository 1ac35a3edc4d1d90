package archsearch.server;

import static archsearch.server.TestSite.header;
import static org.assertj.core.api.Assertions.assertThat;

import archsearch.indexer.article.Article;
import archsearch.searcher.Repost;
import archsearch.searcher.SearchRequest;
import archsearch.server.url.RequestUrl;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jsoup.Jsoup;
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
                "/search?q=flash&from=2018-01-01&to=2019-06-30",
                "/search?q=flash&group=off",
                "/search/facets/tag?q=flash&tag=Kafka",
                "/search/facets/publisher?order=name&ui=zh",
                "/search/facets/year",
                "/search/facets/tag?prefix=zzz",
                "/search/facets/nothing",
                "/tags?order=count",
                "/tags?letter=K",
                "/tags?prefix=c&ui=zh",
                "/tags/unheard-of",
                "/articles/unheard-of?ui=zh",
                "/search?tags=1",
                "/tags",
                "/tags/CI%2FCD",
                "/tags/Architecture?page=3",
                "/tags/Architecture?q=zzz",
                "/publishers",
                "/publishers/R%26D%20%2F%20Ops?sort=minutes",
                "/articles/a0",
                "/articles/a1?ui=zh",
                "/trends",
                "/trends?tag=Kafka&tag=unheard-of&ui=zh",
                "/help",
                "/help?ui=zh",
                "/problems/not-found",
                "/nope"
            })
    void everyPage_isWellFormedAndAccessible(String path) {
        String html = site.text(path);
        Parser parser = Parser.htmlParser().setTrackErrors(50);
        Document page = parser.parseInput(html, "");
        assertThat(parser.getErrors()).as(path).isEmpty();
        assertThat(page.select(
                        "script:not([type=\"application/ld+json\"]):not([src^=/static/]), style, [style], [onclick]"))
                .as(path)
                .isEmpty();
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
                .isEqualTo("153 results · 7 ms · index of Nov 20, 2026 (230 articles)");
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
                .containsExactly(
                        "Tag all of",
                        "Publisher any of",
                        "Category any of",
                        "Year any of",
                        "Month",
                        "Reading time",
                        "Date");
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
    void showMore_leadsToAllValuesOfTheFacetAndBack() {
        Document page = site.page("/search?q=flash&tag=Kafka&facetSize=2&page=2");
        String more = page.expectFirst(".rail a.more").attr("href");
        assertThat(more).isEqualTo("/search/facets/tag?q=flash&tag=Kafka");
        Document all = site.page(more);
        assertThat(all.select(".picks li")).hasSizeGreaterThan(3);
        assertThat(all.select(".picks .on").eachText()).containsExactly("Kafka");
        assertThat(all.select(".crumbs a").attr("href")).isEqualTo("/search?q=flash&tag=Kafka");
        assertThat(all.select("form#find input[type=hidden]").eachAttr("name")).containsExactly("q", "tag");
        for (Element item : all.select(".picks li:not(:has(.on))")) {
            String href = item.select("a").attr("href");
            assertThat(href).startsWith("/search?q=flash&tag=Kafka&tag=");
            assertThat(site.page(href).select("p[role=status]").text())
                    .startsWith(item.select("span").text() + " result");
        }
    }

    @ParameterizedTest
    @CsvSource({"tag, 9", "publisher, 4", "category, 2", "lang, 2", "year, 7", "month, 0", "minutes, 3"})
    void facetPage_listsTheValuesOfEveryDimension(String name, int values) {
        Document page = site.page("/search/facets/" + name);
        assertThat(page.select(".picks li")).hasSize(values);
        assertThat(page.select(".bar p[role=status]").text()).startsWith(String.valueOf(values));
    }

    @Test
    void facetPage_findsValuesAndOrdersThem() {
        Document page = site.page("/search/facets/tag?q=flash&prefix=c&order=name");
        assertThat(page.select(".picks a").eachText()).containsExactly("C++", "CI/CD");
        assertThat(page.select(".bar p[role=status]").text()).isEqualTo("2 tags begin with “c”");
        assertThat(page.select("form#find input[name=prefix]").val()).isEqualTo("c");
        assertThat(page.select(".choices strong").text()).isEqualTo("A to Z");
        assertThat(page.select(".choices a").attr("href")).isEqualTo("/search/facets/tag?q=flash&prefix=c");
        assertThat(site.page("/search/facets/tag?prefix=zzz&ui=en")
                        .select(".bar p[role=status]")
                        .text())
                .isEqualTo("No tag begins with “zzz”.");
        assertThat(site.get("/search/facets/tags").statusCode()).isEqualTo(404);
        assertThat(site.get("/search/facets/tag?order=size").statusCode()).isEqualTo(400);
    }

    @Test
    void histogram_hasABarForEveryYearThatLeadsWhereItsTextDoes() {
        Document page = site.page("/search?q=flash");
        assertThat(page.select(".histogram[aria-hidden=true] svg")).hasSize(1);
        assertThat(page.select(".histogram a").eachAttr("tabindex")).containsOnly("-1");
        assertThat(page.select(".histogram title").eachText())
                .hasSize(7)
                .startsWith("2017: 22 articles")
                .last()
                .satisfies(t -> assertThat(t).startsWith("2023: "));
        List<String> listed = page.select(".rail .picks a[href*=year]").eachAttr("href");
        assertThat(page.select(".histogram a").eachAttr("href")).containsExactlyInAnyOrderElementsOf(listed);
        assertThat(page.select(".histogram rect:not(.reach)").eachAttr("height"))
                .allSatisfy(h -> assertThat(Integer.parseInt(h)).isBetween(1, 40))
                .contains("40");
    }

    @Test
    void histogram_isOfMonths_whereTheHitsAreOfFewYears() {
        Document page = site.page("/search?q=flash&year=2018&year=2019");
        assertThat(page.select(".histogram")).hasSize(1);
        assertThat(page.select(".histogram title").eachText()).startsWith("January 2018: 2 articles");
        assertThat(page.select(".rail details li a").eachText())
                .hasSize(24)
                .startsWith("January 2018", "February 2018");
        String month = page.expectFirst(".histogram a").attr("href");
        assertThat(month).contains("from=2018-01-01&to=2018-01-31");
        Document narrowed = site.page(month + "&ui=zh");
        assertThat(narrowed.select(".chips a").eachText()).containsExactly("2018", "2019", "2018年1月", "全部清除");
        assertThat(narrowed.select(".chips a").get(2).attr("href"))
                .doesNotContain("from")
                .doesNotContain("to=");
    }

    @Test
    void reposts_areFoldedUnderTheirHit_andCanBeShownSingly() {
        Article same = article("a3", "Design 229 of a FLASH-sale system", "21CTO");
        Article retitled = article("a4", "秒杀：另一种讲法", "Java <b>News</b>");
        site.engine.reposts = Map.of(
                "a229", List.of(new Repost(same, Repost.Kind.TEXT), new Repost(retitled, Repost.Kind.STORY)),
                "a227", Collections.nCopies(300, new Repost(same, Repost.Kind.TEXT)));
        try {
            Document page = site.page("/search?q=flash&page=1");
            Element few = page.expectFirst(".card .also");
            assertThat(few.text())
                    .isEqualTo("Also at 21CTO Dec 6, 2018 same text Java <b>News</b> Dec 6, 2018 same story 秒杀：另一种讲法");
            assertThat(few.select("q").attr("lang")).isEqualTo("zh-Hans");
            assertThat(few.select("a").eachAttr("href")).containsExactly("/articles/a3", "/articles/a4");
            Element many = page.expectFirst("details.also");
            assertThat(many.select("summary").text()).isEqualTo("Also at 300 other places");
            assertThat(many.select("li")).hasSize(11);
            assertThat(many.expectFirst("li:last-child").text()).isEqualTo("and 290 more");
            assertThat(many.expectFirst("li:last-child a").attr("href")).isEqualTo("/articles/a227");
            String singly = page.select(".choices a:contains(One by one)").attr("href");
            assertThat(singly).isEqualTo("/search?q=flash&group=off");
            Document all = site.page(singly);
            assertThat(all.select(".also")).isEmpty();
            assertThat(all.select(".choices a:contains(Folded)").attr("href")).isEqualTo("/search?q=flash");
            assertThat(site.page("/tags/Architecture")
                            .select(".choices a[href*=group]")
                            .attr("href"))
                    .isEqualTo("/tags/Architecture?group=off");
            Document article = site.page("/articles/a227?ui=zh");
            assertThat(article.select("section.also li")).hasSize(200);
            assertThat(article.select("section.also h2").text()).isEqualTo("另有 300 处转载");
        } finally {
            site.engine.reposts = Map.of();
        }
        assertThat(site.page("/search?q=flash").select(".choices:contains(Reposts)"))
                .isEmpty();
    }

    private static Article article(String id, String title, String publisher) {
        return Article.builder(title, publisher, LocalDate.of(2018, 12, 6))
                .id(id)
                .build();
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
    void facetValues_cutShort_areToldAndNotKept() {
        site.engine.partial = true;
        try {
            for (String path : List.of("/search/facets/tag?q=flash", "/tags", "/api/v1/facets/tag?q=flash")) {
                HttpResponse<byte[]> response = site.get(path);
                assertThat(header(response, "ETag")).as(path).isEmpty();
                assertThat(header(response, "Cache-Control")).as(path).isEqualTo("no-store");
            }
            assertThat(site.page("/search/facets/tag?q=flash").select(".note").text())
                    .contains("ran out of time");
            assertThat(site.text("/api/v1/facets/tag?q=flash")).contains("\"partial\":true");
        } finally {
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
        for (Element item : page.select(".related li:has(span)")) {
            String href = item.select("a").attr("href");
            SearchRequest after = RequestUrl.SEARCH
                    .read(href.substring(href.indexOf('?') + 1))
                    .request();
            assertThat(site.engine.search(after).total())
                    .as(href)
                    .isEqualTo(Integer.parseInt(item.select("span").text()));
        }
        assertThat(page.select("link[rel=canonical]").attr("href"))
                .isEqualTo("http://127.0.0.1:" + site.server.port() + "/tags/Architecture?page=8");
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
        assertThat(tags.select(".letters a").eachText()).containsExactly("#", "A", "C", "K", "R", "S", "W");
        assertThat(tags.select(".letters span").eachText()).containsExactly("1", "2", "2", "1", "1", "1", "1");
        for (String href : tags.select(".letters a").eachAttr("href")) {
            assertThat(tags.select(href)).as(href).hasSize(1);
        }
        for (String path : List.of("/tags", "/tags?order=count", "/publishers", "/publishers?order=count&ui=zh")) {
            Document page = site.page(path);
            assertThat(page.select(".columns a")).as(path).hasSize(path.startsWith("/tags") ? 9 : 4);
            for (String href : page.select(".columns a").eachAttr("href")) {
                assertThat(site.get(href).statusCode()).as(href).isEqualTo(200);
            }
        }
        assertThat(tags.select(".columns a").eachText()).contains("Kafka", "CI/CD", "C++", "微服务", "100%", "A & B");
        assertThat(site.page("/tags?order=count").expectFirst(".columns li").text())
                .isEqualTo("Architecture 230");
        assertThat(site.page("/tags?prefix=c").select(".columns a").eachText()).containsExactly("C++", "CI/CD");
        assertThat(site.page("/tags?letter=W&ui=zh").select(".columns a").eachText())
                .containsExactly("微服务");
    }

    @Test
    void longIndex_hasAPageForEveryLetter_boundedAndComplete() throws IOException {
        List<Article> articles = new ArrayList<>();
        for (int i = 0; i < 1_700; i++) {
            articles.add(Article.builder("Title", "Publisher", LocalDate.of(2020, 1, 1))
                    .id("x" + i)
                    .tags(List.of((i % 3 == 0 ? "数据" : i % 3 == 1 ? "Topic " : ".x") + i, "Tag <" + i % 7))
                    .build());
        }
        try (TestSite large = new TestSite(articles)) {
            Document first = large.page("/tags");
            assertThat(first.select(".group")).isEmpty();
            assertThat(first.select("main .counts li")).hasSize(24);
            assertThat(first.select(".letters li").eachText()).containsExactly("# 566", "S 567", "T 574");
            Set<String> seen = new HashSet<>();
            for (String letter : first.select(".letters a").eachAttr("href")) {
                seen.addAll(values(large, letter));
            }
            assertThat(seen).hasSize(1_707);
            assertThat(values(large, "/tags?order=count")).isEqualTo(seen);
        }
    }

    /** The values on a page and on those that follow it. */
    private static Set<String> values(TestSite site, String start) {
        Set<String> values = new HashSet<>();
        for (String path = start; !path.isEmpty(); ) {
            HttpResponse<byte[]> response = site.get(path);
            assertThat(response.body().length).as(path).isLessThan(120_000);
            Document page = Jsoup.parse(TestSite.text(response));
            assertThat(page.select(".columns a")).as(path).hasSizeBetween(1, 500);
            values.addAll(page.select(".columns a").eachText());
            path = page.select("a[rel=next]").attr("href");
        }
        return values;
    }

    @ParameterizedTest
    @CsvSource({
        "/tags/kafka, 301, /tags/Kafka",
        "/tags/KAFKA?q=a+b&page=2&ui=zh, 301, /tags/Kafka?q=a+b&page=2&ui=zh",
        "/tags/ci%2Fcd, 301, /tags/CI%2FCD",
        "/tags/Message%20Log?sort=oldest, 302, /tags/Kafka?sort=oldest",
        "/publishers/AMAP-tech, 301, /publishers/Amap%20Tech"
    })
    void oddName_leadsToTheOneAddressOfTheValue(String path, int status, String location) {
        site.engine.aliases = Map.of("Message Log", "Kafka");
        try {
            for (String method : List.of("GET", "HEAD")) {
                HttpResponse<byte[]> response = site.send(method, path);
                assertThat(header(response, "Location")).isEqualTo(location);
                assertThat(header(response, "Cache-Control")).isEqualTo("public, max-age=60");
                assertThat(response.statusCode()).isEqualTo(status);
            }
            assertThat(site.get(location).statusCode()).isEqualTo(200);
        } finally {
            site.engine.aliases = Map.of();
        }
    }

    @Test
    void listing_namesOtherSpellingsAndValuesOfTheSameMeaning() throws IOException {
        List<Article> articles = new ArrayList<>(TestSite.articles(8));
        articles.add(Article.builder("More", "Publisher", LocalDate.of(2024, 1, 1))
                .id("more")
                .tags(List.of("architecture", "Redis"))
                .build());
        try (TestSite other = new TestSite(articles)) {
            other.engine.sameMeaning = List.of("Redis", "Gone");
            Document page = other.page("/tags/Architecture");
            assertThat(page.select("p[role=status]").text()).endsWith(" Also written “architecture”.");
            assertThat(page.expectFirst(".related dt").text()).isEqualTo("Same as");
            assertThat(page.expectFirst(".related dd").text()).isEqualTo("Redis 3");
            assertThat(page.select(".related a").attr("href")).isEqualTo("/tags/Redis");
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            /tags/Kafk                | No article has the tag “Kafk”               | /tags/Kafka
            /tags/afka                | No article has the tag “afka”               | /tags/Kafka
            /tags/Kafka%20streams     | No article has the tag “Kafka streams”      | /tags/Kafka
            /tags/flash               | No article has the tag “flash”              | /search?q=flash
            /publishers/Amap%20Inc    | No article has the publisher “Amap Inc”     | /publishers/Amap%20Tech
            /publishers/Amap?ui=zh    | 没有文章带有发布者“Amap”                      | /publishers/Amap%20Tech?ui=zh
            /articles/none            | There is no article with the id “none”      | /search?sort=newest&group=off
            """)
    void missing_isSaidWithWhatWorks(String path, String heading, String offer) {
        HttpResponse<byte[]> response = site.get(path);
        assertThat(response.statusCode()).isEqualTo(404);
        assertThat(header(response, "Cache-Control")).isEqualTo("no-store");
        Document page = site.page(path);
        assertThat(page.select("h1").text()).isEqualTo(heading);
        assertThat(page.select(".none .counts a").eachAttr("href")).contains(offer);
        for (String href : page.select("main a[href^=/]").eachAttr("href")) {
            assertThat(site.get(href).statusCode()).as(href).isEqualTo(200);
        }
        HttpResponse<byte[]> json = site.get(path, "Accept", "application/json");
        assertThat(header(json, "Content-Type")).startsWith("application/problem+json");
    }

    @Test
    void missingName_isKeptInTheSearchBox() {
        assertThat(site.page("/tags/Kafka%20streams")
                        .select("form#search input[name=q]")
                        .val())
                .isEqualTo("Kafka streams");
    }

    @Test
    void home_saysWhatIsHere() {
        Document page = site.page("/");
        assertThat(page.select("main").text())
                .contains("230 articles · 4 publishers · 2017–2023 · index of Nov 20, 2026");
        assertThat(page.select("aside a")).hasSizeGreaterThan(12);
        assertThat(page.select(".card")).hasSize(8);
        assertThat(page.select("form[role=search]")).hasSize(1);
        assertThat(page.select("aside h2").eachText()).containsExactly("Top tags", "Top publishers", "Years");
    }

    @Test
    void home_drawsTheYears_andListsThemWithWhatTheyHold() {
        Document page = site.page("/");
        List<Element> years = page.select("aside li:has(a[href*=year])");
        assertThat(years).hasSize(7);
        for (Element year : years) {
            String href = year.select("a").attr("href");
            SearchRequest request = RequestUrl.SEARCH
                    .read(href.substring(href.indexOf('?') + 1))
                    .request();
            assertThat(site.engine.search(request).total())
                    .as(href)
                    .isEqualTo(Integer.parseInt(year.select("span").text()));
        }
        assertThat(page.select("aside .histogram a").eachAttr("href"))
                .containsExactlyInAnyOrderElementsOf(years.stream()
                        .map(year -> year.select("a").attr("href"))
                        .toList());
    }

    @Test
    void home_ofAnEmptyIndex_namesNoYears() throws IOException {
        try (TestSite empty = new TestSite(List.of())) {
            Document page = empty.page("/");
            assertThat(page.select("main").text()).contains("0 articles · 0 publishers · index of Nov 20, 2026");
            assertThat(page.select("aside h2").eachText()).doesNotContain("Years");
        }
    }

    @Test
    void article_showsEverything() {
        Document page = site.page("/articles/a0");
        assertThat(page.select("h1").text()).isEqualTo("秒杀系统的第 0 种设计");
        assertThat(page.select("article").attr("lang")).isEqualTo("zh-Hans");
        assertThat(page.select("article .meta").attr("lang")).isEqualTo("en");
        assertThat(page.select(".facts").text()).isEqualTo("Language Chinese Id a0");
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
