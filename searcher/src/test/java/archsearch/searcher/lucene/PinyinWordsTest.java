package archsearch.searcher.lucene;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PinyinWordsTest {
    @ParameterizedTest
    @ValueSource(strings = {"fenbushi", "WeiFuWu", "xiancheng", "duilie", "nv", "xian", "zhuangtai", "a"})
    void isPinyin_syllables_areOne(String word) {
        assertThat(PinyinWords.isPinyin(word)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "kafka1", "kubernetes", "spring", "zzz", "微服务"})
    void isPinyin_otherWords_areNot(String word) {
        assertThat(PinyinWords.isPinyin(word)).isFalse();
        assertThat(PinyinWords.isPinyin("a".repeat(1_000))).isFalse();
    }
}
