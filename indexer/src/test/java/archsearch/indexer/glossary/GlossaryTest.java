package archsearch.indexer.glossary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GlossaryTest {
    private static Glossary read(byte[] bytes) throws IOException {
        return Glossary.read(new ByteArrayInputStream(bytes), "terms.tsv");
    }

    private static Glossary read(String text) throws IOException {
        return read(text.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void read_formsOfBothSides_keepsTheirOrderAndMarks() throws IOException {
        assertThat(read("\uFEFF# a comment\r\n\r\n秒杀 | 抢购\tflash sale|~ seckill\tbusiness\r\n")
                        .concepts())
                .containsExactly(new Concept(
                        List.of(
                                new Concept.Form("秒杀", true),
                                new Concept.Form("抢购", true),
                                new Concept.Form("flash sale", true),
                                new Concept.Form("seckill", false)),
                        "business",
                        3));
    }

    @Test
    void read_oneSideOnly_isAConcept() throws IOException {
        assertThat(read("\tk8s | Kubernetes\tproduct").concepts().getFirst().forms())
                .extracting(Concept.Form::text)
                .containsExactly("k8s", "Kubernetes");
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
                    '秒杀\tflash sale',             'terms.tsv:2: found 2 columns'
                    '秒杀\tflash sale\tx\ty',       'terms.tsv:2: found 4 columns'
                    '\t\tbusiness',                 'terms.tsv:2: no form on either side'
                    '秒杀 |\tflash sale\tbusiness', 'terms.tsv:2: an empty form in "秒杀 |"'
                    '~\tflash sale\tbusiness',      'terms.tsv:2: an empty form in "~"'
                    """)
    void read_lineOfAnotherShape_namesLineAndFault(String line, String message) {
        assertThatThrownBy(() -> read("# first\n" + line))
                .isInstanceOf(GlossaryException.class)
                .hasMessageStartingWith(message);
    }

    @Test
    void read_boundsOfALine_areTold() {
        assertThatThrownBy(() -> read("a\t" + "x".repeat(101) + "\tt")).hasMessageContaining("101 characters");
        assertThatThrownBy(() -> read("a\t" + "x | ".repeat(40) + "x\tt")).hasMessageContaining("42 forms");
        assertThatThrownBy(() -> read("a".repeat(10_001))).hasMessageContaining("10001 characters");
    }

    @Test
    void read_bytesThatAreNotUtf8_areToldWithTheLineBefore() {
        byte[] bytes = "a\tb\tc\nx".getBytes(StandardCharsets.UTF_8);
        byte[] broken = Arrays.copyOf(bytes, bytes.length + 1);
        broken[bytes.length] = (byte) 0xFF;
        assertThatThrownBy(() -> read(broken))
                .isInstanceOf(GlossaryException.class)
                .hasMessageContaining("not UTF-8");
    }

    @Test
    void read_theGlossaryThatShips_hasPartnersForEveryConcept() throws IOException {
        Glossary glossary = Glossary.read(Path.of("../data/glossary.tsv"));
        assertThat(glossary.concepts())
                .hasSizeGreaterThan(1_500)
                .allSatisfy(c -> assertThat(c.forms())
                        .as("line %d", c.line())
                        .hasSizeGreaterThan(1)
                        .extracting(Concept.Form::text)
                        .doesNotHaveDuplicates());
    }
}
