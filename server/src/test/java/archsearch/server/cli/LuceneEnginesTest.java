package archsearch.server.cli;

import static org.assertj.core.api.Assertions.assertThat;

import archsearch.searcher.CachedSearchEngine;
import archsearch.searcher.SearchEngine;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LuceneEnginesTest {
    @TempDir
    Path folder;

    @Test
    void openCached_memoryGiven_remembersAnswersWithinIt() throws IOException {
        try (SearchEngine engine =
                new LuceneEngines().openCached(folder, null, new EngineLimits(3, Duration.ZERO, 2))) {
            assertThat(engine)
                    .isInstanceOfSatisfying(
                            CachedSearchEngine.class,
                            cached -> assertThat(cached.stats().maxBytes()).isEqualTo(3L << 20));
        }
    }

    @Test
    void openCached_noMemory_isThePlainEngine() throws IOException {
        try (SearchEngine engine =
                new LuceneEngines().openCached(folder, null, new EngineLimits(0, Duration.ZERO, 2))) {
            assertThat(engine).isNotInstanceOf(CachedSearchEngine.class);
        }
    }
}
