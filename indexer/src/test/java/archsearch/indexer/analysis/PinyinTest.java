package archsearch.indexer.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PinyinTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            分布式              | fen bu shi
            消息队列            | xiao xi dui lie
            微服务              | wei fu wu
            重构                | chong gou
            重试                | chong shi
            重复                | chong fu
            代码重构            | dai ma chong gou
            重要                | zhong yao
            权重                | quan zhong
            长连接              | chang lian jie
            增长                | zeng zhang
            数组长度            | shu zu chang du
            任务调度            | ren wu diao du
            远程调用            | yuan cheng diao yong
            可调用              | ke diao yong
            调试                | tiao shi
            性能调优            | xing neng tiao you
            回调函数            | hui diao han shu
            银行                | yin hang
            行级锁              | hang ji suo
            命令行工具          | ming ling hang gong ju
            并行计算            | bing xing ji suan
            运行内存            | yun xing nei cun
            会计                | kuai ji
            会计算              | hui ji suan
            应用                | ying yong
            响应式              | xiang ying shi
            数据库              | shu ju ku
            单例                | dan li
            还原                | huan yuan
            缓存命中率          | huan cun ming zhong lv
            传输                | chuan shu
            系统                | xi tong
            曾经                | ceng jing
            模板                | mu ban
            模型                | mo xing
            弹性伸缩            | tan xing shen suo
            没有银弹            | mei you yin dan
            阻塞                | zu se
            校验                | jiao yan
            地址                | di zhi
            更好地              | geng hao de
            角色                | jue se
            对称加密            | chen
            拓扑                | tuo pu
            策略                | ce lve
            女                  | nv
            为了解决            | wei le jie jue
            了解                | liao jie
            優惠券              | you hui quan
            微服務              | wei fu wu
            佇列                | zhu lie
            """)
    void of_words_readsThemAsTheFieldDoes(String text, String syllables) {
        assertThat(String.join(" ", Pinyin.of(text).syllables())).contains(syllables);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            分布式     | fenbushi | fbs | fenbushi
            成功率     | chenggonglv | cgl | chenggonglu
            策略       | celve | cl | celue
            Kafka 消息 | xiaoxi | xx | xiaoxi
            B+ 树      | shu | s | shu
            """)
    void of_text_hasJoinedInitialsAndKey(String text, String joined, String initials, String key) {
        Pinyin pinyin = Pinyin.of(text);
        assertThat(pinyin.joined()).isEqualTo(joined);
        assertThat(pinyin.initials()).isEqualTo(initials);
        assertThat(pinyin.key()).isEqualTo(key);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            fenbushi  | fenbushi
            fen'bu    | fenbu
            FEN bu    | fenbu
            chengonglv| chengonglu
            lüe       | lue
            v         | v
            c++       | ''
            分布      | ''
            b2b       | ''
            """)
    void key_typed_isComparable(String typed, String key) {
        assertThat(Pinyin.key(typed)).isEqualTo(key);
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
            fenbushi, 8
            zhuang,   6
            lve,      3
            fenbush,  5
            encrypted,2
            kafka,    2
            spring,   0
            """)
    void cut_letters_takesWholeSyllables(String letters, int length) {
        assertThat(PinyinSyllables.cut(letters)).isEqualTo(length);
    }

    @Test
    void of_everyIdeographOfUnicodesMainBlock_isLetters() {
        for (int c = 0x4E00; c <= 0x9FFF; c++) {
            List<String> syllables = Pinyin.of(Character.toString(c)).syllables();
            assertThat(syllables).hasSize(1);
            assertThat(syllables.getFirst()).matches("[a-z]{0,6}");
            assertThat(PinyinSyllables.cut(syllables.getFirst()))
                    .as(syllables.getFirst())
                    .isEqualTo(syllables.getFirst().length());
        }
    }

    @Test
    void of_textWithoutHan_isEmpty() {
        assertThat(Pinyin.of("Kafka \ud800 かな").isEmpty()).isTrue();
        assertThat(Pinyin.of("").syllables()).isEmpty();
    }

    @Test
    void of_characterOfUnknownReading_keepsTheOthers() {
        Pinyin pinyin = Pinyin.of("\uD842\uDFB7\uDBBF\uDFFF式");
        assertThat(pinyin.syllables()).last().isEqualTo("shi");
    }
}
