package archsearch.server;

import static org.assertj.core.api.Assertions.assertThat;

import archsearch.indexer.article.Article;
import archsearch.searcher.SearchEngine;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.zip.GZIPInputStream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A server on a free port over articles in memory, and a client that asks it. */
final class TestSite implements AutoCloseable {
    private static final String[] TAGS = {"Kafka", "CI/CD", "C++", "微服务", "Scalability", "Redis", "100%", "A & B"};
    private static final String[] PUBLISHERS = {"Amap Tech", "Youzan Coder", "美团技术团队", "R&D / Ops"};

    final FakeEngine engine;
    final ArchsearchServer server;
    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    TestSite(List<Article> articles) throws IOException {
        this(articles, SiteAddress.ofRequests());
    }

    TestSite(List<Article> articles, SiteAddress address) throws IOException {
        this(articles, address, HttpLimits.byDefault(), engine -> engine);
    }

    /** A site that tells what it does. */
    TestSite(List<Article> articles, List<ServerListener> listeners) throws IOException {
        this(articles, SiteAddress.ofRequests(), HttpLimits.byDefault(), engine -> engine, listeners);
    }

    /**
     * @param around makes the engine that is served of the one in memory
     */
    TestSite(List<Article> articles, SiteAddress address, HttpLimits limits, UnaryOperator<SearchEngine> around)
            throws IOException {
        this(articles, address, limits, around, List.of());
    }

    TestSite(
            List<Article> articles,
            SiteAddress address,
            HttpLimits limits,
            UnaryOperator<SearchEngine> around,
            List<ServerListener> listeners)
            throws IOException {
        engine = new FakeEngine(articles);
        server = ArchsearchServer.start(around.apply(engine), "127.0.0.1", 0, address, limits, listeners);
    }

    /** Articles of both languages, three years, four publishers; every one tagged {@code Architecture}. */
    static List<Article> articles(int count) {
        List<Article> articles = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            boolean chinese = i % 3 == 0;
            String title = chinese ? "秒杀系统的第 " + i + " 种设计" : "Design " + i + " of a flash sale system";
            String summary = chinese
                    ? "文章介绍秒杀系统如何削峰、限流与异步下单，并说明库存扣减的一致性。"
                    : "How a flash sale system sheds load, queues orders and keeps the stock consistent under peak traffic.";
            articles.add(Article.builder(
                            title,
                            PUBLISHERS[i % PUBLISHERS.length],
                            LocalDate.of(2017, 1, 1).plusDays(i * 11L))
                    .id("a" + i)
                    .summary(summary)
                    .tags(List.of("Architecture", TAGS[i % TAGS.length], TAGS[(i + 3) % TAGS.length]))
                    .category(i % 5 == 0 ? "Operations" : "Backend Development")
                    .likes(i % 7)
                    .readMinutes(3 + i % 20)
                    .url(i % 2 == 0 ? "https://example.com/" + i : null)
                    .build());
        }
        return articles;
    }

    HttpResponse<byte[]> send(String method, String path, String... headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + server.port() + path))
                .method(method, HttpRequest.BodyPublishers.noBody());
        if (headers.length > 0) {
            request.headers(headers);
        }
        try {
            return client.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
        } catch (IOException e) {
            throw new IllegalStateException(method + ' ' + path, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    HttpResponse<byte[]> get(String path, String... headers) {
        return send("GET", path, headers);
    }

    String text(String path, String... headers) {
        return text(get(path, headers));
    }

    static String text(HttpResponse<byte[]> response) {
        return new String(response.body(), StandardCharsets.UTF_8);
    }

    static String gunzip(HttpResponse<byte[]> response) throws IOException {
        try (GZIPInputStream in = new GZIPInputStream(new ByteArrayInputStream(response.body()))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    /** The page at a path, parsed as a browser does. */
    Document page(String path, String... headers) {
        return Jsoup.parse(text(path, headers), "http://127.0.0.1:" + server.port() + path);
    }

    /** The answer of the API, which must be one. */
    JsonNode json(String path) {
        HttpResponse<byte[]> response = get(path);
        assertThat(response.statusCode()).as(path).isEqualTo(200);
        assertThat(header(response, "Content-Type")).isEqualToIgnoringCase("application/json;charset=utf-8");
        return JsonMapper.shared().readTree(response.body());
    }

    static String header(HttpResponse<?> response, String name) {
        return response.headers().firstValue(name).orElse("");
    }

    @Override
    public void close() {
        server.close();
    }
}
