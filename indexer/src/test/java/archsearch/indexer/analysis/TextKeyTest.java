package archsearch.indexer.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TextKeyTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Flash‑Sale       | flash sale
            flash_sale       | flash sale
            ' flash  - sale '| flash sale
            Ｋａｆｋａ       | kafka
            GraphQL Gateway  | graphql gateway
            C++              | c++
            C#               | c#
            消息-队列        | 消息 队列
            STRASSE          | strasse
            Straße           | strasse
            ---              | ''
            """)
    void of_spellings_areOneKey(String text, String key) {
        assertThat(TextKey.of(text)).isEqualTo(key);
    }
}
