package archsearch.searcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.util.Optional;

/** Asks an engine everything twice, checks that it says the same, and passes the second answer on. */
public final class AskedTwice implements SearchEngine {
    private final SearchEngine engine;

    public AskedTwice(SearchEngine engine) {
        this.engine = engine;
    }

    @Override
    public SearchResponse search(SearchRequest request) {
        SearchResponse[] answers = new SearchResponse[2];
        Throwable first = catchThrowable(() -> answers[0] = engine.search(request));
        Throwable second = catchThrowable(() -> answers[1] = engine.search(request));
        if (first instanceof RuntimeException failure) {
            assertThat(second).hasSameClassAs(failure).hasMessage(failure.getMessage());
            throw failure;
        }
        assertThat(answers[1])
                .usingRecursiveComparison()
                .ignoringFields("tookNanos")
                .isEqualTo(answers[0]);
        return answers[1];
    }

    /** The answer as it is, however long it took. */
    static SearchResponse untimed(SearchResponse r) {
        return new SearchResponse(
                r.request(),
                r.parsed(),
                r.correctedFrom(),
                r.warnings(),
                r.total(),
                r.hits(),
                r.nextCursor(),
                r.facets(),
                r.suggestions(),
                r.index(),
                0,
                r.partial());
    }

    @Override
    public SuggestResponse suggest(SuggestRequest request) {
        assertThat(engine.suggest(request).completions())
                .isEqualTo(engine.suggest(request).completions());
        return engine.suggest(request);
    }

    @Override
    public FacetResponse facet(FacetRequest request) {
        assertThat(engine.facet(request).facet())
                .isEqualTo(engine.facet(request).facet());
        return engine.facet(request);
    }

    @Override
    public Optional<ValueName> value(FacetDim dim, String name) {
        assertThat(engine.value(dim, name)).isEqualTo(engine.value(dim, name));
        return engine.value(dim, name);
    }

    @Override
    public Optional<SimilarResponse> similar(SimilarRequest request) {
        assertThat(engine.similar(request).map(SimilarResponse::hits))
                .isEqualTo(engine.similar(request).map(SimilarResponse::hits));
        return engine.similar(request);
    }

    @Override
    public Optional<ArticleResponse> article(String id) {
        assertThat(engine.article(id)).isEqualTo(engine.article(id));
        return engine.article(id);
    }

    @Override
    public IndexInfo index() {
        return engine.index();
    }

    @Override
    public void close() {
        engine.close();
    }
}
