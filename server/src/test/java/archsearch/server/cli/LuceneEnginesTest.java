package archsearch.server.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import archsearch.indexer.BatchIndexer;
import archsearch.indexer.IndexJob;
import archsearch.indexer.IndexProgress;
import archsearch.searcher.CachedSearchEngine;
import archsearch.searcher.IndexUnavailableException;
import archsearch.searcher.SearchRequest;
import archsearch.server.metrics.EngineState;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LuceneEnginesTest {
    private static final EngineLimits LIMITS = new EngineLimits(3, Duration.ZERO, 2);

    @TempDir
    Path folder;

    @Test
    void openServing_memoryGiven_remembersAnswersWithinIt() throws IOException {
        try (ServingEngine serving = new LuceneEngines().openServing(folder, null, LIMITS)) {
            assertThat(serving.engine())
                    .isInstanceOfSatisfying(
                            CachedSearchEngine.class,
                            cached -> assertThat(cached.stats().maxBytes()).isEqualTo(3L << 20));
        }
    }

    @Test
    void openServing_noMemory_isThePlainEngine() throws IOException {
        try (ServingEngine serving =
                new LuceneEngines().openServing(folder, null, new EngineLimits(0, Duration.ZERO, 2))) {
            assertThat(serving.engine()).isNotInstanceOf(CachedSearchEngine.class);
            assertThat(serving.state().cache()).isEmpty();
        }
    }

    @Test
    void state_ofAnIndex_tellsWhatIsServedAndHowItWasAsked() throws IOException {
        index();

        try (ServingEngine serving = new LuceneEngines().openServing(folder.resolve("index"), null, LIMITS)) {
            serving.engine().search(SearchRequest.of("title"));
            serving.engine().search(SearchRequest.of("title"));

            EngineState state = serving.state();
            assertThat(state.index().docs()).isEqualTo(1);
            assertThat(state.indexBytes()).isBetween(1_000L, 1_000_000L);
            assertThat(state.cache()).hasValueSatisfying(stats -> {
                assertThat(stats.hits()).isEqualTo(1);
                assertThat(stats.misses()).isEqualTo(1);
            });
            assertThat(state.refused()).isZero();
            assertThat(state.waiting()).isZero();
        }
    }

    @Test
    void state_withoutAnIndex_hasNoBytesAndSaysThatThereIsNone() throws IOException {
        try (ServingEngine serving = new LuceneEngines().openServing(folder, null, LIMITS)) {
            assertThat(serving.state().indexBytes()).isZero();
            assertThatThrownBy(() -> serving.state().index()).isInstanceOf(IndexUnavailableException.class);
        }
    }

    private void index() throws IOException {
        Path dump = folder.resolve("dump.jsonl");
        Files.writeString(dump, "{\"title\":\"A title\",\"publisher\":\"P\",\"date\":\"2020-01-01\"}\n");
        new BatchIndexer(new LuceneEngines().index(folder.resolve("index")))
                .run(IndexJob.of(List.of(dump.toString())).build(), IndexProgress.NONE);
    }
}
