package archsearch.indexer.tags;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.StringReader;
import java.io.StringWriter;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TagVocabularyTest {
    private static final TagVocabulary SOME =
            TagVocabulary.of(Map.of("Kafka", 12, "C++", 3.25, "消息队列", 7, "fund‑trading", 1e-7));

    private static String written(TagVocabulary vocabulary) throws IOException {
        StringWriter out = new StringWriter();
        vocabulary.write(out);
        return out.toString();
    }

    @Test
    void read_whatWasWritten_isEqual() throws IOException {
        assertThat(TagVocabulary.read(new StringReader(written(SOME)))).isEqualTo(SOME);
        assertThat(TagVocabulary.read(new StringReader(written(TagVocabulary.empty()))))
                .isEqualTo(TagVocabulary.empty());
    }

    @Test
    void write_anyVocabulary_mostFrequentFirst() throws IOException {
        assertThat(written(SOME).lines()).element(1).isEqualTo("12.0\tKafka");
    }

    @Test
    void mergedWith_other_addsCounts() {
        TagVocabulary sum = SOME.mergedWith(TagVocabulary.of(Map.of("Kafka", 1, "Redis", 2)));
        assertThat(sum.count("Kafka")).isEqualTo(13);
        assertThat(sum.count("Redis")).isEqualTo(2);
        assertThat(sum.count("C++")).isEqualTo(3.25);
        assertThat(sum.count("kafka")).isZero();
    }

    @Test
    void of_badTagsOrCounts_leftOut() {
        assertThat(TagVocabulary.of(Map.of("a\tb", 1, " ", 1, "Kafka", 0, "Redis", Double.NaN, "x".repeat(401), 1)))
                .isEqualTo(TagVocabulary.empty());
    }

    @ParameterizedTest
    @ValueSource(strings = {"nonsense\tKafka", "1.0", "-1.0\tKafka", "NaN\tKafka", "1.0\t", "1.0\tKafka\tx"})
    void read_badLine_errorNamesLine(String line) {
        assertThatThrownBy(() -> TagVocabulary.read(new StringReader("archsearch-tags 1\n1.0\tRedis\n" + line + "\n")))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("line 3");
    }

    @Test
    void read_otherFormat_refused() {
        assertThatThrownBy(() -> TagVocabulary.read(new StringReader(""))).hasMessageContaining("archsearch-tags 1");
    }
}
