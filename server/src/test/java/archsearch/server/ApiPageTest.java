package archsearch.server;

import static org.assertj.core.api.Assertions.assertThat;

import archsearch.server.api.ApiDescription;
import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

class ApiPageTest {
    private static TestSite site;

    @BeforeAll
    static void start() throws IOException {
        site = new TestSite(TestSite.articles(60));
    }

    @AfterAll
    static void stop() {
        site.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "zh"})
    void page_explainsEveryOperationAndParameter(String language) {
        Document page = site.page("/api?ui=" + language);
        Map<String, ApiDescription.Operation> operations = ApiDescription.load().sections().stream()
                .filter(section -> !section.name().equals("pages"))
                .flatMap(section -> section.operations().stream())
                .collect(Collectors.toMap(ApiDescription.Operation::id, o -> o));
        assertThat(operations).hasSizeGreaterThan(15);
        operations.forEach((id, operation) -> {
            Element section = page.select("section#get-" + id).first();
            assertThat(section).as(id).isNotNull();
            assertThat(section.select("p > code").text()).isEqualTo("GET " + operation.path());
            assertThat(section.select("dt code").eachText())
                    .isEqualTo(operation.parameters().stream()
                            .map(ApiDescription.Parameter::name)
                            .toList());
            assertThat(page.select(".contents a[href=#get-" + id + "]")).hasSize(1);
        });
        boolean chinese = language.equals("zh");
        assertThat(page.select("h1").text()).isEqualTo(chinese ? "接口说明" : "API");
        for (Element text : page.select(".manual p:not(:has(a)):not(:has(code)), .params dd, .manual h3")) {
            assertThat(text.text()
                            .codePoints()
                            .anyMatch(c -> Character.UnicodeScript.of(c) == Character.UnicodeScript.HAN))
                    .as(text.text())
                    .isEqualTo(chinese);
        }
    }

    @Test
    void examples_findSomethingInTheIndexAtHand() {
        Document page = site.page("/api");
        List<String> examples = page.select(".manual section a[href^=/]").eachAttr("href");
        assertThat(examples)
                .hasSizeGreaterThan(15)
                .allSatisfy(
                        href -> assertThat(site.get(href).statusCode()).as(href).isEqualTo(200));
        String search = page.select("#get-search a").attr("href");
        assertThat(JsonMapper.shared()
                        .readTree(site.get(search).body())
                        .at("/total/value")
                        .asInt())
                .isPositive();
        String shown = page.select("#get-search a").text();
        assertThat(URI.create(shown)).hasHost("127.0.0.1").hasPort(site.server.port());
    }

    @Test
    void examples_ofAnEmptyIndex_areLeftOutWhereNothingCanBeNamed() throws IOException {
        try (TestSite empty = new TestSite(List.of())) {
            Document page = empty.page("/api");
            assertThat(page.select("#get-search a")).hasSize(1);
            assertThat(page.select("#get-article a, #get-similar a, #get-tagFeed a, #get-publisherFeed a"))
                    .isEmpty();
        }
    }

    @Test
    void page_isForSearchEnginesToo_andSaysSo() {
        Document page = site.page("/api");
        assertThat(page.select("link[rel=canonical]").attr("href")).endsWith("/api");
        assertThat(page.select(".manual > p a[href=/openapi.json]")).hasSize(1);
        assertThat(site.get("/api?x=1").statusCode()).isEqualTo(400);
    }
}
