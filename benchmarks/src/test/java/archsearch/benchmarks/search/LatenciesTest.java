package archsearch.benchmarks.search;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class LatenciesTest {
    @Test
    void percentile_isTheShortestThatTheShareDoesNotExceed() {
        Latencies latencies = new Latencies();
        for (int millis = 2_000; millis >= 1; millis--) {
            latencies.add(millis * 1_000_000L);
        }

        assertThat(latencies.millis(0.5)).isEqualTo(1_000);
        assertThat(latencies.millis(0.95)).isEqualTo(1_900);
        assertThat(latencies.millis(0.99)).isEqualTo(1_980);
        assertThat(latencies.millis(1)).isEqualTo(2_000);
        assertThat(latencies.millis(0.0001)).isEqualTo(1);
    }

    @Test
    void percentile_ofNothing_isZero() {
        assertThat(new Latencies().millis(0.5)).isZero();
    }
}
