package archsearch.benchmarks.soak;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SoakCountsTest {
    private final SoakCounts counts = new SoakCounts();

    @ParameterizedTest
    @CsvSource({
        "200, false, ANSWERED",
        "304, false, ANSWERED",
        "404, false, UNEXPECTED",
        "429, true, UNEXPECTED",
        "500, false, SERVER_ERROR",
        "500, true, SERVER_ERROR",
        "503, false, SERVER_ERROR",
        "503, true, REFUSED"
    })
    void answer_byItsStatus_hasItsOutcome(int status, boolean retryAfter, Outcome outcome) {
        assertThat(Outcome.of(status, retryAfter, Set.of(200, 304))).isEqualTo(outcome);
    }

    @Test
    void noAnswer_countsAsDropped_unlessTheServerWasDown() {
        assertThat(Outcome.ofNone(false)).isEqualTo(Outcome.DROPPED);
        assertThat(Outcome.ofNone(true)).isEqualTo(Outcome.SERVER_DOWN);
    }

    @Test
    void soak_withNothingButWhatMayHappen_isGood() {
        counts.request(Load.NORMAL, Outcome.ANSWERED, "/a", 2_000_000);
        counts.request(Load.NORMAL, Outcome.REFUSED, "/b", 1_000_000_000);
        counts.request(Load.HOSTILE, Outcome.SERVER_DOWN, "/c", 1);
        counts.event("servers killed");
        counts.followed(5);

        assertThat(counts.isGood()).isTrue();
        assertThat(counts.report().lines())
                .anySatisfy(line -> assertThat(line).matches("normal +2 +1 +1( +0){4} +2\\.0 +2\\.0 +2\\.0 +/a"))
                .anySatisfy(line -> assertThat(line).isEqualTo("articles lost 0"))
                .anySatisfy(line -> assertThat(line).isEqualTo("servers killed 1"));
    }

    @ParameterizedTest
    @CsvSource({"SERVER_ERROR", "UNEXPECTED", "DROPPED"})
    void soak_withAFaultyRequest_isNotGoodAndSaysWhich(Outcome outcome) {
        counts.request(Load.HOSTILE, outcome, "/worst", 1);

        assertThat(counts.isGood()).isFalse();
        assertThat(counts.report()).contains(outcome.label() + ": /worst");
    }

    @Test
    void soak_withALostArticleOrAnotherFault_isNotGood() {
        counts.lost(2, "two of them");
        assertThat(counts.isGood()).isFalse();
        assertThat(counts.report()).contains("articles lost 2", "lost: two of them");

        SoakCounts others = new SoakCounts();
        others.fault("writers failed", "all");
        assertThat(others.isGood()).isFalse();
        assertThat(others.report()).contains("writers failed 1", "writers failed: all");
    }

    @Test
    void slowest_isThatOfAnsweredRequests() {
        counts.request(Load.NORMAL, Outcome.ANSWERED, "/slow", 3_000_000);
        counts.request(Load.NORMAL, Outcome.REFUSED, "/slower", 9_000_000);
        counts.request(Load.NORMAL, Outcome.ANSWERED, "/own pace", -1);

        assertThat(counts.report()).contains("3.0  /slow\n").doesNotContain("9.0");
    }
}
