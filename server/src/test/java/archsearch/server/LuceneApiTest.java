package archsearch.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The JSON API over a real index of the articles that ship: what it answers is documented, and is so. */
@ExtendWith(SampleSite.Shared.class)
class LuceneApiTest {
    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    private static SampleSite site;
    private static ApiDocument document;

    @BeforeAll
    static void start(SampleSite shared) {
        site = shared;
        document = new ApiDocument(get("/openapi.json").body());
    }

    @AfterAll
    static void stop() {
        CLIENT.close();
    }

    private static HttpResponse<byte[]> get(String href) {
        try {
            URI uri = URI.create(site.at(href));
            return CLIENT.send(HttpRequest.newBuilder(uri).build(), HttpResponse.BodyHandlers.ofByteArray());
        } catch (IOException e) {
            throw new IllegalStateException(href, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** The answer of a path of the document, once it is known to be as documented. */
    private static JsonNode json(String path, String href) {
        HttpResponse<byte[]> answer = get(href);
        JsonNode body = JsonMapper.shared().readTree(answer.body());
        JsonNode contents = document.response(path, answer.statusCode()).get("content");
        String type = TestSite.header(answer, "Content-Type").replaceFirst(";.*", "");
        assertThat(document.faults(contents.get(type).get("schema"), body))
                .as(href)
                .isEmpty();
        return body;
    }

    private static JsonNode search(String query) {
        return json("/api/v1/search", "/api/v1/search?" + query);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "q=",
                "q=kafka&explain=true",
                "q=flash+sale&highlight=ranges",
                "q=%E7%A7%92%E6%9D%80&group=off",
                "q=micorservice",
                "q=kafak&year=1999",
                "q=jiagou",
                "q=zzqqzz",
                "q=%22a+%28b+OR+%29&highlight=none",
                "q=tag:Kafka+-redis+minutes:%3C10&sort=likes",
                "lang=zh&from=2019-01-01&to=2020-12-31&minutesMax=20",
                "q=kafka&page=400",
                "q=architecture&cursor=x",
                "tag=..&publisher=%22"
            })
    void searches_areAnsweredAsDocumented(String query) {
        search(query);
    }

    @Test
    void cursor_leadsThroughAnswersAsDocumented() {
        String next = search("q=architecture&size=10").get("nextCursor").asString();
        JsonNode second = search("q=architecture&size=10&cursor=" + ApiDocument.encoded(next));
        assertThat(second.at("/hits/0/rank").asInt()).isEqualTo(11);
    }

    @ParameterizedTest
    @ValueSource(strings = {"tag", "publisher", "category", "lang", "year", "month", "minutes"})
    void facet_everyValue_hasItsNumberOfHits(String name) {
        String filters = "q=architecture&from=2018-01-01&to=2019-12-31";
        JsonNode facet = json("/api/v1/facets/{name}", "/api/v1/facets/" + name + "?size=8&" + filters);
        assertThat(facet.get("values").size()).isPositive();
        for (JsonNode value : facet.get("values")) {
            String text = value.get("value").asString();
            String click = switch (name) {
                case "month" -> "q=architecture+date:" + text + "&from=2018-01-01&to=2019-12-31";
                case "minutes" -> filters + "&minutesMax=" + text;
                default -> filters + '&' + name + '=' + ApiDocument.encoded(text);
            };
            assertThat(search("facets=&" + click).at("/total/value").asInt())
                    .as(name + ' ' + text)
                    .isEqualTo(value.get("count").asInt());
        }
    }

    @Test
    void facet_prefix_isReadInPinyinToo() {
        JsonNode facet = json("/api/v1/facets/{name}", "/api/v1/facets/tag?prefix=weifuwu");
        assertThat(facet.get("values")).isNotEmpty();
        assertThat(facet.at("/values/0/value").asString()).contains("微服务");
    }

    @Test
    void article_similarAndStats_areOfTheSameIndex() {
        String id = search("q=rocketmq").at("/hits/0/id").asString();
        JsonNode article = json("/api/v1/articles/{id}", "/api/v1/articles/" + id);
        assertThat(article.get("id").asString()).isEqualTo(id);
        JsonNode similar = json("/api/v1/articles/{id}/similar", "/api/v1/articles/" + id + "/similar?size=50");
        assertThat(similar.get("hits")).isNotEmpty();
        similar.get("hits").forEach(hit -> assertThat(hit.get("id").asString()).isNotEqualTo(id));
        JsonNode stats = json("/api/v1/stats", "/api/v1/stats");
        assertThat(stats.get("index")).isEqualTo(article.get("index"));
        assertThat(stats.get("articles").asInt())
                .isEqualTo(search("group=off").at("/total/value").asInt());
        assertThat(stats.get("groups").asInt())
                .isEqualTo(search("group=on").at("/total/value").asInt());
        assertThat(stats.get("newest").asString())
                .isEqualTo(search("sort=newest&group=off").at("/hits/0/date").asString());
    }

    @Test
    void tagsAndPublishers_areAll_eachWithAPage() {
        JsonNode stats = json("/api/v1/stats", "/api/v1/stats");
        for (Map.Entry<String, String> list : Map.of("tags", "/api/v1/tags", "publishers", "/api/v1/publishers")
                .entrySet()) {
            JsonNode all = json(list.getValue(), list.getValue());
            assertThat(all.get("values").size())
                    .isEqualTo(stats.get(list.getKey()).asInt());
            for (int i = 0; i < all.get("values").size(); i += 17) {
                String url = all.get("values").get(i).get("url").asString();
                assertThat(get(url).statusCode()).as(url).isEqualTo(200);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "ka", "jiagou", "%E5%BE%AE", "zzqqzz", "flash+sale", "a&highlight=ranges"})
    void suggestions_areAsDocumented(String typed) {
        json("/api/v1/suggest", "/api/v1/suggest?q=" + typed);
        json("/suggest/opensearch", "/suggest/opensearch?q=" + typed.replaceFirst("&.*", ""));
    }
}
