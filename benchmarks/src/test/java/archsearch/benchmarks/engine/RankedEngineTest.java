package archsearch.benchmarks.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class RankedEngineTest {
    @TempDir
    private Path folder;

    private Path articles = Path.of("");

    static List<RankedEngine> engines() {
        return RankedEngine.all(Path.of("src/test/resources/archsearch/benchmarks/terms.tsv"));
    }

    @BeforeEach
    void writeArticles() throws IOException {
        articles = Files.writeString(folder.resolve("articles.jsonl"), """
                {"id":"a","title":"Kafka page cache","publisher":"P","date":"2020-01-01"}
                {"id":"b","title":"消息队列的设计","summary":"Kafka","publisher":"P","date":"2020-01-02"}
                {"id":"c","title":"Redis","publisher":"P","date":"2020-01-03","tags":["缓存"]}
                """);
    }

    @ParameterizedTest
    @MethodSource("engines")
    void everyEngine_ranksWhatItIndexed(RankedEngine engine) throws IOException {
        Path index = new IndexCache(folder.resolve("cache")).get(engine, articles);

        try (Ranking ranking = engine.open(index)) {
            assertThat(ranking.ids("kafka", 10)).containsExactly("a", "b");
            assertThat(ranking.ids("kafka", 1)).containsExactly("a");
            assertThat(ranking.ids("消息队列", 10)).containsExactly("b");
            assertThat(ranking.ids("缓存", 10)).containsExactly("c");
            assertThat(ranking.ids("erlang", 10)).isEmpty();
        }
    }

    @Test
    void cachedIndex_isUsedAgainUntilTheArticlesChange() throws IOException {
        IndexCache cache = new IndexCache(folder.resolve("cache"));
        RankedEngine engine = PlainEngine.cjk();
        Path first = cache.get(engine, articles);

        assertThat(cache.get(engine, articles)).isEqualTo(first);
        Files.writeString(
                articles, "{\"id\":\"d\",\"title\":\"Erlang\",\"publisher\":\"P\",\"date\":\"2020-01-01\"}\n");
        assertThat(cache.get(engine, articles)).isNotEqualTo(first);
    }

    @Test
    void longQuery_isCutAtAWordToWhatTheEngineTakes() {
        assertThat(ArchsearchEngine.cut("kafka ".repeat(200)))
                .hasSizeLessThanOrEqualTo(1_000)
                .endsWith("kafka");
        assertThat(ArchsearchEngine.cut("kafka streams")).isEqualTo("kafka streams");
    }
}
