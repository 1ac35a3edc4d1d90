package archsearch.server;

import static org.assertj.core.api.Assertions.assertThat;

import archsearch.searcher.FacetDim;
import archsearch.searcher.FacetRequest;
import archsearch.searcher.SearchRequest;
import archsearch.searcher.Sort;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.w3c.dom.Element;

/** Pages and feeds of tags and publishers over a real index of the articles that ship. */
@ExtendWith(SampleSite.Shared.class)
class LuceneSiteTest {
    /** Entries of a feed that no size is asked of. */
    private static final int ENTRIES = 20;

    private static HttpResponse<String> get(SampleSite site, String path) throws IOException, InterruptedException {
        try (HttpClient client = HttpClient.newHttpClient()) {
            return client.send(
                    HttpRequest.newBuilder(URI.create(site.at(path))).build(),
                    HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
        }
    }

    @ParameterizedTest
    @CsvSource({
        "/tags/kafka, 301, /tags/Kafka",
        "/tags/devOps, 301, /tags/DevOps",
        "/tags/ＫＡＦＫＡ, 301, /tags/Kafka",
        "/tags/k8s, 302, /tags/Kubernetes",
        "/publishers/java captain, 301, /publishers/Java%20Captain",
    })
    void otherNameOfAValue_leadsToItsPage(String path, int status, String to, SampleSite site)
            throws IOException, InterruptedException {
        HttpResponse<String> response = get(site, encoded(path) + "?sort=oldest");

        assertThat(response.statusCode()).as(path).isEqualTo(status);
        assertThat(response.headers().firstValue("Location")).contains(to + "?sort=oldest");
        assertThat(get(site, to).statusCode()).isEqualTo(200);
    }

    private static String encoded(String path) {
        return path.replace(" ", "%20").replace("ＫＡＦＫＡ", "%EF%BC%AB%EF%BC%A1%EF%BC%A6%EF%BC%AB%EF%BC%A1");
    }

    @ParameterizedTest
    @EnumSource(
            value = FacetDim.class,
            names = {"TAG", "PUBLISHER"})
    void feed_ofEveryFrequentValue_holdsItsNewestArticles(FacetDim dim, SampleSite site)
            throws IOException, InterruptedException {
        List<String> values = site.engine().facet(FacetRequest.of(dim)).facet().values().stream()
                .map(value -> value.value())
                .toList();
        assertThat(values).hasSizeGreaterThan(10);
        for (String value : values) {
            SearchRequest.Builder articles =
                    SearchRequest.builder().sort(Sort.NEWEST).size(ENTRIES);
            SearchRequest request =
                    (dim == FacetDim.TAG ? articles.tags(List.of(value)) : articles.publishers(List.of(value))).build();
            HttpResponse<String> response = get(
                    site, "/" + dim.word() + "s/" + ApiDocument.encoded(value).replace("+", "%20") + "/feed.atom");
            assertThat(response.statusCode()).as(value).isEqualTo(200);
            Element feed = AtomRules.check(response.body());
            Stream<String> titles = Xml.children(feed, "entry").stream().map(e -> Xml.text(e, "title"));
            assertThat(titles)
                    .as(value)
                    .containsExactlyElementsOf(site.engine().search(request).hits().stream()
                            .map(hit -> hit.article().title())
                            .toList());
        }
    }
}
