package archsearch.server;

import static archsearch.server.TestSite.header;
import static org.assertj.core.api.Assertions.assertThat;

import archsearch.indexer.article.Article;
import archsearch.searcher.Repost;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What the JSON API answers beside searches: reposts, values of facets, single articles and what is like them, statistics. */
class ApiListsTest {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static TestSite site;

    @BeforeAll
    static void start() throws IOException {
        List<Article> articles = new ArrayList<>(TestSite.articles(60));
        articles.add(Article.builder("Only one", "P", LocalDate.of(2001, 1, 1))
                .id("odd/id ?")
                .tags(List.of(".."))
                .build());
        site = new TestSite(articles);
        site.engine.reposts = Map.of(
                "a1",
                List.of(new Repost(articles.get(2), Repost.Kind.TEXT), new Repost(articles.get(3), Repost.Kind.STORY)));
    }

    @AfterAll
    static void stop() {
        site.close();
    }

    private static JsonNode json(String path) {
        return site.json(path);
    }

    private static JsonNode problem(String path, int status) {
        HttpResponse<byte[]> response = site.get(path, "Accept", "text/html");
        assertThat(response.statusCode()).as(path).isEqualTo(status);
        assertThat(header(response, "Content-Type")).startsWith("application/problem+json");
        return JSON.readTree(response.body());
    }

    private static List<String> names(JsonNode node) {
        return new ArrayList<>(node.propertyNames());
    }

    private static List<String> values(JsonNode list, String name) {
        return StreamSupport.stream(list.spliterator(), false)
                .map(v -> v.get(name).asString())
                .toList();
    }

    // Reposts

    @Test
    void reposts_ofAHit_sayWhereElse() {
        JsonNode hit = json("/api/v1/search?sort=oldest&publisher=Youzan+Coder&tag=CI%2FCD")
                .at("/hits/0");
        assertThat(hit.get("id").asString()).isEqualTo("a1");
        JsonNode reposts = hit.get("reposts");
        assertThat(reposts.size()).isEqualTo(2);
        assertThat(names(reposts.get(0))).containsExactly("id", "title", "publisher", "date", "kind");
        assertThat(values(reposts, "kind")).containsExactly("text", "story");
        assertThat(values(reposts, "id")).containsExactly("a2", "a3");
        assertThat(reposts.get(0).get("date").asString()).isEqualTo("2017-01-23");
    }

    @Test
    void reposts_whereThereAreNoneOrTheyAreNotGrouped_areAnEmptyList() {
        String one = "/api/v1/search?sort=oldest&publisher=Youzan+Coder&tag=CI%2FCD";
        assertThat(json(one).at("/hits/0/reposts").size()).isEqualTo(2);
        JsonNode apart = json(one + "&group=off").at("/hits/0");
        assertThat(apart.get("id").asString()).isEqualTo("a1");
        assertThat(apart.get("reposts").isArray()).isTrue();
        assertThat(apart.get("reposts").size()).isZero();
        assertThat(json("/api/v1/articles/a6").get("reposts").isArray()).isTrue();
    }

    // Facets

    @Test
    void facet_withinASearch_hasItsValues() {
        JsonNode root = json("/api/v1/facets/tag?q=flash&tag=Kafka&prefix=k&size=3");
        assertThat(names(root)).containsExactly("name", "query", "values", "more", "index", "tookMs", "partial");
        assertThat(root.get("name").asString()).isEqualTo("tag");
        assertThat(root.get("query").toString())
                .isEqualTo("{\"q\":\"flash\",\"prefix\":\"k\",\"order\":\"count\",\"size\":3}");
        JsonNode kafka = root.at("/values/0");
        assertThat(names(kafka)).containsExactly("value", "count", "selected");
        assertThat(kafka.get("value").asString()).isEqualTo("Kafka");
        assertThat(kafka.get("selected").asBoolean()).isTrue();
        assertThat(kafka.get("count").asInt())
                .isEqualTo(json("/api/v1/search?q=flash&tag=Kafka")
                        .at("/total/value")
                        .asInt());
        assertThat(root.at("/index/generation").asString()).isEqualTo(site.engine.generation);
    }

    @Test
    void facet_everyFilter_narrowsWhatIsCounted() {
        for (String filter : List.of(
                "q=flash",
                "tag=Kafka",
                "publisher=Amap+Tech",
                "category=Operations",
                "lang=zh",
                "year=2017",
                "from=2017-06-01",
                "from=2017-01-01&to=2017-06-01",
                "minutesMax=5")) {
            JsonNode total = json("/api/v1/search?facets=&" + filter).at("/total/value");
            JsonNode all = json("/api/v1/facets/tag?prefix=Architecture&" + filter);
            assertThat(all.at("/values/0/count")).as(filter).isEqualTo(total);
            assertThat(total.asInt()).isBetween(1, 60);
        }
    }

