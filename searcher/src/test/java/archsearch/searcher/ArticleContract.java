package archsearch.searcher;

import static org.assertj.core.api.Assertions.assertThat;

import archsearch.indexer.article.Article;
import archsearch.indexer.glossary.Glossary;
import java.io.IOException;
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
 * What every {@link SearchEngine} promises of {@link SearchEngine#article}, {@link SearchEngine#similar} and {@link SearchEngine#value},
 * over the articles of {@code contract/related.jsonl}: {@code contract/similar.json} names an article and those that are similar to it,
 * {@code contract/values.json} a name and the value it means.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
public abstract class ArticleContract {
    private SearchEngine engine;
    private List<Article> articles;

    /** Indexes the articles and opens an engine over them, as {@link SearchEngineContract} has it done. */
    protected abstract SearchEngine engineOver(List<Article> articles, Glossary glossary) throws IOException;

    @BeforeAll
    final void index() throws IOException {
        articles = SearchEngineContract.articles("related.jsonl");
        engine = engineOver(articles, SearchEngineContract.glossary("related-glossary.tsv"));
    }

    @AfterAll
    final void close() {
        engine.close();
    }

    @TestFactory
    Stream<DynamicTest> similar() throws IOException {
        return SearchEngineContract.cases("similar.json")
                .valueStream()
                .map(c -> DynamicTest.dynamicTest(c.get("name").asString(), () -> checkSimilar(c)));
    }

    private void checkSimilar(JsonNode c) {
        SimilarRequest request =
                new SimilarRequest(c.get("id").asString(), c.path("size").asInt(SimilarRequest.DEFAULT_SIZE));
        SimilarResponse response = engine.similar(request).orElseThrow();
        assertThat(response.request()).isEqualTo(request);
        assertThat(response.index()).isEqualTo(engine.index());
        assertThat(response.hits().stream().map(hit -> hit.article().id()))
                .containsExactlyElementsOf(SearchEngineContract.strings(c.get("hits")));
        List<Hit> hits = response.hits();
        for (int i = 0; i < hits.size(); i++) {
            assertThat(hits.get(i).rank()).isEqualTo(i + 1);
            assertThat(hits.get(i).reason()).as("why").isNotBlank();
        }
    }

    @TestFactory
    Stream<DynamicTest> value() throws IOException {
        return SearchEngineContract.cases("values.json")
                .valueStream()
                .map(c -> DynamicTest.dynamicTest(c.get("name").asString(), () -> checkValue(c)));
    }

    private void checkValue(JsonNode c) {
        FacetDim dim = FacetDim.ofWord(c.path("dim").asString("tag")).orElseThrow();
        for (String name : SearchEngineContract.strings(c.get("names"))) {
            String shown = engine.value(dim, name)
                    .map(v -> v.value() + ' ' + v.spellings() + ' ' + v.aliases())
                    .orElse("none");
            assertThat(shown).as(name).isEqualTo(c.get("value").asString());
        }
    }

    @Test
    void article_eachId_isTheArticleAsItWasIndexed() {
        for (Article article : articles) {
            ArticleResponse response = engine.article(article.id()).orElseThrow();
            assertThat(response.article()).isEqualTo(article);
            assertThat(response.reposts()).isEmpty();
            assertThat(response.index()).isEqualTo(engine.index());
        }
    }

    @Test
    void unknownId_hasNoArticleAndNothingSimilar() {
        for (String id : List.of("none", "", " mesh-en", "MESH-EN", "mesh", "a".repeat(5_000))) {
            assertThat(engine.article(id)).isEmpty();
            assertThat(engine.similar(SimilarRequest.of(id))).isEmpty();
        }
    }

    @Test
    void similar_anyArticle_isNeverTheArticleItselfNorTwice() {
        for (Article article : articles) {
            List<String> ids =
                    engine
                            .similar(new SimilarRequest(article.id(), SimilarRequest.MAX_SIZE))
                            .orElseThrow()
                            .hits()
                            .stream()
                            .map(hit -> hit.article().id())
                            .toList();
            assertThat(ids).doesNotHaveDuplicates().doesNotContain(article.id());
        }
    }
}
