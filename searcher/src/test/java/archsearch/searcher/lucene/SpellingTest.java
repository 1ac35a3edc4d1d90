package archsearch.searcher.lucene;

import static org.assertj.core.api.Assertions.assertThat;

import archsearch.indexer.ArticleWriter;
import archsearch.indexer.article.Article;
import archsearch.indexer.lucene.LuceneArticleIndex;
import archsearch.searcher.SearchRequest;
import archsearch.searcher.SearchResponse;
import archsearch.searcher.Suggestion;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Corrections that depend on how frequent words are, and queries that nobody means well with. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SpellingTest {
    private LuceneSearchEngine engine;

    @BeforeAll
    void index(@TempDir Path folder) throws IOException {
        List<String> titles = new ArrayList<>();
        for (int i = 0; i < 30; i++) {
            titles.add("Kafka streams part " + i);
            titles.add("Load balancing under stress, lesson " + i);
        }
        titles.addAll(List.of(
                "A kafak of my own",
                "Queues in gerat detail",
                "Great queue",
                "Great lakes",
                "Great detail of a map",
                "Plan for a plane",
                "Plain text",
                "Planet of planes",
                "gaobingox",
                "高并发系统",
                "cloud clone"));
        try (ArticleWriter writer = new LuceneArticleIndex(folder).openBatch()) {
            for (String title : titles) {
                writer.put(Article.builder(title, "Somebody", LocalDate.of(2020, 1, 1))
                        .build());
            }
            writer.commit();
        }
        engine = LuceneSearchEngine.open(folder);
    }

    @AfterAll
    void close() {
        engine.close();
    }

    /** What is typed, then what is answered. */
    @ParameterizedTest
    @CsvSource({
        "loadbalancing, load balancing",
        "laod balnacing, load balancing",
        "plann, plan",
        "plann text, plain text",
        "cloux clone, cloud clone",
        "kafak streams, kafka streams",
        "straems, streams",
        "gerat lakes, great lakes"
    })
    void search_nothingExact_answersWhatWasMeant(String typed, String meant) {
        SearchResponse response = engine.search(SearchRequest.of(typed));
        assertThat(response.parsed()).isEqualTo(meant);
        assertThat(response.correctedFrom()).isEqualTo(typed);
        assertThat(response.total()).isPositive();
    }

    @Test
    void search_rareWordLikeAFrequentOne_asksWhatWasMeant() {
        SearchResponse response = engine.search(SearchRequest.of("kafak"));
        assertThat(response.correctedFrom()).isNull();
        assertThat(response.total()).isEqualTo(1);
        assertThat(response.suggestions())
                .containsExactly(new Suggestion(Suggestion.Kind.SPELLING, SearchRequest.of("kafka"), 30));
    }

    @Test
    void search_pinyinOrTwoSlips_offersThePinyinFirst() {
        SearchResponse response = engine.search(SearchRequest.of("gaobingfa"));
        assertThat(response.correctedFrom()).isNull();
        assertThat(response.suggestions())
                .containsExactly(
                        new Suggestion(Suggestion.Kind.PINYIN, SearchRequest.of("高并发"), 1),
                        new Suggestion(Suggestion.Kind.SPELLING, SearchRequest.of("gaobingox"), 1));
    }

    @Test
    @Timeout(60)
    void search_hostileText_endsSoonAndOffersOnlyWhatIsFound() {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        String letters = "abcdefghijklmnopqrstuvwxyzé微服务ーПри😀ﬁ-./\"(:~*?";
        List<String> queries = new ArrayList<>(List.of(
                "x".repeat(1_000),
                "kafka".repeat(200),
                "fenbushi".repeat(125),
                "ab".repeat(15),
                "kafak streems ".repeat(71),
                "wei fu wu bing fa ".repeat(50)));
        for (int i = 0; i < 20; i++) {
            StringBuilder query = new StringBuilder();
            for (int word = 0; word < 64; word++) {
                for (int n = random.nextInt(i < 10 ? 14 : 3); n >= 0; n--) {
                    query.appendCodePoint(letters.codePoints().toArray()[random.nextInt(i < 5 ? 26 : 40)]);
                }
                query.append(' ');
            }
            queries.add(query.substring(0, Math.min(query.length(), 1_000)));
        }
        for (String query : queries) {
            SearchResponse response = engine.search(SearchRequest.of(query));
            for (Suggestion s : response.suggestions()) {
                assertThat(engine.search(s.request()).total())
                        .as("seed " + seed + ": " + s)
                        .isEqualTo(s.count());
            }
        }
    }
}
