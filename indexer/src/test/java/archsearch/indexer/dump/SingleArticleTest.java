package archsearch.indexer.dump;

import static org.assertj.core.api.Assertions.assertThat;

import archsearch.indexer.dump.SingleArticle.Read;
import archsearch.indexer.dump.SingleArticle.Refused;
import archsearch.indexer.dump.SingleArticle.UnknownField;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SingleArticleTest {
    private static final String REST = "\"title\":\"T\",\"publisher\":\"P\",\"date\":\"2020-01-02\"";

    private static SingleArticle read(String json) {
        return SingleArticle.read(json.getBytes(StandardCharsets.UTF_8), "a/1");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{" + REST + "}",
                "{\"id\":\"a/1\"," + REST + "}",
                "{\"id\":null," + REST + "}",
                "\uFEFF {\"id\":\" \"," + REST + "}\n "
            })
    void read_articleWithTheIdOrNone_isTheArticle(String json) {
        assertThat(read(json)).isInstanceOfSatisfying(Read.class, read -> {
            assertThat(read.article().id()).isEqualTo("a/1");
            assertThat(read.article().title()).isEqualTo("T");
        });
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{\"id\":\"b\",REST}                       | BAD_VALUE     | id        | \"b\"",
                "{\"title\":\"T\",\"date\":\"2020-01-02\"} | MISSING_FIELD | publisher | missing",
                "{REST,\"likes\":\"3\"}                    | BAD_VALUE     | likes     | a whole number",
                "{REST,\"lang\":\"de\"}                    | BAD_VALUE     | lang      | zh or en",
                "{REST,\"title\":\"U\"}                    | BAD_SYNTAX    | title     | twice",
                "{\"title\":\"T\",\"publisher\":\"P\",\"date\":\"2020-02-30\"} | BAD_DATE | date | no such day",
                "{REST} {REST}                             | BAD_SYNTAX    |           | follows",
                "[{REST}]                                  | BAD_SYNTAX    |           | not a JSON object",
                "{REST                                     | BAD_SYNTAX    |           | not JSON",
                "`` | BAD_SYNTAX | | not a JSON object"
            })
    void read_whatIsNone_saysWhatAndWhere(String json, RejectReason reason, String field, String detail) {
        assertThat(read(json.replace("REST", REST))).isInstanceOfSatisfying(Refused.class, refused -> {
            assertThat(refused.reason()).isEqualTo(reason);
            assertThat(refused.field()).isEqualTo(field);
            assertThat(refused.detail()).contains(detail);
        });
    }

    @Test
    void read_fieldThatNoArticleHas_isNamed() {
        assertThat(read("{" + REST + ",\"tag\":[\"x\"]}")).isEqualTo(new UnknownField("tag"));
        assertThat(SingleArticle.FIELDS).contains("tags", "readMinutes").hasSize(11);
    }

    @Test
    void read_hostileText_isRefusedOrCleaned() {
        assertThat(SingleArticle.read(new byte[] {'{', (byte) 0xFF, '}'}, "a"))
                .isInstanceOfSatisfying(
                        Refused.class, refused -> assertThat(refused.reason()).isEqualTo(RejectReason.BAD_ENCODING));
        assertThat(read("{\"tags\":" + "[".repeat(5_000)))
                .isInstanceOfSatisfying(
                        Refused.class, refused -> assertThat(refused.reason()).isEqualTo(RejectReason.TOO_DEEP));
        assertThat(read("{\"summary\":\"a\\u0000\\u202Eb\"," + REST + "}"))
                .isInstanceOfSatisfying(
                        Read.class, read -> assertThat(read.article().summary()).isEqualTo("a b"));
    }

    @Test
    void isId_textThatCleaningWouldChange_isNone() {
        assertThat(SingleArticle.isId("a/1 微")).isTrue();
        assertThat(SingleArticle.isId("x".repeat(200))).isTrue();
        for (String id : new String[] {"", " a", "a\n", "\u202Ea", "\uD800", "x".repeat(201)}) {
            assertThat(SingleArticle.isId(id)).as(id).isFalse();
        }
    }
}
