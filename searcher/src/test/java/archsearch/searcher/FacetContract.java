package archsearch.searcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import archsearch.indexer.article.Article;
import archsearch.indexer.glossary.Glossary;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;
import tools.jackson.databind.JsonNode;

/**
 * What every {@link SearchEngine} promises of {@link SearchEngine#facet}, as cases in {@code contract/facets.json} over the articles
 * of {@code contract/articles.jsonl}: a dimension, a search, a prefix, an order and a size, and all values that must come back, with
 * their counts and a star before those that are selected.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
public abstract class FacetContract {
    private SearchEngine engine;

    /** Indexes the articles and opens an engine over them, as {@link SearchEngineContract} has it done. */
    protected abstract SearchEngine engineOver(List<Article> articles, Glossary glossary) throws IOException;

    @BeforeAll
    final void index() throws IOException {
        engine = engineOver(SearchEngineContract.articles("articles.jsonl"), SearchEngineContract.glossary());
    }

    @AfterAll
    final void close() {
        engine.close();
    }

    @TestFactory
    Stream<DynamicTest> facet() throws IOException {
        return SearchEngineContract.cases("facets.json")
                .valueStream()
                .map(c -> DynamicTest.dynamicTest(c.get("name").asString(), () -> check(c)));
    }

    private void check(JsonNode c) {
        FacetRequest request = new FacetRequest(
                c.has("request") ? SearchEngineContract.request(c.get("request")) : SearchRequest.of(""),
                FacetDim.ofWord(c.get("dim").asString()).orElseThrow(),
                c.path("prefix").asString(""),
                c.path("order").asString("count").equals("name") ? FacetRequest.Order.NAME : FacetRequest.Order.COUNT,
                c.path("size").asInt(FacetRequest.MAX_SIZE));
        FacetResponse response = engine.facet(request);
        assertThat(response.request()).isEqualTo(request);
        assertThat(response.index()).isEqualTo(engine.index());
        assertThat(response.facet().dim()).isEqualTo(request.dim());
        assertThat(shown(response.facet())).isEqualTo(SearchEngineContract.strings(c.get("values")));
        assertThat(response.facet().more()).isEqualTo(c.path("more").asInt(0));
    }

    /** The values with their counts, a star before those that are selected. */
    static List<String> shown(Facet facet) {
        return facet.values().stream()
                .map(v -> (v.selected() ? "*" : "") + v.value() + ' ' + v.count())
                .toList();
    }

    @Test
    void facet_anySearch_hasTheValuesAndNumbersOfItsAnswer() {
        for (SearchRequest search : List.of(
                SearchRequest.of(""),
                SearchRequest.of("kafak"),
                SearchRequest.of("消息 OR c++").toBuilder().grouped(false).build(),
                SearchRequest.builder()
                        .minutesMax(10)
                        .years(List.of(2018, 2019))
                        .tags(List.of("backend architecture"))
                        .build())) {
            SearchResponse response =
                    engine.search(search.toBuilder().facetSize(200).build());
            for (Facet facet : response.facets()) {
                FacetRequest.Order order = FacetRequest.Order.COUNT;
                assertThat(engine.facet(new FacetRequest(search, facet.dim(), "", order, 200))
                                .facet())
                        .isEqualTo(facet);
            }
        }
    }

    @Test
    void facet_hostilePrefix_isAnsweredOrRefused() {
        List<String> typed = new ArrayList<>(List.of(
                "\u0000\u0007\u001b[0m",
                "\ud800",
                "\udc00kaf",
                "分\ud800布",
                "\u202e",
                "'",
                "\ufeff",
                "=",
                "^k",
                "((((",
                "*",
                "zz'".repeat(30),
                "\ud83d\ude80".repeat(50),
                "ü",
                "分".repeat(100),
                "a ".repeat(40)));
        for (String prefix : typed) {
            for (FacetDim dim : FacetDim.values()) {
                assertThat(facet(dim, prefix).facet().values()).hasSizeLessThanOrEqualTo(20);
            }
        }
        assertThatThrownBy(() -> facet(FacetDim.TAG, "k".repeat(101)))
                .isInstanceOf(InvalidRequestException.class)
                .hasMessageContaining("101");
    }

    private FacetResponse facet(FacetDim dim, String prefix) {
        return engine.facet(new FacetRequest(SearchRequest.of(""), dim, prefix, FacetRequest.Order.COUNT, 20));
    }
}
