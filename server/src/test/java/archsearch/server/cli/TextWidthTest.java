package archsearch.server.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.ibm.icu.lang.UCharacter;
import com.ibm.icu.lang.UProperty;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TextWidthTest {
    @ParameterizedTest
    @CsvSource({"Kafka,5", "秒杀,4", "（秒杀）,8", "ｋ８ｓ,6", "ｶ,1", "한국,4", "e\u0301,1", "😀,2", "–…,2", "'',0"})
    void of_text_countsColumns(String text, int columns) {
        assertThat(TextWidth.of(text)).isEqualTo(columns);
    }

    @Test
    void of_everyLetterAndPunctuationMark_agreesWithUnicode() {
        assertThat(IntStream.rangeClosed(' ', 0x3FFFD)
                        .filter(c -> Character.isLetterOrDigit(c) || isPunctuation(c))
                        .filter(c -> UCharacter.isDefined(c) && TextWidth.of(c) != columns(c))
                        .mapToObj(Integer::toHexString))
                .isEmpty();
    }

    private static boolean isPunctuation(int c) {
        return switch (Character.getType(c)) {
            case Character.START_PUNCTUATION,
                    Character.END_PUNCTUATION,
                    Character.OTHER_PUNCTUATION,
                    Character.DASH_PUNCTUATION -> true;
            default -> false;
        };
    }

    private static int columns(int c) {
        int width = UCharacter.getIntPropertyValue(c, UProperty.EAST_ASIAN_WIDTH);
        return width == UCharacter.EastAsianWidth.WIDE || width == UCharacter.EastAsianWidth.FULLWIDTH ? 2 : 1;
    }
}
