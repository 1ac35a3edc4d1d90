package archsearch.searcher.lucene;

import static org.assertj.core.api.Assertions.assertThat;

import archsearch.indexer.ArticleWriter;
import archsearch.indexer.article.Article;
import archsearch.indexer.article.Language;
import archsearch.indexer.lucene.LuceneArticleIndex;
import archsearch.searcher.Completion;
import archsearch.searcher.Facet;
import archsearch.searcher.FacetDim;
import archsearch.searcher.FacetRequest;
import archsearch.searcher.Hit;
import archsearch.searcher.SearchRequest;
import archsearch.searcher.SearchResponse;
import archsearch.searcher.Sort;
import archsearch.searcher.SuggestRequest;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Articles and their reposts as one hit. */
class GroupedSearchTest {
    private static final List<Article> ARTICLES = List.of(
            article("queue-1", "Kafka queues in depth", "Blue", "2019-03-01", 12, 5, Language.EN, "Kafka", "Queues"),
            article("queue-2", "Kafka queues in depth", "Green", "2019-05-01", 3, 9, Language.EN, "kafka"),
            article("queue-3", "Understanding message streams", "Red", "2019-01-01", 40, 0, Language.EN, "Streams"),
            article("cache-1", "Caches and how they fail", "Blue", "2019-04-01", 7, 20, Language.EN, "Caches"),
            article("cache-2", "Caches and how they fail", "Blue", "2019-04-20", 9, 25, Language.EN, "Caches"),
            article("alone-1", "Kafka on one page", "Green", "2020-02-01", 1, 4, Language.EN, "Kafka"),
            article("alone-2", "缓存为什么会失效", "Red", "2016-02-01", 2, 30, Language.ZH, "缓存"));

    @TempDir
    Path folder;

    private LuceneSearchEngine engine;

    private static Article article(
            String id,
            String title,
            String publisher,
            String date,
            int likes,
            int minutes,
            Language lang,
            String... tags) {
        return Article.builder(title, publisher, LocalDate.parse(date))
                .id(id)
                .likes(likes)
                .readMinutes(minutes)
                .lang(lang)
                .tags(List.of(tags))
                .build();
    }

    @BeforeEach
    void index() throws IOException {
        try (ArticleWriter writer = new LuceneArticleIndex(folder).openBatch()) {
            for (Article article : ARTICLES) {
                writer.put(article);
            }
            writer.commit();
        }
        MadeGroups.write(
                folder,
                List.of(
                        new MadeGroups.Group(List.of(List.of("queue-1", "queue-2"), List.of("queue-3"))),
                        MadeGroups.Group.ofStories("cache-1", "cache-2")));
        engine = LuceneSearchEngine.open(folder);
    }

    @AfterEach
    void close() {
        engine.close();
    }

    @Test
    void search_grouped_showsAndCountsEachGroupOnce() {
        SearchResponse response = search(SearchRequest.of(""));
        assertThat(response.total()).isEqualTo(4);
        assertThat(ids(response)).containsExactly("alone-1", "queue-2", "cache-2", "alone-2");
        assertThat(response.hits()).extracting(Hit::rank).containsExactly(1, 2, 3, 4);
    }

    @Test
    void search_notGrouped_showsAndCountsArticles() {
        SearchResponse response = search(SearchRequest.builder().grouped(false).build());
        assertThat(response.total()).isEqualTo(7);
        assertThat(response.hits()).allSatisfy(h -> assertThat(h.reposts()).isEmpty());
    }

    @Test
    void search_groupWithOneMatchingMember_namesTheOthersOldestFirst() {
        Hit hit = search(SearchRequest.of("streams")).hits().getFirst();
        assertThat(hit.article().id()).isEqualTo("queue-3");
        assertThat(hit.reposts())
                .extracting(r -> r.article().id() + ' ' + r.kind().word())
                .containsExactly("queue-1 story", "queue-2 story");
        assertThat(search(SearchRequest.of("depth")).hits().getFirst().reposts())
                .extracting(r -> r.article().id() + ' ' + r.kind().word())
                .containsExactly("queue-3 story", "queue-1 text");
    }

    @Test
    void search_eachOrder_showsTheMemberThatComesFirstInIt() {
        Map<Sort, List<String>> shown = Map.of(
                Sort.RELEVANCE, List.of("alone-1", "queue-2", "cache-2", "alone-2"),
                Sort.NEWEST, List.of("alone-1", "queue-2", "cache-2", "alone-2"),
                Sort.OLDEST, List.of("alone-2", "queue-3", "cache-1", "alone-1"),
                Sort.LIKES, List.of("queue-3", "cache-2", "alone-2", "alone-1"),
                Sort.MINUTES, List.of("alone-1", "queue-1", "cache-1", "alone-2"));
        shown.forEach((sort, ids) -> assertThat(
                        ids(search(SearchRequest.builder().sort(sort).build())))
                .as(sort.word())
                .isEqualTo(ids));
    }

    @Test
    void search_pages_giveEachGroupOnce() {
        for (int page = 1; page <= 4; page++) {
            SearchResponse response =
                    search(SearchRequest.builder().size(1).page(page).build());
            assertThat(response.hits()).extracting(Hit::rank).containsExactly(page);
            assertThat(response.pages()).isEqualTo(4);
        }
        assertThat(search(SearchRequest.builder().size(1).page(5).build()).hits())
                .isEmpty();
    }

    @Test
    void search_scores_areThoseOfTheArticlesAlone() {
        SearchRequest request = SearchRequest.of("kafka");
        Map<String, Double> alone = new LinkedHashMap<>();
        search(request.toBuilder().grouped(false).build())
                .hits()
                .forEach(h -> alone.put(h.article().id(), h.score()));
        SearchResponse grouped = search(request);
        assertThat(grouped.hits())
                .hasSize(2)
                .allSatisfy(h -> assertThat(h.score())
                        .isEqualTo(alone.get(h.article().id()))
                        .isPositive());
    }

