package archsearch.server.xml;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class XmlDocumentTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "plain 秒杀 | plain 秒杀",
                "a\u0000b | a\uFFFDb",
                "\uD83D\uDE80 | \uD83D\uDE80",
                "x\uD83D | x\uFFFD",
                "\uDE80\uD83D | \uFFFD\uFFFD",
                "x\uFFFE\uFFFF | x\uFFFD\uFFFD",
                "'a\r\nb\rc' | 'a\nb\nc'",
                "\u0085\u202E | \u0085\u202E"
            })
    void allowed_replacesWhatXmlCannotHold(String text, String expected) {
        assertThat(XmlDocument.allowed(text)).isEqualTo(expected);
    }

    @Test
    void document_escapesTextAndAttributes() {
        String xml =
                new XmlDocument("a", "urn:x").text("b", "]]>&<", "c", "\"<&'").end();
        assertThat(xml).isEqualTo("""
                <?xml version="1.0" encoding="UTF-8"?>
                <a xmlns="urn:x">
                <b c="&quot;&lt;&amp;'">]]&gt;&amp;&lt;</b>
                </a>
                """);
    }
}
