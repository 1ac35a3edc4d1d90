package archsearch.server.page;

import static org.assertj.core.api.Assertions.assertThat;

import archsearch.indexer.article.Language;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class OutLinkTest {
    private static final Wording WORDS = Wording.of(Language.EN);

    @ParameterizedTest
    @CsvSource({
        "https://example.com/a?b=c, Read at example.com, https://example.com/a?b=c",
        "HTTP://Example.com/, Read at Example.com, HTTP://Example.com/",
        "https://example.com/秒杀, Read at example.com, https://example.com/%E7%A7%92%E6%9D%80",
        "https://google.com@evil.example/, Read at evil.example, https://google.com@evil.example/"
    })
    void webAddress_isTaken(String url, String text, String href) {
        assertThat(OutLink.of(WORDS, url)).isEqualTo(new OutLink(text, href));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "javascript:alert(1)",
                "JavaScript://example.com/%0Aalert(1)",
                "data:text/html,<script>",
                "ftp://example.com/",
                "//example.com/",
                "/local",
                "mailto:a@example.com",
                "https:",
                "https://",
                "https://exa mple.com",
                "https://example.com/\"onmouseover=\"x",
                "",
                " "
            })
    void anythingElse_isNoLink(String url) {
        assertThat(OutLink.of(WORDS, url)).isNull();
    }

    @Test
    void noAddress_isNoLink() {
        assertThat(OutLink.of(WORDS, null)).isNull();
    }
}
