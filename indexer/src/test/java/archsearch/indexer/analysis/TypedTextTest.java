package archsearch.indexer.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import archsearch.indexer.analysis.TypedMatch.Place;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TypedTextTest {
    private static final List<String> PIECES = List.of(
            "Kafka",
            "RocketMQ",
            "Node.js",
            "C++",
            "CI/CD",
            "分布式",
            "消息队列",
            "成功率",
            "高併發",
            "的",
            " ",
            " ",
            "-",
            "Ｋａ",
            "é\u0301",
            "\uD842\uDFB7",
            "\uD800",
            "'s",
            "2.0",
            "\n");

    @ParameterizedTest
    @CsvSource(delimiter = '|', ignoreLeadingAndTrailingWhitespace = true, textBlock = """
            Flash‑Sale System    | sale          | INSIDE | Flash‑[Sale] System
            Flash‑Sale System    | flash sa      | START  | [Flash]‑[Sa]le System
            Flash‑Sale System    | FLASH SALE system | WHOLE | [Flash]‑[Sale] [System]
            Kafka message queue  | kafka mes     | START  | [Kafka] [mes]sage queue
            Kafka message queue  | que kaf       | INSIDE | [Kaf]ka message [que]ue
            RocketMQ             | mq            | INSIDE | Rocket[MQ]
            RocketMQ             | rocketm       | START  | [RocketM]Q
            分布式系统           | 布式          | INSIDE | 分[布式]系统
            分布式系统           | 系            | INSIDE | 分布式[系]统
            分布式系统           | fenbushi      | START  | [分布式]系统
            分布式系统           | fen bu        | START  | [分布]式系统
            分布式系统           | fen'bu'shi'x  | START  | [分布式系]统
            分布式系统           | xitong        | INSIDE | 分布式[系统]
            分布式系统           | fbs           | START  | [分布式]系统
            成功率               | chenggonglv   | START  | [成功率]
            成功率               | chenggonglu   | START  | [成功率]
            高併發               | 高并发        | WHOLE  | [高併發]
            高併發               | gaobingfa     | START  | [高併發]
            B+ 树                | shu           | INSIDE | B+ [树]
            """)
    void match_typed_marksWhatItMeans(String text, String typed, Place place, String marked) {
        TypedMatch match = TypedText.of(text).match(Typing.of(typed)).orElseThrow();
        assertThat(match.place()).isEqualTo(place);
        StringBuilder brackets = new StringBuilder(text);
        match.ranges().reversed().forEach(r -> brackets.insert(r.end(), ']').insert(r.start(), '['));
        assertThat(brackets.toString()).isEqualTo(marked);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Flash Sale  | ale
            Flash Sale  | flash x
            分布式系统  | 布系
            分布式系统  | 布
            分布式系统  | bushi
            分布式系统  | f b x
            C           | c++
            Kafka       | 卡
            """)
    void match_other_isEmpty(String text, String typed) {
        assertThat(TypedText.of(text).match(Typing.of(typed))).isEmpty();
    }

    @Test
    void terms_whateverMatches_leadToIt() {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        for (int i = 0; i < 20_000; i++) {
            String source = text(random, 1 + random.nextInt(6));
            String typed = random.nextInt(3) == 0
                    ? text(random, 1 + random.nextInt(2))
                    : random.nextBoolean() ? beginning(random, Pinyin.of(source).joined()) : part(random, source);
            TypedText text = TypedText.of(source);
            Typing typing = Typing.of(typed);
            text.match(typing).ifPresent(match -> {
                List<List<String>> ways = typing.terms(match.place());
                boolean found = match.place() == Place.WHOLE
                        ? ways.stream().anyMatch(way -> way.contains(text.wholeTerm()))
                        : ways.stream().anyMatch(way -> text.terms(2).containsAll(way));
                assertThat(found)
                        .as("seed %d: %s for %s, %s in %s", seed, typed, source, ways, text.terms(2))
                        .isTrue();
                int last = -1;
                for (TypedMatch.Range range : match.ranges()) {
                    assertThat(range.start()).isGreaterThan(last);
                    assertThat(range.end()).isGreaterThan(range.start()).isLessThanOrEqualTo(source.length());
                    last = range.end();
                }
            });
        }
    }

    private static String text(Random random, int pieces) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < pieces; i++) {
            text.append(PIECES.get(random.nextInt(PIECES.size())));
        }
        return text.toString();
    }

    private static String beginning(Random random, String text) {
        return text.substring(0, random.nextInt(text.length() + 1));
    }

    private static String part(Random random, String text) {
        int start = random.nextInt(text.length());
        return text.substring(start, start + random.nextInt(text.length() - start + 1));
    }

    @Test
    void match_longText_endsWhereItsTermsEnd() {
        TypedText text = TypedText.of("a ".repeat(99) + "分布式 kafka");
        assertThat(text.match(Typing.of("分布"))).isPresent();
        assertThat(text.match(Typing.of("kafka"))).isEmpty();
        assertThat(text.terms(2)).contains("分布").doesNotContain("kafka");
    }

    @Test
    void terms_beginningThatIsAllThatWasTyped_isTheOneTerm() {
        assertThat(Typing.of("kafka").terms(Place.START)).containsExactly(List.of("^kafka"));
        assertThat(Typing.of("kafkas").terms(Place.START)).containsExactly(List.of("^kafka", "kafkas"));
        assertThat(Typing.of("分布 k").terms(Place.START)).containsExactly(List.of("^分布", "k"));
        assertThat(Typing.of("分布式").terms(Place.START)).containsExactly(List.of("^分布", "分布", "布式"));
    }

    @Test
    void of_hostileText_isBounded() {
        assertThat(TypedText.of("a b ".repeat(50_000)).terms(2)).hasSizeLessThan(10);
        assertThat(TypedText.of("分布式系统架构".repeat(5_000)).terms(2)).hasSizeLessThan(2_000);
        assertThat(TypedText.of("\uD800\u0000\uDC00").terms(2)).isEmpty();
        assertThat(Typing.of("k".repeat(10_000)).terms(Place.INSIDE)).containsExactly(List.of("kkkkkkkk"));
        assertThat(Typing.of("a ".repeat(5_000)).terms(Place.INSIDE))
                .allSatisfy(way -> assertThat(way).hasSizeLessThan(20));
        assertThat(Typing.of("...").isEmpty()).isTrue();
    }
}
