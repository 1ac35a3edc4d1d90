package archsearch.searcher.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class QueryParserTest {
    /** Query, how it is read, number of warnings. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            kafka redis                       | kafka redis                              | 0
            kafka AND redis                   | kafka redis                              | 0
            kafka NOT redis                   | kafka -redis                             | 0
            +kafka                            | kafka                                    | 0
            a OR b c                          | (a OR b) c                               | 0
            kafka OR                          | kafka                                    | 1
            OR kafka                          | kafka                                    | 1
            "page cache"                      | "page cache"                             | 0
            “消息队列”                        | "消息队列"                               | 0
            「消息队列」                      | "消息队列"                               | 0
            "open end                         | "open end"                               | 1
            -"page cache"                     | -"page cache"                            | 0
            - kafka                           | kafka                                    | 0
            --kafka                           | -kafka                                   | 0
            real-time                         | real-time                                | 0
            (a (b OR c))                      | (a (b OR c))                             | 0
            （kafka OR redis）                | (kafka OR redis)                         | 0
            kafka) redis                      | kafka redis                              | 1
            cach*                             | cach*                                    | 0
            kafak~                            | kafak~                                   | 0
            ?redis kafka                      | ?redis kafka                             | 0
            C++ C# .NET CI/CD                 | C++ C# .NET CI/CD                        | 0
            title:kafka summary:"page cache"  | title:kafka summary:"page cache"         | 0
            title:cach*                       | title:cach*                              | 0
            tag:"Message Queue" TAG:kafka     | tag:"Message Queue" tag:kafka            | 0
            tag：微服务                       | tag:微服务                               | 0
            lang:ZH                           | lang:zh                                  | 0
            lang:de                           | lang:de                                  | 1
            year:2019                         | year:2019                                | 0
            year:>=2018                       | date:2018-01-01..                        | 0
            year:19                           | year:19                                  | 1
            date:2019-02                      | date:2019-02-01..2019-02-28              | 0
            date:2019-02-30                   | date:2019-02-30                          | 1
            date:2019-06..2019-01             | date:2019-01-31..2019-06-01              | 0
            date:<2019                        | date:..2018-12-31                        | 0
            minutes:<10                       | minutes:<=9                              | 0
            minutes:5..15                     | minutes:5..15                            | 0
            minutes:x                         | minutes:x                                | 1
            https://example.org/a             | https://example.org/a                    | 0
            host:kafka                        | host:kafka                               | 1
            tag:                              | tag:                                     | 0
            how to scale a database           | ?how ?to scale ?a database               | 0
            the who                           | the who                                  | 0
            !!! ...                           | ``                                       | 0
            """)
    void parse_anything_isReadBack(String query, String reading, int warnings) {
        ParsedQuery parsed = QueryParser.parse(query);
        assertThat(parsed.readBack()).isEqualTo(reading);
        assertThat(parsed.warnings()).hasSize(warnings);
        if (warnings == 0) {
            assertThat(QueryParser.parse(reading).root()).isEqualTo(parsed.root());
        }
    }

    @Test
    void parse_noise_neverFailsAndStaysBounded() {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        String[] pieces = {
            "kafka",
            "微服务",
            "\"",
            "“",
            "(",
            ")",
            "（",
            "-",
            "?",
            "+",
            " ",
            " OR ",
            " AND ",
            "NOT ",
            ":",
            "tag:",
            "date:",
            "2019",
            "..",
            "minutes:",
            "<",
            "*",
            "~",
            "C++",
            "\\",
            "\u0000",
            "\uD83D",
            "year:",
            "|",
            "title:",
            "the"
        };
        for (int i = 0; i < 20_000; i++) {
            String query = random.ints(random.nextInt(25), 0, pieces.length)
                    .mapToObj(n -> pieces[n])
                    .collect(Collectors.joining());
            String context = "seed " + seed + ", query \"" + query + "\"";
            assertThatCode(() -> {
                        ParsedQuery parsed = QueryParser.parse(query);
                        QueryParser.parse(parsed.readBack());
                        assertThat(parsed.root().nodes()).hasSizeLessThanOrEqualTo(QueryParser.MAX_CLAUSES);
                    })
                    .as(context)
                    .doesNotThrowAnyException();
        }
    }

    @Test
    void parse_deepBrackets_areBounded() {
        ParsedQuery parsed = QueryParser.parse("(".repeat(400) + "kafka" + ")".repeat(400));
        assertThat(parsed.warnings()).isNotEmpty();
    }

    @Test
    void parse_manyParts_areBounded() {
        ParsedQuery parsed = QueryParser.parse("a1 ".repeat(300));
        assertThat(parsed.root().nodes()).hasSize(QueryParser.MAX_CLAUSES);
        assertThat(parsed.warnings()).hasSize(1);
    }
}
