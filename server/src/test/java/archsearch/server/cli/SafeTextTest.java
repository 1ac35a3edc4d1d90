package archsearch.server.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SafeTextTest {
    @ParameterizedTest(name = "{0}")
    @CsvSource(textBlock = """
            escape sequence,      'a\\u001b[2Jb',       'a\\ufffd[2Jb'
            8-bit control,        'a\\u009b2Jb',        'a\\ufffd2Jb'
            bell and delete,      'a\\u0007\\u007fb',   'a\\ufffd\\ufffdb'
            lines and tabs,       'a\\r\\n\\tb\\u2028c', 'a   b c'
            turned direction,     'a\\u202ecod.exe',    'a\\ufffdcod.exe'
            half a surrogate,     'a\\ud83db',          'a\\ufffdb'
            whole surrogate pair, 'a\\ud83d\\ude00b',   'a\\ud83d\\ude00b'
            Chinese,              '秒杀 系统设计',        '秒杀 系统设计'
            zero-width joiner,    'a\\u200db',          'a\\u200db'
            """)
    void of_text_keepsLengthAndDropsCommands(String name, String text, String safe) {
        assertThat(SafeText.of(unescaped(text))).as(name).isEqualTo(unescaped(safe));
    }

    @Test
    void of_anyText_neverHoldsAControlCharacterAndKeepsItsLength() {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        for (int i = 0; i < 2_000; i++) {
            String text = random.ints(random.nextInt(20), 0, 0x3000)
                    .collect(StringBuilder::new, (b, c) -> b.append((char) c), StringBuilder::append)
                    .toString();
            assertThat(SafeText.of(text))
                    .as("seed %d", seed)
                    .hasSameSizeAs(text)
                    .matches(safe -> safe.chars().noneMatch(Character::isISOControl));
        }
    }

    @Test
    void json_controlsAboveAscii_areEscapedAndTheRestStays() {
        assertThat(SafeText.json("{\"t\":\"秒杀\u009b2J\u202e\"}")).isEqualTo("{\"t\":\"秒杀\\u009b2J\\u202e\"}");
        assertThat(SafeText.json("{\"t\":\"秒杀\"}")).isEqualTo("{\"t\":\"秒杀\"}");
    }

    private static String unescaped(String text) {
        StringBuilder unescaped = new StringBuilder();
        for (int i = 0; i < text.length(); i++) {
            if (text.startsWith("\\u", i)) {
                unescaped.append((char) Integer.parseInt(text.substring(i + 2, i + 6), 16));
                i += 5;
            } else if (text.charAt(i) == '\\') {
                i++;
                unescaped.append(text.charAt(i) == 'n' ? '\n' : text.charAt(i) == 'r' ? '\r' : '\t');
            } else {
                unescaped.append(text.charAt(i));
            }
        }
        return unescaped.toString();
    }
}
