package archsearch.searcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import archsearch.indexer.article.Article;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CachedSearchEngineTest {
    private static final long MEGABYTE = 1 << 20;
    private static final SearchRequest KAFKA = SearchRequest.of("kafka");

    private final ScriptedEngine engine = new ScriptedEngine();
    private final CachedSearchEngine cached = new CachedSearchEngine(engine, MEGABYTE);

    @Test
    void search_again_isAnsweredWithoutTheEngine() {
        SearchResponse first = cached.search(KAFKA);
        SearchResponse again = cached.search(SearchRequest.of(" kafka "));
        assertThat(engine.asked).hasValue(1);
        assertThat(AskedTwice.untimed(again)).isEqualTo(AskedTwice.untimed(first));
        assertThat(again.tookNanos()).isPositive().isLessThan(ScriptedEngine.TOOK);
        assertThat(cached.stats())
                .returns(1L, CacheStats::hits)
                .returns(1L, CacheStats::misses)
                .returns(0L, CacheStats::shared)
                .returns(1L, CacheStats::entries)
                .returns(MEGABYTE, CacheStats::maxBytes);
        assertThat(cached.stats().bytes()).isBetween(500L, 5_000L);
    }

    @Test
    void search_anotherRequest_isAskedFor() {
        cached.search(KAFKA);
        for (SearchRequest other : List.of(
                SearchRequest.of("Kafka"),
                KAFKA.toBuilder().page(2).build(),
                KAFKA.toBuilder().size(5).build(),
                KAFKA.toBuilder().highlights(false).build(),
                KAFKA.toBuilder().grouped(false).build(),
                // Selected values are listed in the order they were given in.
                KAFKA.toBuilder().tags(List.of("a", "b")).build(),
                KAFKA.toBuilder().tags(List.of("b", "a")).build())) {
            assertThat(cached.search(other).request()).isEqualTo(other);
        }
        assertThat(engine.asked).hasValue(8);
    }

    @Test
    void facetAndSimilar_again_areAnsweredWithoutTheEngine() {
        FacetRequest tags = FacetRequest.of(FacetDim.TAG);
        assertThat(cached.facet(tags).facet()).isEqualTo(cached.facet(tags).facet());
        SimilarRequest similar = SimilarRequest.of("a");
        assertThat(cached.similar(similar).map(SimilarResponse::hits))
                .isEqualTo(cached.similar(similar).map(SimilarResponse::hits));
        assertThat(engine.asked).hasValue(2);
    }

    @Test
    void similar_unknownId_isEmptyEachTime() {
        assertThat(cached.similar(SimilarRequest.of("none"))).isEmpty();
        assertThat(cached.similar(SimilarRequest.of("none"))).isEmpty();
        assertThat(engine.asked).hasValue(2);
        assertThat(cached.stats().entries()).isZero();
    }

    @Test
    void search_cursorOrExplanation_isAskedForEachTime() {
        for (SearchRequest request : List.of(
                KAFKA.toBuilder().cursor("abc").build(),
                KAFKA.toBuilder().explain(true).build())) {
            cached.search(request);
            cached.search(request);
        }
        assertThat(engine.asked).hasValue(4);
        assertThat(cached.stats().entries()).isZero();
    }

    @Test
    void search_partialAnswer_isNotKept() {
        engine.answer = r -> engine.response(r, true);
        assertThat(cached.search(KAFKA).partial()).isTrue();
        engine.answer = r -> engine.response(r, false);
        assertThat(cached.search(KAFKA).partial()).isFalse();
        assertThat(cached.search(KAFKA).partial()).isFalse();
        assertThat(engine.asked).hasValue(2);
    }

    @Test
    void search_failure_isNotKept() {
        engine.answer = r -> {
            throw new EngineUnreachableException("no answer", new IllegalStateException());
        };
        assertThatThrownBy(() -> cached.search(KAFKA)).isInstanceOf(EngineUnreachableException.class);
        engine.answer = r -> engine.response(r, false);
        assertThat(cached.search(KAFKA).total()).isEqualTo(1);
    }

    @Test
    void search_indexGone_failsThoughTheAnswerIsKnown() {
        cached.search(KAFKA);
        engine.index = null;
        assertThatThrownBy(() -> cached.search(KAFKA)).isInstanceOf(IndexUnavailableException.class);
    }

    @Test
    void search_otherGenerationOrGlossary_isAskedForAndDropsEarlierAnswers() {
        cached.search(KAFKA);
        cached.search(SearchRequest.of("redis"));
        engine.index = info("2", "");
        assertThat(cached.search(KAFKA).index().generation()).isEqualTo("2");
        assertThat(cached.stats().entries()).isEqualTo(1);
        engine.index = info("2", "green");
        assertThat(cached.search(KAFKA).index().glossary()).isEqualTo("green");
        assertThat(cached.stats().entries()).isEqualTo(1);
        assertThat(engine.asked).hasValue(4);
    }

    @Test
    void search_indexSwitchedWhileItRuns_isKeptForTheGenerationItCameFrom() {
        engine.answer = r -> {
            engine.index = info("2", "");
            return engine.response(r, false);
        };
        assertThat(cached.search(KAFKA).index().generation()).isEqualTo("2");
        assertThat(cached.search(KAFKA).index().generation()).isEqualTo("2");
        assertThat(engine.asked).hasValue(1);
        engine.index = info("1", "");
        engine.answer = r -> engine.response(r, false);
        assertThat(cached.search(KAFKA).index().generation()).isEqualTo("1");
    }

    @Test
    void search_answerThatIsEarlierThanTheIndex_isNotKept() {
        engine.answer = r -> {
            SearchResponse early = engine.response(r, false);
            engine.answer = other -> engine.response(other, false);
            engine.index = info("2", "");
            cached.search(SearchRequest.of("another"));
            return early;
        };
        assertThat(cached.search(KAFKA).index().generation()).isEqualTo("1");
        assertThat(cached.stats().entries()).isEqualTo(1);
        assertThat(cached.search(KAFKA).index().generation()).isEqualTo("2");
    }

    @Test
    void search_equalRequestsAtOnce_runOnce() throws Exception {
        CountDownLatch go = blocked();
        List<SearchResponse> responses = new ArrayList<>();
        for (Future<SearchResponse> response : together(5, go)) {
            responses.add(AskedTwice.untimed(response.get()));
        }
        assertThat(engine.asked).hasValue(1);
        assertThat(responses).hasSize(5).containsOnly(AskedTwice.untimed(engine.response(KAFKA, false)));
        assertThat(cached.stats()).returns(4L, CacheStats::shared).returns(1L, CacheStats::misses);
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void search_equalRequestsAtOnceFail_allFailTheSame(boolean bug) {
        CountDownLatch go = new CountDownLatch(1);
        RuntimeException failure =
                bug ? new IllegalStateException("a bug") : new InvalidRequestException("q", "a bad request");
        engine.answer = r -> {
            await(go);
            throw failure;
        };
        for (Future<SearchResponse> response : together(5, go)) {
            assertThat(catchThrowable(response::get)).cause().isSameAs(failure);
        }
        assertThat(engine.asked).hasValue(1);
        engine.answer = r -> engine.response(r, false);
        assertThat(cached.search(KAFKA).total()).as("afterwards").isEqualTo(1);
    }

    @Test
    void search_equalRequestsAtOnceThatSwitchTheIndex_allGetTheLaterAnswer() throws Exception {
        CountDownLatch go = new CountDownLatch(1);
        engine.answer = r -> {
            await(go);
            engine.index = info("2", "");
            return engine.response(r, false);
        };
        for (Future<SearchResponse> response : together(3, go)) {
            assertThat(response.get().index().generation()).isEqualTo("2");
        }
    }

    @Test
    void search_anotherRequestWhileOneRuns_doesNotWait() throws Exception {
        CountDownLatch go = blocked();
        try (ExecutorService threads = Executors.newSingleThreadExecutor()) {
            Future<SearchResponse> slow = threads.submit(() -> cached.search(KAFKA));
            engine.awaitAsked(1);
            assertThat(cached.search(SearchRequest.of("redis")).total()).isEqualTo(1);
            assertThat(slow.isDone()).isFalse();
            go.countDown();
            assertThat(slow.get().total()).isEqualTo(1);
        }
    }

    @Test
    void search_manyRequests_staysWithinTheBound() {
        for (int i = 0; i < 2_000; i++) {
            cached.search(SearchRequest.of("kafka " + "x".repeat(500) + i));
        }
        assertThat(cached.stats().bytes()).isBetween(MEGABYTE / 2, MEGABYTE);
        assertThat(cached.stats().entries()).isBetween(100L, 1_900L);
    }

    @Test
    void search_noMemoryGiven_keepsNothing() {
        try (CachedSearchEngine none = new CachedSearchEngine(engine, 0)) {
            none.search(KAFKA);
            none.search(KAFKA);
            assertThat(engine.asked).hasValue(2);
            assertThat(none.stats().bytes()).isZero();
        }
    }

    @Test
    void close_closesTheEngine() {
        cached.search(KAFKA);
        cached.close();
        assertThat(engine.closed).isTrue();
        assertThat(cached.stats().entries()).isZero();
    }

    /** A latch that searches for kafka wait for. */
    private CountDownLatch blocked() {
        CountDownLatch go = new CountDownLatch(1);
        engine.answer = r -> {
            if (r.equals(KAFKA)) {
                await(go);
            }
            return engine.response(r, false);
        };
        return go;
    }

    /** Runs equal searches, all but one of which wait for the first when the latch opens. */
    private List<Future<SearchResponse>> together(int count, CountDownLatch go) {
        try (ExecutorService threads = Executors.newFixedThreadPool(count)) {
            List<Future<SearchResponse>> responses = new ArrayList<>();
            for (int i = 0; i < count; i++) {
                responses.add(threads.submit(() -> cached.search(KAFKA)));
            }
            while (cached.stats().shared() < count - 1) {
                Thread.onSpinWait();
            }
            go.countDown();
            return responses;
        }
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static IndexInfo info(String generation, String glossary) {
        return new IndexInfo(generation, 1, Instant.EPOCH, glossary);
    }

    /** Answers as it is told and counts what it is asked. */
    private static final class ScriptedEngine implements SearchEngine {
        static final long TOOK = Long.MAX_VALUE;

        final AtomicInteger asked = new AtomicInteger();
        volatile Function<SearchRequest, SearchResponse> answer = r -> response(r, false);
        volatile @Nullable IndexInfo index = info("1", "");
        volatile boolean closed;

        SearchResponse response(SearchRequest r, boolean partial) {
            Article article = Article.builder("Kafka", "P", LocalDate.EPOCH).build();
            Hit hit = new Hit(
                    article,
                    1,
                    1,
                    MarkedText.unmarked(article.title()),
                    MarkedText.unmarked(""),
                    List.of(),
                    List.of(),
                    List.of(),
                    null);
            return new SearchResponse(
                    r, r.q(), null, List.of(), 1, List.of(hit), null, List.of(), List.of(), index(), TOOK, partial);
        }

        void awaitAsked(int times) {
            while (asked.get() < times) {
                Thread.onSpinWait();
            }
        }

        @Override
        public SearchResponse search(SearchRequest request) {
            asked.incrementAndGet();
            return answer.apply(request);
        }

        @Override
        public FacetResponse facet(FacetRequest request) {
            asked.incrementAndGet();
            return new FacetResponse(request, new Facet(request.dim(), List.of(), 0), index(), TOOK, false);
        }

        @Override
        public Optional<SimilarResponse> similar(SimilarRequest request) {
            asked.incrementAndGet();
            return request.id().equals("none")
                    ? Optional.empty()
                    : Optional.of(new SimilarResponse(request, List.of(), index(), TOOK));
        }

        @Override
        public SuggestResponse suggest(SuggestRequest request) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Optional<ValueName> value(FacetDim dim, String name) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Optional<ArticleResponse> article(String id) {
            throw new UnsupportedOperationException();
        }

        @Override
        public IndexInfo index() {
            IndexInfo info = index;
            if (info == null) {
                throw new IndexUnavailableException("there is no index");
            }
            return info;
        }

        @Override
        public void close() {
            closed = true;
        }
    }
}
