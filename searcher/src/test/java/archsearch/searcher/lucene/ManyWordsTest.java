package archsearch.searcher.lucene;

import static org.assertj.core.api.Assertions.assertThat;

import archsearch.indexer.ArticleWriter;
import archsearch.indexer.article.Article;
import archsearch.indexer.lucene.IndexFolder;
import archsearch.indexer.lucene.LuceneArticleIndex;
import archsearch.searcher.FacetDim;
import archsearch.searcher.FacetRequest;
import archsearch.searcher.FacetResponse;
import archsearch.searcher.Hit;
import archsearch.searcher.SearchRequest;
import archsearch.searcher.SearchResponse;
import archsearch.searcher.Sort;
import archsearch.searcher.query.GlossaryTerms;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Queries that many words of the index match, by a clock on which every look takes a millisecond. */
class ManyWordsTest {
    private static final int ARTICLES = 1_500;
    /** Looks at the clock that suffice for documents, of which there are few, and not for words. */
    private static final int SHORT = 50;

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
                                "Karel" + word(i) + " basel" + word(i),
                                i % 2 == 0 ? "Blue" : "Green",
                                LocalDate.of(2019, 1, 1 + i % 28))
                        .id("a" + i)
                        .build());
            }
            writer.commit();
        }
        engine = LuceneSearchEngine.over(
                new LiveIndex(new IndexFolder(folder)),
                () -> GlossaryTerms.EMPTY,
                () -> new Deadline(Duration.ofMillis(TIME.get()), () -> CLOCK.getAndAdd(1_000_000)));
    }

    /** Three letters, another three for every number. */
    private static String word(int number) {
        return "" + (char) ('a' + number / 676) + (char) ('a' + number / 26 % 26) + (char) ('a' + number % 26);
    }

    @AfterAll
    static void close() {
        engine.close();
    }

    private static SearchResponse search(int millis, SearchRequest request) {
        TIME.set(millis);
        return engine.search(request);
    }

    static Stream<SearchRequest> searches() {
        return Stream.of(
                SearchRequest.of("k* b*"),
                SearchRequest.of("title:k* b* OR ka*"),
                SearchRequest.of("-kx* b*"),
                SearchRequest.builder().q("k* b*").sort(Sort.NEWEST).build(),
                SearchRequest.builder().q("k*").grouped(false).explain(true).build(),
                SearchRequest.builder()
                        .q("k* b*")
                        .publishers(List.of("Blue"))
                        .sort(Sort.OLDEST)
                        .build());
    }

    @ParameterizedTest
    @MethodSource("searches")
    void search_outOfTimeWhileWordsAreListed_endsAndSaysSo(SearchRequest request) {
        SearchResponse whole = search(1_000_000, request);
        assertThat(whole.partial()).isFalse();
        assertThat(whole.total()).isPositive();
        SearchResponse cut = search(SHORT, request);
        assertThat(cut.partial()).isTrue();
        assertThat(cut.total()).isLessThan(whole.total());
    }

    @ParameterizedTest
    @MethodSource("searches")
    void search_outOfTimeAtAnyMoment_answersWithPartOfTheWhole(SearchRequest request) {
        SearchResponse whole = search(1_000_000, request);
        SearchResponse cut = search(1, request);
        for (int time = 2; cut.partial(); time += 1 + time / 20) {
            assertThat(cut.total()).as("%d ms", time).isBetween(0, whole.total());
            assertThat(cut.hits()).as("%d ms", time).extracting(Hit::score).allMatch(Double::isFinite);
            // A page of a few hits is marked, however late it is.
            assertThat(cut.hits())
                    .as("%d ms", time)
                    .allMatch(hit -> !hit.title().marks().isEmpty());
            cut = search(time, request);
        }
        assertThat(cut.total()).isEqualTo(whole.total());
    }

    @Test
    void facet_outOfTimeWhileWordsAreListed_saysSo() {
        TIME.set(SHORT);
        FacetResponse cut = engine.facet(
                new FacetRequest(SearchRequest.of("k* b*"), FacetDim.PUBLISHER, "", FacetRequest.Order.COUNT, 10));
        assertThat(cut.partial()).isTrue();
    }
}
