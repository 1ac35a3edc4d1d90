package archsearch.benchmarks.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TitleEngineTest {
    @TempDir
    private Path folder;

    @Test
    void ids_piecesOfATitle_findTheShortestTitleThatHasThemAll() throws IOException {
        Path articles = Files.writeString(folder.resolve("articles.jsonl"), """
                {"id":"a","title":"Kafka page cache and the disk","publisher":"P","date":"2020-01-01"}
                {"id":"b","title":"Page cache of Kafka","publisher":"P","date":"2020-01-02"}
                {"id":"c","title":"Kafka","summary":"page cache","publisher":"P","date":"2020-01-03"}
                {"id":"d","title":"消息队列的设计","publisher":"P","date":"2020-01-04"}
                """);
        Path index = new IndexCache(folder.resolve("cache")).get(new TitleEngine(), articles);

        try (Ranking ranking = new TitleEngine().open(index)) {
            assertThat(ranking.ids("cache KAFKA", 10)).containsExactly("b", "a");
            assertThat(ranking.ids("cache KAFKA", 1)).containsExactly("b");
            assertThat(ranking.ids("息队列", 10)).containsExactly("d");
            assertThat(ranking.ids("erlang", 10)).isEmpty();
        }
    }
}