    @Test
    void facets_grouped_countAGroupOnceForEachValueOfItsMatchingMembers() {
        SearchResponse all = search(SearchRequest.of(""));
        assertThat(counts(all, FacetDim.PUBLISHER)).isEqualTo(Map.of("Blue", 2, "Green", 2, "Red", 2));
        assertThat(counts(all, FacetDim.TAG))
                .isEqualTo(Map.of("Kafka", 2, "Caches", 1, "Queues", 1, "Streams", 1, "缓存", 1));
        assertThat(counts(all, FacetDim.YEAR)).isEqualTo(Map.of("2019", 2, "2020", 1, "2016", 1));
        SearchResponse kafka = search(SearchRequest.of("kafka"));
        assertThat(counts(kafka, FacetDim.PUBLISHER)).isEqualTo(Map.of("Blue", 1, "Green", 2));
        SearchResponse articles = search(SearchRequest.builder().grouped(false).build());
        assertThat(counts(articles, FacetDim.PUBLISHER)).isEqualTo(Map.of("Blue", 3, "Green", 2, "Red", 2));
    }

    @Test
    void facets_selectedPublisher_leavesTheOthersTheirCounts() {
        SearchResponse red =
                search(SearchRequest.builder().publishers(List.of("Red")).build());
        assertThat(counts(red, FacetDim.PUBLISHER)).isEqualTo(Map.of("Red", 2, "Blue", 2, "Green", 2));
        assertThat(counts(red, FacetDim.TAG)).isEqualTo(Map.of("Streams", 1, "缓存", 1));
    }

    @Test
    void facets_minutes_countAGroupByItsShortestMember() {
        SearchResponse all = search(SearchRequest.of(""));
        // Of the queues one is read in 5 minutes, one in 9, and of the third it is unknown.
        assertThat(counts(all, FacetDim.MINUTES)).isEqualTo(Map.of("5", 2, "20", 3, "30", 4));
        SearchResponse selected = search(SearchRequest.builder().minutesMax(7).build());
        assertThat(counts(selected, FacetDim.MINUTES)).isEqualTo(Map.of("5", 2, "7", 2, "20", 3, "30", 4));
        assertThat(selected.total()).isEqualTo(2);
    }

    @Test
    void facets_months_countAGroupOnceForEachMonth() {
        SearchResponse late =
                search(SearchRequest.builder().from(LocalDate.of(2019, 1, 1)).build());
        assertThat(counts(late, FacetDim.MONTH))
                .isEqualTo(Map.of("2019-01", 1, "2019-03", 1, "2019-04", 1, "2019-05", 1, "2020-02", 1));
        assertThat(search(SearchRequest.of(""))
                        .facet(FacetDim.MONTH)
                        .orElseThrow()
                        .values())
                .isEmpty();
    }

    @Test
    void suggestions_countGroups() {
        SearchResponse none =
                search(SearchRequest.builder().q("caches").years(List.of(1999)).build());
        assertThat(none.suggestions())
                .isNotEmpty()
                .allSatisfy(s -> assertThat(s.count())
                        .isEqualTo(search(s.request()).total())
                        .isEqualTo(1));
        SearchResponse articles =
                search(none.request().toBuilder().grouped(false).build());
        assertThat(articles.suggestions())
                .isNotEmpty()
                .allSatisfy(s -> assertThat(s.count())
                        .isEqualTo(search(s.request()).total())
                        .isEqualTo(2));
    }

    @Test
    void completions_countGroups() {
        assertThat(engine.suggest(SuggestRequest.of("")).completions())
                .isNotEmpty()
                .allSatisfy(c -> {
                    Completion.Value value = (Completion.Value) c;
                    assertThat(value.count()).isEqualTo(search(value.request()).total());
                });
    }

    @Test
    void facet_wholeList_hasTheNumbersOfTheSearch() {
        Facet tags = engine.facet(FacetRequest.of(FacetDim.TAG)).facet();
        assertThat(tags.values())
                .isEqualTo(search(SearchRequest.of(""))
                        .facet(FacetDim.TAG)
                        .orElseThrow()
                        .values());
    }

    @Test
    void search_allButOneMemberDeleted_isNoGroupAnyMore() throws IOException {
        try (ArticleWriter writer = new LuceneArticleIndex(folder).openUpdate()) {
            writer.delete("cache-2");
            writer.commit();
        }
        try (LuceneSearchEngine fresh = LuceneSearchEngine.open(folder)) {
            SearchResponse response = fresh.search(SearchRequest.of("caches"));
            assertThat(ids(response)).containsExactly("cache-1");
            assertThat(response.hits().getFirst().reposts()).isEmpty();
        }
    }

    @Test
    void search_noFacets_findsTheSame() {
        SearchRequest request = SearchRequest.builder()
                .publishers(List.of("Green"))
                .minutesMax(10)
                .build();
        SearchResponse without = search(request.toBuilder().facets(Set.of()).build());
        assertThat(ids(without)).isEqualTo(ids(search(request))).containsExactly("alone-1", "queue-2");
        assertThat(without.facets()).isEmpty();
    }

    private SearchResponse search(SearchRequest request) {
        return engine.search(request);
    }

    private static List<String> ids(SearchResponse response) {
        return response.hits().stream().map(h -> h.article().id()).toList();
    }

    private static Map<String, Integer> counts(SearchResponse response, FacetDim dim) {
        Map<String, Integer> counts = new LinkedHashMap<>();
        response.facet(dim).orElseThrow().values().forEach(v -> counts.put(v.value(), v.count()));
        return counts;
    }
}
