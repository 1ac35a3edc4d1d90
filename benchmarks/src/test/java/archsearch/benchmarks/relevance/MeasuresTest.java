package archsearch.benchmarks.relevance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class MeasuresTest {
    private static final double EXACT = 1e-9;

    @Test
    void twoTopics_oneWithoutHits_areMeansOfBoth() {
        Measures m = Measures.of(
                judgements(Map.of("1", Map.of("a", 1, "b", 1), "2", Map.of("c", 1))),
                Map.of("1", List.of("x", "a", "b"), "2", List.of()));

        assertThat(m.topics()).isEqualTo(2);
        assertThat(m.mrr10()).isEqualTo(0.25, within(EXACT));
        assertThat(m.ap()).isEqualTo((0.5 + 2.0 / 3) / 4, within(EXACT));
        assertThat(m.recall100()).isEqualTo(0.5, within(EXACT));
        assertThat(m.p30()).isEqualTo(2.0 / 30 / 2, within(EXACT));
        double log3 = Math.log(3) / Math.log(2);
        assertThat(m.ndcg10()).isEqualTo((1 / log3 + 1.0 / 2) / (1 + 1 / log3) / 2, within(EXACT));
    }

    @Test
    void topic_missingFromTheRun_countsAsZero() {
        Measures m =
                Measures.of(judgements(Map.of("1", Map.of("a", 1), "2", Map.of("b", 1))), Map.of("1", List.of("a")));

        assertThat(m).isEqualTo(new Measures(2, 0.5, 0.5, 0.5, 0.5, 1.0 / 60));
    }

    @Test
    void topic_withoutRelevantArticle_isLeftOut() {
        Measures m =
                Measures.of(judgements(Map.of("1", Map.of("a", 1), "2", Map.of("b", 0))), Map.of("1", List.of("a")));

        assertThat(m.topics()).isEqualTo(1);
        assertThat(m.ap()).isEqualTo(1);
    }

    @Test
    void topic_withoutJudgements_isLeftOut() {
        Measures m = Measures.of(
                judgements(Map.of("1", Map.of("a", 1))), Map.of("1", List.of("a"), "unjudged", List.of("a")));

        assertThat(m.topics()).isEqualTo(1);
    }

    @Test
    void grades_countAsTwoToTheirPowerLessOne() {
        Judgements judgements = judgements(Map.of("1", Map.of("good", 3, "fair", 1, "bad", 0)));

        Measures m = Measures.of(judgements, Map.of("1", List.of("bad", "fair", "good")));

        double log3 = Math.log(3) / Math.log(2);
        assertThat(m.ndcg10()).isEqualTo((1 / log3 + 7.0 / 2) / (7 + 1 / log3), within(EXACT));
    }

    @Test
    void relevantArticle_beyondACut_countsOnlyWhereItIsWithin() {
        // rank -> which measures see it: 10, 11, 30, 31, 100, 101, 1000, 1001
        assertThat(seen(10)).isEqualTo("mrr ndcg p30 recall ap");
        assertThat(seen(11)).isEqualTo("p30 recall ap");
        assertThat(seen(30)).isEqualTo("p30 recall ap");
        assertThat(seen(31)).isEqualTo("recall ap");
        assertThat(seen(100)).isEqualTo("recall ap");
        assertThat(seen(101)).isEqualTo("ap");
        assertThat(seen(1_000)).isEqualTo("ap");
        assertThat(seen(1_001)).isEmpty();
    }

    @Test
    void noTopics_areZeroes() {
        assertThat(Measures.of(judgements(Map.of()), Map.of())).isEqualTo(new Measures(0, 0, 0, 0, 0, 0));
    }

    private static String seen(int rank) {
        List<String> ranking = new ArrayList<>(
                IntStream.range(1, rank).mapToObj(i -> "other" + i).toList());
        ranking.add("relevant");
        Measures m = Measures.of(judgements(Map.of("1", Map.of("relevant", 1))), Map.of("1", ranking));
        List<String> seen = new ArrayList<>();
        note(seen, "mrr", m.mrr10(), 1.0 / rank);
        note(seen, "ndcg", m.ndcg10(), Math.log(2) / Math.log(rank + 1));
        note(seen, "p30", m.p30(), 1.0 / 30);
        note(seen, "recall", m.recall100(), 1);
        note(seen, "ap", m.ap(), 1.0 / rank);
        return String.join(" ", seen);
    }

    private static void note(List<String> seen, String name, double value, double expected) {
        if (value != 0) {
            assertThat(value).as(name).isEqualTo(expected, within(EXACT));
            seen.add(name);
        }
    }

    private static Judgements judgements(Map<String, Map<String, Integer>> grades) {
        return new Judgements(grades);
    }
}
