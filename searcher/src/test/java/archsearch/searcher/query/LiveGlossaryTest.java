package archsearch.searcher.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import archsearch.indexer.glossary.GlossaryException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LiveGlossaryTest {
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(20);

    @TempDir
    Path folder;

    private Path file;

    @BeforeEach
    void writeGlossary() throws IOException {
        file = folder.resolve("terms.tsv");
        Files.writeString(file, "秒杀\tseckill\tbusiness\n");
    }

    /** The forms, as soon as they are these; those of the last look where they never become so. */
    private static List<String> awaited(LiveGlossary glossary, List<String> forms) {
        Instant end = Instant.now().plus(LONGEST_WAIT);
        List<String> seen = glossary.get().forms();
        while (!seen.equals(forms) && Instant.now().isBefore(end)) {
            Thread.onSpinWait();
            seen = glossary.get().forms();
        }
        return seen;
    }

    @Test
    void get_fileWasChanged_readsItAgain() throws IOException {
        LiveGlossary glossary = LiveGlossary.open(file);
        GlossaryTerms before = glossary.get();
        assertThat(before.forms()).containsExactly("秒杀", "seckill");
        Files.writeString(file, "限流\trate limiting\tarchitecture\n");
        assertThat(awaited(glossary, List.of("限流", "rate limiting"))).containsExactly("限流", "rate limiting");
        assertThat(glossary.get().revision()).isNotEqualTo(before.revision());
    }

    @Test
    void get_fileBecameUnreadableAndGoodAgain_keepsTheLastGoodOne() throws IOException {
        LiveGlossary glossary = LiveGlossary.open(file);
        Files.writeString(file, "no tabs here\n");
        assertThatThrownBy(() -> LiveGlossary.open(file)).isInstanceOf(GlossaryException.class);
        // Long enough for the file to be looked at more than once.
        for (Instant end = Instant.now().plusMillis(1_200); Instant.now().isBefore(end); Thread.onSpinWait()) {
            assertThat(glossary.get().forms()).containsExactly("秒杀", "seckill");
        }
        Files.writeString(file, "限流\tthrottling\tarchitecture\n");
        assertThat(awaited(glossary, List.of("限流", "throttling"))).containsExactly("限流", "throttling");
    }
}
