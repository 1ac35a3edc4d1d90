package archsearch.server.page;

import static org.assertj.core.api.Assertions.assertThat;

import archsearch.indexer.article.Language;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReaderTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "zh-CN,zh;q=0.9,en;q=0.8 | ZH",
                "en-US,en;q=0.9,zh;q=0.8 | EN",
                "zh | ZH",
                "ZH-hant-TW | ZH",
                "fr,zh;q=0.5 | ZH",
                "en;q=0.1,zh;q=0.9 | ZH",
                "zh;q=0,en;q=0.5 | EN",
                "fr | EN",
                "* | EN",
                ";;;,,q=x | EN",
                "'' | EN"
            })
    void language_isTheFirstKnownOneTheBrowserAsksFor(String acceptLanguage, Language expected) {
        assertThat(Reader.of(null, acceptLanguage)).isEqualTo(new Reader(expected, null));
    }

    @Test
    void chosenLanguage_winsOverTheBrowsers() {
        assertThat(Reader.of(Language.EN, "zh")).isEqualTo(new Reader(Language.EN, Language.EN));
        assertThat(Reader.of(null, null).language()).isEqualTo(Language.EN);
        assertThat(Reader.of(null, "zh,".repeat(1_000)).language()).isEqualTo(Language.EN);
    }
}
