package archsearch.benchmarks.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class TypedKindTest {
    private static final String TITLE = "Kafka 消息队列 Internals";
    private final SplittableRandom random = new SplittableRandom(1);

    @Test
    void of_aMixedTitle_isWhatItsKindSays() {
        for (int i = 0; i < 50; i++) {
            assertThat(TypedKind.ENGLISH.of(TITLE, random))
                    .hasValueSatisfying(typed -> assertThat(TITLE).contains(typed));
            assertThat(TypedKind.CHINESE.of(TITLE, random))
                    .hasValueSatisfying(typed -> assertThat("消息队列").contains(typed));
            assertThat(TypedKind.PINYIN.of(TITLE, random))
                    .hasValueSatisfying(
                            typed -> assertThat("xiaoxiduilie xiaoxi duilie").contains(typed));
            assertThat(TypedKind.TWO.of(TITLE, random))
                    .hasValueSatisfying(typed -> assertThat(typed).containsPattern("(?:Kafka|Internals) [KI]"));
        }
    }

    @Test
    void of_aTitleWithoutSuchWords_isEmpty() {
        assertThat(TypedKind.CHINESE.of("Kafka", random)).isEmpty();
        assertThat(TypedKind.PINYIN.of("Kafka", random)).isEmpty();
        assertThat(TypedKind.ENGLISH.of("消息队列", random)).isEmpty();
        assertThat(TypedKind.TWO.of("Kafka 消息队列", random)).isEmpty();
    }
}
