package archsearch.indexer.article;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ArticleTest {
    private static final LocalDate DAY = LocalDate.of(2019, 8, 27);

    @Test
    void id_sameArticleSpelledOtherwise_isTheSame() {
        assertThat(ArticleId.of("Amap Tech", "Multi‑Endpoint Services", DAY))
                .isEqualTo(ArticleId.of("AMAP  tech", "multi-endpoint services", DAY))
                .hasSize(20)
                .matches("[0-9a-f]+");
    }

    @Test
    void id_anyPartDiffers_differs() {
        String id = ArticleId.of("P", "T", DAY);
        assertThat(List.of(
                        ArticleId.of("Q", "T", DAY),
                        ArticleId.of("P", "U", DAY),
                        ArticleId.of("P T", "", DAY),
                        ArticleId.of("P", "T", DAY.plusDays(1))))
                .doesNotContain(id)
                .doesNotHaveDuplicates();
    }

    @Test
    void id_isPromisedToStay() {
        assertThat(ArticleId.of("Youzan Coder", "订单系统", LocalDate.of(2018, 1, 16)))
                .isEqualTo("e375a3abbc0ec3608ee3");
    }

    @Test
    void article_blankTitle_isRefused() {
        assertThatThrownBy(() -> Article.builder(" ", "P", DAY).build())
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("title");
    }

    @Test
    void tags_repeated_areKeptOnce() {
        assertThat(Article.builder("T", "P", DAY)
                        .tags(List.of("Go", "Kafka", "Go"))
                        .build()
                        .tags())
                .containsExactly("Go", "Kafka");
    }

    @ParameterizedTest
    @CsvSource({"基于 Kafka 的消息系统设计,ZH", "Kafka 入门,ZH", "What is a flash sale (秒杀)?,EN", "Kafka Internals,EN", "12345,EN"
    })
    void detect_mixedText_followsTheSentence(String text, Language language) {
        assertThat(Language.detect(text)).isEqualTo(language);
    }
}
