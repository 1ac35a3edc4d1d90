package archsearch.server.cli;

import static org.assertj.core.api.Assertions.assertThat;

import archsearch.indexer.IndexProgress.Phase;
import archsearch.indexer.IndexProgress.State;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProgressLineTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "LEARNING; 0; 0; 1000; 0; learning tags: 0 records, 0%",
                "INDEXING; 12000; 250; 1000; 3; 'indexing: 12,000 records, 25%, 4,000 a second, 9 s left'",
                "INDEXING; 10; 10; 10000; 1; 'indexing: 10 records, 0%, 10 a second, 16 min left'",
                "INDEXING; 10; 1; 10000; 1; 'indexing: 10 records, 0%, 10 a second, 2 h left'",
                "INDEXING; 10; 500; -1; 2; 'indexing: 10 records, 5 a second'",
                "COMMITTING; 10; 500; 500; 2; making the index live"
            })
    void text_state_saysRateAndTimeLeft(Phase phase, long records, long bytes, long total, int seconds, String text) {
        assertThat(ProgressLine.text(new State(phase, records, bytes, total, Duration.ofSeconds(seconds))))
                .isEqualTo(text);
    }

    @Test
    void update_onATerminal_isOneLineWithinTheWidthAndGoneAtTheEnd() {
        Screen screen = new Screen();
        try (ProgressLine progress = new ProgressLine(screen.shown(20))) {
            progress.update(new State(Phase.INDEXING, 1, 1, 9, Duration.ofMillis(10)));
            progress.update(new State(Phase.INDEXING, 12_000, 1, 9, Duration.ofSeconds(1)));
        }
        assertThat(screen.err()).isEqualTo("\r\u001B[Kindexing: 12,000 re\r\u001B[K");
        assertThat(screen.out()).isEmpty();
    }

    @Test
    void update_piped_isSilent() {
        Screen screen = new Screen();
        try (ProgressLine progress = new ProgressLine(screen.piped())) {
            progress.update(new State(Phase.INDEXING, 12_000, 1, 9, Duration.ofSeconds(1)));
        }
        assertThat(screen.err()).isEmpty();
    }
}
