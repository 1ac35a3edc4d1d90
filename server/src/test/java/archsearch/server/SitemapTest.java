package archsearch.server;

import static archsearch.server.TestSite.header;
import static org.assertj.core.api.Assertions.assertThat;

import archsearch.searcher.CursorGoneException;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.w3c.dom.Element;

class SitemapTest {
    private static final int MAX_URLS = 50_000;
    private static final int MAX_BYTES = 50 * 1024 * 1024;

    /** Checks what the protocol asks and returns the addresses listed. */
    private static List<String> locations(String xml, String root, String element) {
        assertThat(xml.getBytes(StandardCharsets.UTF_8).length).isLessThanOrEqualTo(MAX_BYTES);
        Element list = Xml.parse(xml).getDocumentElement();
        assertThat(list.getLocalName()).isEqualTo(root);
        assertThat(list.getNamespaceURI()).isEqualTo("http://www.sitemaps.org/schemas/sitemap/0.9");
        List<Element> entries = Xml.children(list, element);
        assertThat(entries).hasSizeLessThanOrEqualTo(MAX_URLS);
        for (Element entry : entries) {
            assertThat(Xml.children(entry, "lastmod"))
                    .hasSizeLessThanOrEqualTo(1)
                    .allSatisfy(e ->
                            assertThat(e.getTextContent()).matches("\\d{4}-\\d\\d-\\d\\d(T\\d\\d:\\d\\d:\\d\\dZ)?"));
        }
        List<String> locations = entries.stream().map(e -> Xml.text(e, "loc")).toList();
        assertThat(locations).doesNotHaveDuplicates().allMatch(l -> l.length() < 2_048);
        return locations;
    }

    @Test
    void everyPageListed_exists() throws IOException {
        try (TestSite site = new TestSite(TestSite.articles(60))) {
            String base = "http://127.0.0.1:" + site.server.port();
            List<String> sitemaps = locations(site.text("/sitemap.xml"), "sitemapindex", "sitemap");
            assertThat(sitemaps)
                    .containsExactly(
                            base + "/sitemap-pages.xml",
                            base + "/sitemap-tags.xml",
                            base + "/sitemap-publishers.xml",
                            base + "/sitemap-articles-2018-01-01-2018-12-31.xml",
                            base + "/sitemap-articles-2017-01-01-2017-12-31.xml");
            Set<String> seen = new HashSet<>();
            for (String sitemap : sitemaps) {
                HttpResponse<byte[]> response = site.get(sitemap.substring(base.length()));
                assertThat(header(response, "Content-Type")).isEqualTo("application/xml; charset=utf-8");
                for (String location : locations(TestSite.text(response), "urlset", "url")) {
                    assertThat(location).startsWith(base + "/");
                    assertThat(seen.add(location)).as(location).isTrue();
                    String path = location.substring(base.length());
                    assertThat(site.get(path).statusCode()).as(path).isEqualTo(200);
                    assertThat(site.page(path).select("link[rel=canonical]").attr("href"))
                            .as("what is listed is what the page calls itself")
                            .isEqualTo(location);
                }
            }
            assertThat(seen).hasSize(6 + 9 + 4 + 60);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/sitemap-none.xml",
                "/sitemap-articles-2016-01-01-2016-12-31.xml",
                "/sitemap-articles-2017-01-01-2017-12-30.xml",
                "/sitemap-articles-2017-01-01-2017-12-31-2.xml",
                "/sitemap-articles-0001-01-01-9999-12-31.xml",
                "/sitemap-.xml",
                "/sitemap-pages"
            })
    void otherSitemap_doesNotExist(String path) throws IOException {
        try (TestSite site = new TestSite(TestSite.articles(60))) {
            assertThat(site.get(path).statusCode()).isEqualTo(404);
        }
    }

    @Test
    void plan_isMadeOnceForAGeneration() throws IOException {
        try (TestSite site = new TestSite(TestSite.articles(5))) {
            String before = site.text("/sitemap.xml");
            site.engine.generation = "20261121T000000Z-2";
            assertThat(site.text("/sitemap.xml")).isEqualTo(before);
            assertThat(site.get("/sitemap-articles-2017-01-01-2017-12-31.xml").statusCode())
                    .isEqualTo(200);
        }
    }

