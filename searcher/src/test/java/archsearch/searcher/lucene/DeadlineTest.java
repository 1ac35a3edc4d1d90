package archsearch.searcher.lucene;

import static org.assertj.core.api.Assertions.assertThat;

import archsearch.indexer.ArticleWriter;
import archsearch.indexer.article.Article;
import archsearch.indexer.lucene.IndexFolder;
import archsearch.indexer.lucene.LuceneArticleIndex;
import archsearch.searcher.CachedSearchEngine;
import archsearch.searcher.FacetDim;
import archsearch.searcher.FacetRequest;
import archsearch.searcher.FacetResponse;
import archsearch.searcher.SearchEngine;
import archsearch.searcher.SearchRequest;
import archsearch.searcher.SearchResponse;
import archsearch.searcher.Sort;
import archsearch.searcher.query.GlossaryTerms;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Searches that run out of time, by a clock on which every look takes a millisecond. */
class DeadlineTest {
    private static final int ARTICLES = 6_000;

    @TempDir
    static Path folder;

    private static final AtomicLong CLOCK = new AtomicLong();
    /** Milliseconds, which are looks at the clock, until a search runs out of time. */
    private static final AtomicLong TIME = new AtomicLong();

    private static LuceneSearchEngine engine;

    @BeforeAll
    static void index() throws IOException {
        try (ArticleWriter writer = new LuceneArticleIndex(folder).openBatch()) {
            for (int i = 0; i < ARTICLES; i++) {
                writer.put(Article.builder(
                                "Kafka queues in depth",
                                i % 2 == 0 ? "Blue" : "Green",
                                LocalDate.of(2019, 1, 1 + i % 28))
                        .id("a" + i)
                        .tags(List.of("Queues"))
                        .build());
            }
            writer.commit();
        }
        engine = over(folder);
    }

    private static LuceneSearchEngine over(Path index) {
        return LuceneSearchEngine.over(
                new LiveIndex(new IndexFolder(index)),
                () -> GlossaryTerms.EMPTY,
                () -> new Deadline(Duration.ofMillis(TIME.get()), () -> CLOCK.getAndAdd(1_000_000)));
    }

    @AfterAll
    static void close() {
        engine.close();
    }

    private static SearchResponse search(int millis, SearchRequest request) {
        TIME.set(millis);
        return engine.search(request);
    }

    /** By score, by date, and counted sideways, of words and of a phrase. */
    static Stream<SearchRequest> searches() {
        return Stream.of(
                        SearchRequest.of("kafka"),
                        SearchRequest.builder().q("kafka").sort(Sort.NEWEST).build(),
                        SearchRequest.builder()
                                .q("\"kafka queues\"")
                                .facets(Set.of())
                                .build(),
                        SearchRequest.builder()
                                .q("kafka")
                                .publishers(List.of("Blue", "Green"))
                                .build(),
                        SearchRequest.builder()
                                .q("\"kafka queues\"")
                                .publishers(List.of("Blue", "Green"))
                                .sort(Sort.NEWEST)
                                .build())
                .map(r -> r.toBuilder().grouped(false).build());
    }

    @ParameterizedTest
    @MethodSource("searches")
    void search_inTime_findsAllAndIsWhole(SearchRequest request) {
        SearchResponse response = search(1_000_000, request);
        assertThat(response.partial()).isFalse();
        assertThat(response.total()).isEqualTo(ARTICLES);
        assertThat(response.nextCursor()).isNotNull();
    }

    @ParameterizedTest
    @MethodSource("searches")
    void search_outOfTime_answersWithWhatItHasAndSaysSo(SearchRequest request) {
        SearchResponse response = search(4, request);
        assertThat(response.partial()).isTrue();
        assertThat(response.total()).isPositive().isLessThan(ARTICLES);
        assertThat(response.hits()).isNotEmpty();
        assertThat(response.nextCursor()).isNull();
    }

