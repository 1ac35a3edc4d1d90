package archsearch.searcher.query;

import static org.assertj.core.api.Assertions.assertThat;

import archsearch.indexer.glossary.Glossary;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NearTermsTest {
    private NearTerms terms = new NearTerms(Glossary.EMPTY);

    @BeforeEach
    void readGlossary() throws IOException {
        String lines = """
                分布式锁\tdistributed lock\tarchitecture
                分布式\tdistributed\tarchitecture
                领域驱动设计\tdomain-driven design\tarchitecture
                高德\tAmap\tcompany
                限流\trate limiting | throttling\tarchitecture
                \tchange data capture\tdata
                """;
        terms = new NearTerms(
                Glossary.read(new ByteArrayInputStream(lines.getBytes(StandardCharsets.UTF_8)), "glossary"));
    }

    @ParameterizedTest
    @CsvSource({
        "分布式锁定, 分布式锁", // another wording
        "distributed locking service, 分布式锁",
        "gaode, 高德", // pinyin
        "Gao De, 高德",
        "分步式, 分布式", // read alike
        "CDC, change data capture", // initials
        "領域驅動设计, 领域驱动设计", // traditional characters
    })
    void of_aTextThatMayNameAConcept_findsItFirst(String text, String form) {
        assertThat(terms.of(text, 3))
                .first()
                .satisfies(near ->
                        assertThat(near.concept().forms().getFirst().text()).isEqualTo(form));
    }

    @ParameterizedTest
    @CsvSource({"Kubernetes", "dd", "锁", "'   '", "'++'", "数据库连接池"})
    void of_aTextOfSomethingElse_findsNothing(String text) {
        assertThat(terms.of(text, 3)).isEmpty();
    }

    @Test
    void of_moreThanAsked_endsAtTheLimit() {
        assertThat(terms.of("分布式锁", 3)).hasSize(2);
        assertThat(terms.of("分布式锁", 1)).hasSize(1);
    }

    @Test
    void of_severalConcepts_theNearestIsFirst() {
        List<NearTerms.Near> near = terms.of("分布式锁", 2);

        assertThat(near.getFirst().likeness()).isGreaterThan(near.getLast().likeness());
    }
}
