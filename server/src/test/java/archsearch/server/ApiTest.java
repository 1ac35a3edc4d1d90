package archsearch.server;

import static archsearch.server.TestSite.header;
import static org.assertj.core.api.Assertions.assertThat;

import archsearch.indexer.article.Article;
import archsearch.searcher.SearchRequest;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class ApiTest {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static TestSite site;

    @BeforeAll
    static void start() throws IOException {
        List<Article> articles = new ArrayList<>(TestSite.articles(60));
        articles.add(Article.builder("Odd \uD800 title", "P", LocalDate.of(2001, 1, 1))
                .id("odd/id ?")
                .build());
        site = new TestSite(articles);
    }

    @AfterAll
    static void stop() {
        site.close();
    }

    private static JsonNode json(String path) {
        return site.json(path);
    }

    @Test
    void search_answers_inTheContractsShape() {
        JsonNode root = json("/api/v1/search?q=flash+sale&tag=Kafka&size=2");
        assertThat(names(root))
                .containsExactly(
                        "query",
                        "total",
                        "page",
                        "size",
                        "pages",
                        "next",
                        "nextCursor",
                        "tookMs",
                        "partial",
                        "index",
                        "hits",
                        "facets",
                        "moreFacetValues",
                        "suggestions");
        assertThat(names(root.get("query"))).containsExactly("q", "parsed", "correctedFrom", "warnings");
        assertThat(root.at("/query/q").asString()).isEqualTo("flash sale");
        assertThat(root.at("/query/correctedFrom").isNull()).isTrue();
        assertThat(root.at("/query/warnings").isArray()).isTrue();
        assertThat(root.at("/total/relation").asString()).isEqualTo("eq");
        assertThat(root.at("/tookMs").asInt()).isEqualTo(7);
        assertThat(root.at("/index/generation").asString()).isEqualTo(site.engine.generation);
        assertThat(root.at("/index/docs").asInt()).isEqualTo(61);
        JsonNode hit = root.at("/hits/0");
        assertThat(names(hit))
                .containsExactly(
                        "id",
                        "rank",
                        "score",
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
                        "why",
                        "highlights",
                        "reposts");
        assertThat(hit.get("date").asString()).matches("\\d{4}-\\d\\d-\\d\\d");
        assertThat(hit.at("/highlights/title").asString()).contains("<mark>flash</mark> <mark>sale</mark>");
        assertThat(names(root.get("facets")))
                .containsExactly("tag", "publisher", "category", "lang", "year", "month", "minutes");
        assertThat(root.at("/facets/tag/0").toString()).contains("\"value\":\"Kafka\"", "\"selected\":true");
    }

    private static List<String> names(JsonNode node) {
        return new ArrayList<>(node.propertyNames());
    }

    @Test
    void next_leadsThroughAllHits() {
        String path = "/api/v1/search?q=flash&size=7&highlight=none&facets=";
        int hits = 0;
        int pages = 0;
        while (path != null) {
            JsonNode root = json(path);
            hits += root.get("hits").size();
            pages++;
            assertThat(root.at("/hits/0/highlights").isMissingNode()).isTrue();
            path = root.get("next").isNull() ? null : root.get("next").asString();
            assertThat(hits).isLessThanOrEqualTo(root.at("/total/value").asInt());
        }
        assertThat(hits).isEqualTo(40);
        assertThat(pages).isEqualTo(6);
    }

    @Test
    void nextCursor_leadsThroughAllHits() {
        String search = "/api/v1/search?q=flash&sort=oldest&size=7&highlight=none&facets=";
        JsonNode root = json(search);
        List<String> ids = new ArrayList<>();
        while (true) {
            root.get("hits").forEach(hit -> ids.add(hit.get("id").asString()));
            assertThat(root.at("/hits/0/rank").asInt())
                    .isEqualTo(ids.size() - root.get("hits").size() + 1);
            if (root.get("nextCursor").isNull()) {
                break;
            }
            String next = search + "&cursor=" + root.get("nextCursor").asString();
            boolean byCursor = root.get("next").asString().contains("cursor=");
            root = json(next);
            assertThat(byCursor).as("who came by a cursor goes on by it").isEqualTo(ids.size() > 7);
        }
        assertThat(root.get("next").isNull()).isTrue();
        assertThat(ids).doesNotHaveDuplicates().hasSize(40);
    }

    @Test
    void next_beyondTheLastPageByNumber_isACursor() throws IOException {
        List<Article> many = IntStream.range(0, SearchRequest.MAX_DEPTH + 30)
                .mapToObj(i -> Article.builder("Flash " + i, "P", LocalDate.of(2001, 1, 1))
                        .id("a" + i)
                        .build())
                .toList();
        try (TestSite big = new TestSite(many)) {
            String path = "/api/v1/search?q=flash&highlight=none&facets=&size=20&page=";
            assertThat(JSON.readTree(big.get(path + 499).body()).get("next").asString())
                    .contains("page=500")
                    .doesNotContain("cursor");
            JsonNode last = JSON.readTree(big.get(path + 500).body());
            assertThat(last.get("next").asString()).contains("cursor=").doesNotContain("page=");
            JsonNode beyond = JSON.readTree(big.get(last.get("next").asString()).body());
            assertThat(beyond.at("/hits/0/rank").asInt()).isEqualTo(SearchRequest.MAX_DEPTH + 1);
            JsonNode end = JSON.readTree(big.get(beyond.get("next").asString()).body());
            assertThat(end.get("hits").size()).isEqualTo(10);
            assertThat(end.get("next").isNull()).isTrue();
            assertThat(end.get("nextCursor").isNull()).isTrue();
        }
    }

    @Test
    void cursor_thatIsNoneOrGone_isAProblem() {
        HttpResponse<byte[]> none = site.get("/api/v1/search?q=flash&cursor=x");
        assertThat(none.statusCode()).isEqualTo(400);
        assertThat(TestSite.text(none)).contains("\"parameter\":\"cursor\"");
        HttpResponse<byte[]> gone = site.get("/api/v1/search?q=flash&cursor=" + FakeEngine.GONE_CURSOR);
        assertThat(gone.statusCode()).isEqualTo(410);
        assertThat(TestSite.text(gone)).contains("cursor-gone", "first page");
        assertThat(site.get("/api/v1/search?q=flash&page=2&cursor=x").statusCode())
                .isEqualTo(400);
    }

    @Test
    void highlight_ranges_pointIntoTheTexts() {
        JsonNode hit = json("/api/v1/search?q=flash&highlight=ranges").at("/hits/0");
        int start = hit.at("/highlights/title/0/0").asInt();
        int end = hit.at("/highlights/title/0/1").asInt();
        assertThat(hit.get("title").asString().substring(start, end)).isEqualTo("flash");
        assertThat(hit.at("/highlights/tags").size()).isEqualTo(3);
    }

    @Test
    void nothingFound_hasEmptyListsAndProvenSuggestions() {
        JsonNode root = json("/api/v1/search?q=flash&year=1999&facets=");
        assertThat(root.at("/total/value").asInt()).isZero();
        assertThat(root.at("/hits").isArray()).isTrue();
        assertThat(root.at("/facets/tag").isArray()).isTrue();
        assertThat(root.get("next").isNull()).isTrue();
        assertThat(root.at("/suggestions/0/kind").asString()).isEqualTo("dropFilters");
        JsonNode other = json(root.at("/suggestions/0/url").asString());
        assertThat(other.at("/total/value").asInt())
                .isEqualTo(root.at("/suggestions/0/count").asInt());
        assertThat(root.at("/suggestions/0/dropped/0").asString()).isEqualTo("year:1999");
    }

    @Test
    void correctedQuery_saysWhatWasTyped() {
        site.engine.correctedFrom = "flsh";
        try {
            assertThat(json("/api/v1/search?q=flash").at("/query/correctedFrom").asString())
                    .isEqualTo("flsh");
        } finally {
            site.engine.correctedFrom = null;
        }
    }

    @Test
    void explanation_isThereWhenTheEngineGivesOne() {
        site.engine.explanation = "because";
        try {
            assertThat(json("/api/v1/search?q=flash&explain=true&page=2")
                            .at("/hits/0/explanation")
                            .asString())
                    .isEqualTo("because");
        } finally {
            site.engine.explanation = null;
        }
    }

    @Test
    void suggest_answers_withWhatEachCompletionLeadsTo() {
        JsonNode root = json("/api/v1/suggest?q=ci%2F");
        assertThat(names(root)).containsExactly("q", "completions", "index", "tookMs");
        JsonNode tag = root.at("/completions/0");
        assertThat(names(tag)).containsExactly("kind", "text", "highlights", "count", "url", "api");
        assertThat(tag.get("kind").asString()).isEqualTo("tag");
        assertThat(tag.get("highlights").asString()).isEqualTo("<mark>CI/</mark>CD");
        assertThat(tag.get("url").asString()).isEqualTo("/tags/CI%2FCD");
        assertThat(json(tag.get("api").asString()).at("/total/value").asInt())
                .isEqualTo(tag.get("count").asInt());
        JsonNode title = json("/api/v1/suggest?q=odd&highlight=ranges").at("/completions/0");
        assertThat(names(title)).containsExactly("kind", "text", "highlights", "id", "url", "api");
        assertThat(title.get("url").asString()).isEqualTo("/articles/odd%2Fid%20%3F");
        assertThat(title.get("highlights").toString()).isEqualTo("[[0,3]]");
        assertThat(json(title.get("api").asString()).get("id")).isEqualTo(title.get("id"));
        assertThat(json("/api/v1/suggest?q=a&highlight=none")
                        .at("/completions/0/highlights")
                        .isMissingNode())
                .isTrue();
    }

    @Test
    void suggest_size_limitsTheAnswer() {
        assertThat(json("/api/v1/suggest").get("completions").size()).isEqualTo(8);
        assertThat(json("/api/v1/suggest?size=3").get("completions").size()).isEqualTo(3);
    }

    @Test
    void suggest_badRequests_areRefusedByName() {
        assertThat(site.get("/api/v1/suggest?q=a&size=21").statusCode()).isEqualTo(400);
        assertThat(site.get("/api/v1/suggest?q=" + "a".repeat(1_001)).statusCode())
                .isEqualTo(400);
        HttpResponse<byte[]> unknown = site.get("/api/v1/suggest?query=a");
        assertThat(unknown.statusCode()).isEqualTo(400);
        assertThat(new String(unknown.body(), StandardCharsets.UTF_8)).contains("Did you mean \\\"q\\\"");
        assertThat(site.get("/api/v1/suggest?q=a&tag=Kafka").statusCode()).isEqualTo(400);
    }

    @Test
    void suggest_again_isNotModified() {
        HttpResponse<byte[]> first = site.get("/api/v1/suggest?q=kaf");
        String tag = header(first, "ETag");
        assertThat(site.get("/api/v1/suggest?q=kaf", "If-None-Match", tag).statusCode())
                .isEqualTo(304);
        assertThat(site.get("/api/v1/suggest?q=kafk", "If-None-Match", tag).statusCode())
                .isEqualTo(200);
        HttpResponse<byte[]> head = site.send("HEAD", "/api/v1/suggest?q=kaf");
        assertThat(head.statusCode()).isEqualTo(200);
        assertThat(header(head, "ETag")).isEqualTo(tag);
        assertThat(head.body()).isEmpty();
    }

    @Test
    void article_isFoundByAnyId() {
        JsonNode article = json("/api/v1/articles/a6");
        assertThat(article.get("title").asString()).isEqualTo("秒杀系统的第 6 种设计");
        assertThat(article.get("url").asString()).isEqualTo("https://example.com/6");
        assertThat(json("/api/v1/articles/odd%2Fid%20%3F").get("url").isNull()).isTrue();
        assertThat(json("/api/v1/articles/odd%2Fid%20%3F").get("title").asString())
                .startsWith("Odd ");
    }

    @Test
    void api_isOpenToOtherSites() {
        HttpResponse<byte[]> response = site.get("/api/v1/search", "Origin", "https://example.com");
        assertThat(header(response, "Access-Control-Allow-Origin")).isEqualTo("*");
        assertThat(header(site.get("/search"), "Access-Control-Allow-Origin")).isEmpty();
    }

    @Test
    void probes_answer() {
        assertThat(site.text("/healthz")).isEqualTo("ok\n");
        assertThat(site.text("/readyz")).isEqualTo("ready " + site.engine.generation + "\n");
        assertThat(json("/version").get("name").asString()).isEqualTo("archsearch");
        assertThat(site.text("/robots.txt")).contains("Disallow: /search");
    }
}
