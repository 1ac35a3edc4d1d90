package archsearch.searcher;

import static org.assertj.core.api.Assertions.assertThat;

import archsearch.indexer.article.Article;
import java.io.IOException;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;
import tools.jackson.databind.JsonNode;

/**
 * What every {@link SearchEngine} promises of articles and their reposts, as cases in {@code contract/reposts.json} over the articles
 * of {@code contract/reposts.jsonl}. The file says which articles are of one group. A case names all hits in order, each with its
 * reposts and how much they have in common, and facets as {@link FacetContract} does; {@code total} is the number of hits listed
 * where it is not given.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
public abstract class RepostContract {
    private SearchEngine engine;
    private JsonNode file;

    /**
     * Indexes the articles and opens an engine over them.
     *
     * @param groups the ids of the articles that have to be of one group, of each group those together that share their text; an
     *     engine's index may find them itself
     */
    protected abstract SearchEngine engineOver(List<Article> articles, List<List<List<String>>> groups)
            throws IOException;

    @BeforeAll
    final void index() throws IOException {
        file = SearchEngineContract.cases("reposts.json");
        List<List<List<String>>> groups = file.get("groups")
                .valueStream()
                .map(g -> g.valueStream().map(SearchEngineContract::strings).toList())
                .toList();
        engine = engineOver(SearchEngineContract.articles("reposts.jsonl"), groups);
    }

    @AfterAll
    final void close() {
        engine.close();
    }

    @TestFactory
    Stream<DynamicTest> search() {
        return file.get("cases")
                .valueStream()
                .map(c -> DynamicTest.dynamicTest(c.get("name").asString(), () -> check(c)));
    }

    private void check(JsonNode c) {
        SearchResponse response = engine.search(SearchEngineContract.request(c.get("request")));
        List<String> hits = SearchEngineContract.strings(c.get("hits"));
        assertThat(response.hits()).extracting(RepostContract::shown).isEqualTo(hits);
        assertThat(response.total()).isEqualTo(c.path("total").asInt(hits.size()));
        for (var facet : c.path("facets").properties()) {
            FacetDim dim = FacetDim.ofWord(facet.getKey()).orElseThrow();
            assertThat(FacetContract.shown(response.facet(dim).orElseThrow()))
                    .isEqualTo(SearchEngineContract.strings(facet.getValue()));
        }
        if (c.has("suggestions")) {
            assertThat(response.suggestions())
                    .map(s -> List.of(s.kind().word(), s.request().q(), String.valueOf(s.count())))
                    .isEqualTo(c.get("suggestions")
                            .valueStream()
                            .map(SearchEngineContract::strings)
                            .toList());
        }
    }

    private static String shown(Hit hit) {
        String reposts = hit.reposts().stream()
                .map(r -> r.article().id() + ' ' + r.kind().word())
                .collect(Collectors.joining(", "));
        return hit.article().id() + (reposts.isEmpty() ? "" : ": " + reposts);
    }

    @Test
    void completions_countGroups() {
        for (var typed : file.get("completions").properties()) {
            assertThat(engine.suggest(SuggestRequest.of(typed.getKey())).completions())
                    .extracting(SearchEngineContract::shown)
                    .as(typed.getKey())
                    .isEqualTo(SearchEngineContract.strings(typed.getValue()));
        }
    }

    @Test
    void facetCount_anyValue_isTheNumberOfHitsThatCarryItAfterTheClick() {
        for (boolean grouped : new boolean[] {true, false}) {
            for (String q : List.of("", "saga", "transfer", "租约", "lease OR saga")) {
                SearchRequest request =
                        SearchRequest.builder().q(q).grouped(grouped).build();
                for (Facet facet : engine.search(request).facets()) {
                    for (Facet.Value value : facet.values()) {
                        SearchRequest clicked = request.toggled(facet.dim(), value.value());
                        assertThat(engine.search(clicked).total())
                                .as("%s with %s:%s", q, facet.dim().word(), value.value())
                                .isEqualTo(value.count());
                    }
                }
            }
        }
    }

    @Test
    void cursor_anyOrder_leadsThroughEachGroupOnce() {
        for (Sort sort : Sort.values()) {
            SearchRequest request = SearchRequest.builder().sort(sort).size(1).build();
            SearchResponse all = engine.search(request.toBuilder().size(10).build());
            String cursor = null;
            for (Hit hit : all.hits()) {
                SearchResponse one =
                        engine.search(request.toBuilder().cursor(cursor).build());
                assertThat(one.hits()).containsExactly(hit);
                assertThat(one.total()).isEqualTo(all.total());
                cursor = one.nextCursor();
            }
            assertThat(cursor).isNull();
        }
    }
}
