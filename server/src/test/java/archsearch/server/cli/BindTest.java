package archsearch.server.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class BindTest {
    @ParameterizedTest
    @CsvSource({
        "127.0.0.1:8080, 127.0.0.1, 8080",
        "localhost:0, localhost, 0",
        "0.0.0.0:65535, 0.0.0.0, 65535",
        "[::1]:8080, ::1, 8080",
        ":9000, 127.0.0.1, 9000",
        "9000, 127.0.0.1, 9000"
    })
    void parse_hostAndPort_areTold(String text, String host, int port) {
        assertThat(Bind.parse(text, "option --bind")).isEqualTo(new Bind(host, port));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "localhost", "localhost:", "a:b", "::1:8080", "127.0.0.1:65536", "a b:1", "x:-1"})
    void parse_anythingElse_namesTheSourceAndAnExample(String text) {
        assertThatThrownBy(() -> Bind.parse(text, "option --bind"))
                .isInstanceOf(UsageException.class)
                .hasMessageContainingAll("'" + text + "'", "option --bind", "127.0.0.1:8080");
    }
}
