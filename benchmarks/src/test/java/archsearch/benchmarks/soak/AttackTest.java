package archsearch.benchmarks.soak;

import static org.assertj.core.api.Assertions.assertThat;

import archsearch.indexer.article.Article;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class AttackTest {
    @ParameterizedTest
    @EnumSource
    void attack_isTheSameForTheSameSeedAndHasStatuses(Attack attack) {
        assertThat(attack.statuses()).isNotEmpty().doesNotContain(500, 503);
        Words words = words();
        Words same = words();
        for (int i = 0; i < 50; i++) {
            assertThat(attack.request(words))
                    .isEqualTo(attack.request(same))
                    .endsWith("\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
        }
    }

    private static Words words() {
        Article article = Article.builder("如何设计 Kafka 消息队列", "Publisher 1", LocalDate.of(2019, 1, 1))
                .tags(List.of("Kafka"))
                .build();
        return new Words(List.of(article), new SplittableRandom(1));
    }
}