    @Test
    void facet_sizeAndOrder_areFollowed() {
        JsonNode two = json("/api/v1/facets/tag?size=2");
        assertThat(two.get("values").size()).isEqualTo(2);
        JsonNode all = json("/api/v1/facets/tag?size=10000&order=name");
        assertThat(two.get("more").asInt()).isEqualTo(all.get("values").size() - 2);
        assertThat(all.get("more").asInt()).isZero();
        assertThat(values(all.get("values"), "value")).isSorted();
        assertThat(two.at("/values/0/value").asString()).isEqualTo("Architecture");
    }

    @ParameterizedTest
    @ValueSource(strings = {"tag", "publisher", "category", "lang", "year", "month", "minutes"})
    void facet_everyName_isOneOfASearchs(String name) {
        JsonNode root = json("/api/v1/facets/" + name + "?q=flash&size=10&from=2017-01-01&to=2018-01-01");
        JsonNode facet = json("/api/v1/search?q=flash&facetSize=10&from=2017-01-01&to=2018-01-01")
                .at("/facets/" + name);
        assertThat(root.get("values").size()).isPositive();
        assertThat(values(root.get("values"), "value")).containsExactlyInAnyOrderElementsOf(values(facet, "value"));
    }

    @Test
    void facet_unknownName_saysWhichThereAre() {
        JsonNode problem = problem("/api/v1/facets/tags", 404);
        assertThat(problem.get("detail").asString())
                .contains("\"tags\"", "tag, publisher, category, lang, year, month, minutes");
        assertThat(problem("/api/v1/facets/" + "x".repeat(500), 404)
                        .get("detail")
                        .asString())
                .hasSizeLessThan(250);
    }

    @ParameterizedTest
    @CsvSource({
        "/api/v1/facets/tag?size=0, size, ",
        "/api/v1/facets/tag?size=10001, size, ",
        "/api/v1/facets/tag?order=size, order, ",
        "/api/v1/facets/tag?prefx=a, prefx, prefix",
        "/api/v1/facets/tag?limit=5, limit, size",
        "/api/v1/facets/tag?sort=newest, sort, ",
        "/api/v1/facets/tag?page=2, page, ",
        "/api/v1/facets/tag?from=2020-01-01&to=2019-01-01, from, ",
        "/api/v1/tags?q=a, q, ",
        "/api/v1/publishers?size=x, size, ",
        "/api/v1/articles/a1/similar?size=51, size, ",
        "/api/v1/articles/a1/similar?highlight=yes, highlight, ",
        "/api/v1/articles/a1/similar?limit=2, limit, size",
        "/api/v1/stats?x=1, x, "
    })
    void badParameter_isNamedWithTheNearest(String path, String parameter, String meant) {
        JsonNode problem = problem(path, 400);
        assertThat(problem.get("parameter").asString()).isEqualTo(parameter);
        assertThat(problem.path("didYouMean").asString("")).isEqualTo(meant == null ? "" : meant);
    }

    // All tags and publishers

    @Test
    void tags_areAll_byName_withTheirPages() {
        JsonNode root = json("/api/v1/tags");
        assertThat(names(root)).containsExactly("name", "query", "values", "more", "index", "tookMs", "partial");
        assertThat(root.get("query").toString()).isEqualTo("{\"prefix\":\"\",\"order\":\"name\",\"size\":10000}");
        assertThat(values(root.get("values"), "value")).hasSize(10).isSorted();
        assertThat(root.get("more").asInt()).isZero();
        for (JsonNode value : root.get("values")) {
            assertThat(names(value)).containsExactly("value", "count", "url");
            String page = value.get("url").asString();
            assertThat(site.get(page).statusCode()).as(page).isEqualTo(200);
        }
    }

    @Test
    void publishers_prefixOrderAndSize_areFollowed() {
        assertThat(json("/api/v1/publishers").get("values").size()).isEqualTo(5);
        assertThat(values(json("/api/v1/publishers?prefix=you").get("values"), "url"))
                .containsExactly("/publishers/Youzan%20Coder");
        JsonNode most = json("/api/v1/publishers?order=count&size=1");
        assertThat(most.at("/values/0/count").asInt()).isEqualTo(15);
        assertThat(most.get("more").asInt()).isEqualTo(4);
    }

    // Articles

    @Test
    void article_hasItsRepostsAndTheIndex() {
        JsonNode root = json("/api/v1/articles/a1");
        assertThat(names(root))
                .containsExactly(
                        "id",
                        "title",
                        "summary",
                        "lang",
                        "publisher",
                        "date",
                        "category",
                        "tags",
                        "likes",
                        "readMinutes",
                        "url",
                        "reposts",
                        "index");
        assertThat(values(root.get("reposts"), "id")).containsExactly("a2", "a3");
        assertThat(root.at("/index/docs").asInt()).isEqualTo(61);
    }