    @Test
    void search_outOfTimeOnceAllIsFound_leavesMarksOutAndSaysSo() {
        SearchRequest request = SearchRequest.builder()
                .q("kafka")
                .size(100)
                .facets(Set.of())
                .explain(true)
                .grouped(false)
                .build();
        int enough = 1;
        while (search(enough, request).partial()) {
            enough++;
        }
        SearchResponse response = search(enough - 90, request);
        assertThat(response.partial()).isTrue();
        assertThat(response.total()).isEqualTo(ARTICLES);
        assertThat(response.nextCursor()).isNotNull();
        assertThat(response.hits()).hasSize(100);
        assertThat(response.hits().getFirst().title().marks()).isNotEmpty();
        assertThat(response.hits().getLast().title().marks()).isNotEmpty();
        assertThat(response.hits().getFirst().explanation()).isNotNull();
        assertThat(response.hits().getLast().explanation()).isNull();

        SearchResponse shorter = search(enough - 102, request);
        assertThat(shorter.total()).isEqualTo(ARTICLES);
        assertThat(shorter.hits().get(19).title().marks()).isNotEmpty();
        assertThat(shorter.hits().getLast().title().marks()).isEmpty();
        assertThat(shorter.hits().getFirst().explanation()).isNull();
    }

    @Test
    void search_outOfTimeOnceLongTextsAreFound_marksSomeOfAPage(@TempDir Path texts) throws IOException {
        try (ArticleWriter writer = new LuceneArticleIndex(texts).openBatch()) {
            for (int i = 0; i < 5; i++) {
                writer.put(Article.builder("Kafka queues " + i, "Blue", LocalDate.of(2019, 1, 1))
                        .summary("words and ".repeat(3_000))
                        .build());
            }
            writer.commit();
        }
        SearchRequest request = SearchRequest.builder()
                .q("kaf*")
                .facets(Set.of())
                .grouped(false)
                .build();
        try (LuceneSearchEngine overTexts = over(texts)) {
            TIME.set(1);
            while (overTexts.search(request).partial()) {
                TIME.incrementAndGet();
            }
            TIME.decrementAndGet();
            SearchResponse response = overTexts.search(request);
            assertThat(response.partial()).isTrue();
            assertThat(response.hits()).hasSize(5);
            assertThat(response.hits().getFirst().title().marks()).isNotEmpty();
            assertThat(response.hits().getLast().title().marks()).isEmpty();
        }
    }

    @Test
    void search_noTimeAtAll_isNeitherCorrectedNorGivenSuggestions() {
        SearchResponse response = search(1, SearchRequest.of("kafak"));
        assertThat(response.partial()).isTrue();
        assertThat(response.total()).isZero();
        assertThat(response.correctedFrom()).isNull();
        assertThat(response.suggestions()).isEmpty();
        assertThat(search(1_000_000, SearchRequest.of("kafak")).correctedFrom()).isEqualTo("kafak");
    }

    @Test
    void search_timeoutZero_hasNoEnd() {
        SearchResponse response = search(0, SearchRequest.of("kafka"));
        assertThat(response.partial()).isFalse();
    }

    @Test
    void cursor_outOfTimeWhileTheQueryIsRead_isStillGood() {
        SearchRequest first = SearchRequest.of("kafka queues depth in");
        String cursor = search(0, first).nextCursor();
        SearchResponse response = search(1, first.toBuilder().cursor(cursor).build());
        assertThat(response.partial()).isTrue();
    }

    @Test
    void facet_outOfTime_saysSo() {
        FacetRequest request =
                new FacetRequest(SearchRequest.of("kafka"), FacetDim.PUBLISHER, "", FacetRequest.Order.COUNT, 10);
        TIME.set(3);
        FacetResponse cut = engine.facet(request);
        assertThat(cut.partial()).isTrue();
        TIME.set(0);
        assertThat(engine.facet(request).partial()).isFalse();
    }

    @Test
    void cache_partialAnswers_areNotKept() {
        SearchEngine cached = new CachedSearchEngine(engine, 1 << 20);
        SearchRequest request = SearchRequest.of("kafka");
        FacetRequest values =
                new FacetRequest(SearchRequest.of("queues"), FacetDim.TAG, "", FacetRequest.Order.COUNT, 10);
        TIME.set(3);
        assertThat(cached.search(request).partial()).isTrue();
        assertThat(cached.facet(values).partial()).isTrue();
        TIME.set(0);
        assertThat(cached.search(request).partial()).isFalse();
        assertThat(cached.facet(values).partial()).isFalse();
    }
}