    /** 120,000 articles over eight years, two of them dense, with one very dense day. */
    private static Map<LocalDate, Integer> many(Random random) {
        Map<LocalDate, Integer> counts = new TreeMap<>();
        for (int i = 0; i < 85_000; i++) {
            int year = random.nextInt(10) < 8 ? 2020 + random.nextInt(2) : 2014 + random.nextInt(8);
            counts.merge(LocalDate.ofYearDay(year, 1 + random.nextInt(365)), 1, Integer::sum);
        }
        counts.merge(LocalDate.of(2021, 2, 28), 35_000, Integer::sum);
        return counts;
    }

    @Test
    void manyArticles_areAllListedOnce_inSitemapsOfBoundedSize() throws IOException, InterruptedException {
        long seed = System.nanoTime();
        Map<LocalDate, Integer> counts = many(new Random(seed));
        ManyArticles engine = new ManyArticles(counts, true);
        try (ArchsearchServer server = ArchsearchServer.start(engine, "127.0.0.1", 0)) {
            List<String> seen = listed(server, engine);
            assertThat(seen).as("seed " + seed).hasSize(120_000).doesNotHaveDuplicates();
        }
    }

    /** Without cursors, of a day with more articles than pages reach the first ones are listed. */
    @Test
    void manyArticles_inAnEngineWithoutCursors_areListedAsFarAsPagesReach() throws IOException, InterruptedException {
        long seed = System.nanoTime();
        Map<LocalDate, Integer> counts = many(new Random(seed));
        int dense = counts.getOrDefault(LocalDate.of(2021, 2, 28), 0);
        ManyArticles engine = new ManyArticles(counts, false);
        try (ArchsearchServer server = ArchsearchServer.start(engine, "127.0.0.1", 0)) {
            List<String> seen = listed(server, engine);
            assertThat(seen)
                    .as("seed " + seed)
                    .hasSize(120_000 - dense + 10_000)
                    .doesNotHaveDuplicates();
        }
    }

    private static List<String> listed(ArchsearchServer server, ManyArticles engine)
            throws IOException, InterruptedException {
        List<String> sitemaps = locations(get(server, "/sitemap.xml").body(), "sitemapindex", "sitemap");
        assertThat(engine.searches.get()).as("searches for the plan").isLessThan(200);
        assertThat(sitemaps).hasSizeLessThan(60);
        List<String> seen = new ArrayList<>();
        for (String sitemap : sitemaps) {
            if (sitemap.contains("articles")) {
                int before = engine.searches.get();
                String body = get(server, URI.create(sitemap).getPath()).body();
                List<String> found = locations(body, "urlset", "url");
                assertThat(found).hasSizeLessThanOrEqualTo(SitemapPlan.LIMIT);
                assertThat(engine.searches.get() - before).isLessThanOrEqualTo(400);
                seen.addAll(found);
            }
        }
        return seen;
    }

    @Test
    void articlesThatChangeMeanwhile_askForAnotherTry() throws IOException, InterruptedException {
        ManyArticles engine = new ManyArticles(Map.of(LocalDate.of(2020, 1, 1), 5), true);
        try (ArchsearchServer server = ArchsearchServer.start(engine, "127.0.0.1", 0)) {
            engine.failure = new CursorGoneException("gone");
            HttpResponse<String> response = get(server, "/sitemap-articles-2020-01-01-2020-12-31.xml");
            assertThat(response.statusCode()).isEqualTo(503);
            assertThat(header(response, "Retry-After")).matches("\\d+");
        }
    }

    private static HttpResponse<String> get(ArchsearchServer server, String path)
            throws IOException, InterruptedException {
        try (HttpClient client = HttpClient.newHttpClient()) {
            return client.send(
                    HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + server.port() + path))
                            .build(),
                    HttpResponse.BodyHandlers.ofString());
        }
    }
}
