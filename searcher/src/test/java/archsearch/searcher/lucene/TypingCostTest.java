package archsearch.searcher.lucene;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TypingCostTest {
    /** Typed, what is likelier to have been meant, what is less likely. */
    @ParameterizedTest
    @CsvSource({
        "kafka,kafka,kafkas",
        "kafak,kafka,kafas",
        "comand,command,comands",
        "redia,redis,redix",
        "spark,sparks,park",
        "microservics,microservices,microservice",
        "serviee,service,servile",
        "qeueu,queue,queues"
    })
    void of_twoCandidates_isLowerForTheLikelier(String typed, String likelier, String other) {
        assertThat(TypingCost.of(typed, likelier)).isLessThan(TypingCost.of(typed, other));
    }

    @Test
    void of_sameWord_isNothing() {
        assertThat(TypingCost.of("kafka", "kafka")).isZero();
        assertThat(TypingCost.of("", "")).isZero();
    }

    @Test
    void of_oneLetter_isNeverFarAndTwoLettersAre() {
        assertThat(Candidate.of("kafka", TypingCost.of("xkafka", "kafka"), 1).isFar())
                .isFalse();
        assertThat(Candidate.of("kafka", TypingCost.of("qafka", "kafka"), 1).isFar())
                .isFalse();
        assertThat(Candidate.of("kafka", TypingCost.of("kfk", "kafka"), 1).isFar())
                .isTrue();
        assertThat(Candidate.of("command", TypingCost.of("comannd", "command"), 1)
                        .isFar())
                .isTrue();
    }
}
