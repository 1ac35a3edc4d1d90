package archsearch.server.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class LineBreaksTest {
    static Stream<Arguments> texts() {
        return Stream.of(
                Arguments.of("short", 10, List.of("short")),
                Arguments.of("", 10, List.of("")),
                Arguments.of("one two three", 8, List.of("one two", "three")),
                Arguments.of("one  two", 4, List.of("one", "two")),
                Arguments.of("秒杀系统设计", 4, List.of("秒杀", "系统", "设计")),
                Arguments.of("秒杀系统", 5, List.of("秒杀", "系统")),
                Arguments.of("用 Kafka 解耦秒杀", 8, List.of("用 Kafka", "解耦秒杀")),
                Arguments.of("系统设计，再谈", 8, List.of("系统设", "计，再谈")),
                Arguments.of("internationalization", 8, List.of("internat", "ionaliza", "tion")),
                Arguments.of("😀😀😀", 4, List.of("😀😀", "😀")),
                Arguments.of("秒", 1, List.of("秒")));
    }

    @ParameterizedTest
    @MethodSource("texts")
    void of_text_breaksByColumns(String text, int width, List<String> lines) {
        assertThat(lines(text, width)).isEqualTo(lines);
    }

    @Test
    void of_anyText_losesNothingButSpacesAndFits() {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        String[] pieces = {"a", "Kafka ", "消息", "，", "（", "）", " ", "😀", "e\u0301", "-", "1,000", "/", "。"};
        for (int i = 0; i < 1_000; i++) {
            StringBuilder text = new StringBuilder();
            for (int n = random.nextInt(60); n > 0; n--) {
                text.append(pieces[random.nextInt(pieces.length)]);
            }
            int width = 2 + random.nextInt(30);
            List<String> lines = lines(text.toString(), width);
            assertThat(String.join("", lines).replace(" ", ""))
                    .as("seed %d, width %d, text '%s'", seed, width, text)
                    .isEqualTo(text.toString().replace(" ", ""));
            assertThat(lines)
                    .as("seed %d, width %d, text '%s'", seed, width, text)
                    .allMatch(line -> TextWidth.of(line) <= width);
        }
    }

    private static List<String> lines(String text, int width) {
        return LineBreaks.of(text, width).stream()
                .map(line -> text.substring(line.start(), line.end()))
                .toList();
    }
}