    @Test
    void similar_areHits_withoutTheArticle() {
        JsonNode root = json("/api/v1/articles/a1/similar");
        assertThat(names(root)).containsExactly("id", "size", "hits", "index", "tookMs");
        assertThat(root.get("size").asInt()).isEqualTo(5);
        assertThat(values(root.get("hits"), "id")).hasSize(5).doesNotContain("a1");
        assertThat(root.at("/hits/0/highlights/title").isMissingNode()).isFalse();
        JsonNode plain = json("/api/v1/articles/a1/similar?size=2&highlight=none");
        assertThat(plain.get("hits").size()).isEqualTo(2);
        assertThat(plain.at("/hits/0/highlights").isMissingNode()).isTrue();
        assertThat(json("/api/v1/articles/odd%2Fid%20%3F/similar").get("hits").size())
                .isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/api/v1/articles/none", "/api/v1/articles/none/similar"})
    void article_unknown_isNotFound(String path) {
        assertThat(problem(path, 404).get("detail").asString()).contains("\"none\"");
        assertThat(problem(path.replace("none", "n".repeat(900)), 404)
                        .get("detail")
                        .asString())
                .hasSizeLessThan(200);
    }

    // Statistics

    @Test
    void stats_countWhatTheIndexHolds() {
        JsonNode root = json("/api/v1/stats");
        assertThat(names(root))
                .containsExactly(
                        "articles",
                        "groups",
                        "publishers",
                        "tags",
                        "categories",
                        "languages",
                        "years",
                        "oldest",
                        "newest",
                        "index",
                        "version",
                        "tookMs");
        assertThat(root.get("articles").asInt()).isEqualTo(61);
        assertThat(root.get("publishers").asInt()).isEqualTo(5);
        assertThat(root.get("tags").asInt()).isEqualTo(10);
        assertThat(root.get("categories").asInt()).isEqualTo(2);
        assertThat(values(root.get("languages"), "value")).containsExactly("en", "zh");
        assertThat(values(root.get("years"), "value")).containsExactly("2018", "2017", "2001");
        int counted = 0;
        for (JsonNode year : root.get("years")) {
            counted += year.get("count").asInt();
        }
        assertThat(counted).isEqualTo(61);
        assertThat(root.get("oldest").asString()).isEqualTo("2001-01-01");
        assertThat(root.get("newest").asString()).isEqualTo("2018-10-12");
        assertThat(root.get("version").asString()).isNotEmpty();
    }

    @Test
    void stats_ofAnEmptyIndex_haveNoDays() throws IOException {
        try (TestSite empty = new TestSite(List.of())) {
            JsonNode root = JSON.readTree(empty.get("/api/v1/stats").body());
            assertThat(root.get("articles").asInt()).isZero();
            assertThat(root.get("oldest").isNull()).isTrue();
            assertThat(root.get("newest").isNull()).isTrue();
            assertThat(root.get("years").size()).isZero();
        }
    }

    // Manners

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/v1/facets/tag?q=flash",
                "/api/v1/articles/a1",
                "/api/v1/articles/a1/similar",
                "/api/v1/tags",
                "/api/v1/publishers",
                "/api/v1/stats"
            })
    void answers_areVersionedLinkedAndOpen(String path) {
        HttpResponse<byte[]> answer = site.get(path);
        String tag = header(answer, "ETag");
        assertThat(tag).startsWith("W/");
        assertThat(header(answer, "Cache-Control")).isEqualTo("public, max-age=60");
        assertThat(header(answer, "Access-Control-Allow-Origin")).isEqualTo("*");
        assertThat(header(answer, "Server-Timing")).startsWith("search;dur=");
        assertThat(site.get(path, "If-None-Match", tag).statusCode()).isEqualTo(304);
        HttpResponse<byte[]> head = site.send("HEAD", path);
        assertThat(head.statusCode()).isEqualTo(200);
        assertThat(head.body()).isEmpty();
        assertThat(header(head, "Content-Length")).isEqualTo(header(answer, "Content-Length"));
        assertThat(answer.headers().allValues("Link")).contains('<' + path + ">; rel=\"canonical\"");
        for (String link : answer.headers().allValues("Link")) {
            String href = link.substring(1, link.indexOf('>'));
            if (!link.contains("rel=\"service-d")) {
                assertThat(site.get(href).statusCode()).as(href).isEqualTo(200);
            }
        }
        String before = site.engine.generation;
        site.engine.generation = "20261121T000000Z-2";
        try {
            assertThat(site.get(path, "If-None-Match", tag).statusCode()).isEqualTo(200);
        } finally {
            site.engine.generation = before;
        }
    }
}
