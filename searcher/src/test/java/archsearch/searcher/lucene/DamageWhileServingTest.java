package archsearch.searcher.lucene;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files of the live generation that are damaged while it is served. */
class DamageWhileServingTest {
    private static final long PATIENCE_SECONDS = 180;

    @TempDir
    Path folder;

    @Test
    void liveGeneration_damagedUnderSearches_givesWayToTheLastGoodOne() throws IOException, InterruptedException {
        File said = folder.resolve("said").toFile();
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx512m",
                        "--enable-native-access=ALL-UNNAMED",
                        "-cp",
                        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                        DamageWhileServing.class.getName(),
                        folder.resolve("index").toString())
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(said)
                .start();
        try {
            assertThat(process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS))
                    .as("ends")
                    .isTrue();
        } finally {
            process.destroyForcibly();
        }
        String text = Files.readString(said.toPath());
        assertThat(process.exitValue()).as(text).isZero();
        assertThat(text)
                .contains("cut to nothing: noticed", "cut in half: noticed", "overwritten: noticed")
                .containsPattern("the only one: .*_0\\.cfs.*archsearch check --index");
    }
}
