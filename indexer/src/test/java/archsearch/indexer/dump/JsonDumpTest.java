package archsearch.indexer.dump;

import static org.assertj.core.api.Assertions.assertThat;

import archsearch.indexer.article.Article;
import archsearch.indexer.article.Language;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class JsonDumpTest {
    private static String record(String title) {
        return "{\"title\":\"" + title + "\",\"publisher\":\"P\",\"date\":\"2019-08-27\"}";
    }

    private static String with(String fields) {
        return "{\"title\":\"T\",\"publisher\":\"P\",\"date\":\"2019-08-27\"," + fields + "}";
    }

    @Test
    void record_withEveryField_isRead() {
        Article article = Reading.ofText("""
            {"id":"7","title":"标题","summary":"摘要","tags":["Go","Kafka","Go",""],"publisher":"湖畔","date":"2020-02-29",\
            "category":"后端","likes":5,"readMinutes":9,"lang":"zh","url":"https://example.org/a?b=c"}
            """).articles().getFirst();
        assertThat(article)
                .isEqualTo(Article.builder("标题", "湖畔", LocalDate.of(2020, 2, 29))
                        .id("7")
                        .summary("摘要")
                        .tags(List.of("Go", "Kafka"))
                        .category("后端")
                        .likes(5)
                        .readMinutes(9)
                        .lang(Language.ZH)
                        .url("https://example.org/a?b=c")
                        .build());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://example.org/a",
                " https://example.org/a ",
                "<https://example.org/a>",
                "[a \\u005b title \\u005d](https://example.org/a)",
                "[https://example.org/](https://example.org/a)",
                "[https://example.org/a][47]",
                "https://example.org/a\\\""
            })
    void url_asMarkdownWritesIt_isTheAddress(String url) {
        assertThat(Reading.ofText(with("\"url\":\"" + url + "\""))
                        .articles()
                        .getFirst()
                        .url())
                .isEqualTo("https://example.org/a");
    }

    @Test
    void record_cutShort_isToldInWordsForTheOperator() {
        assertThat(Reading.ofText(with("\"likes\":1") + "\n{\"title\":\"cut short\"\n" + with("\"likes\":2") + "\n")
                        .rejects())
                .singleElement()
                .satisfies(reject -> assertThat(reject.detail())
                        .contains("Unexpected end-of-input", "(column ")
                        .doesNotContain("Source", "Feature"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "`{\"publisher\":\"P\",\"date\":\"2019-08-27\"}` | missing-field",
                "`{\"title\":\" \",\"publisher\":\"P\",\"date\":\"2019-08-27\"}` | missing-field",
                "`{\"title\":\"T\",\"publisher\":null,\"date\":\"2019-08-27\"}` | missing-field",
                "`{\"title\":\"T\",\"publisher\":\"P\"}` | missing-field",
                "`{\"title\":\"T\",\"publisher\":\"P\",\"date\":\"2019-02-30\"}` | bad-date",
                "`{\"title\":\"T\",\"publisher\":\"P\",\"date\":\"2019-8-2\"}` | bad-date",
                "`{\"title\":\"T\",\"publisher\":\"P\",\"date\":20190827}` | bad-value",
                "`{\"title\":7,\"publisher\":\"P\",\"date\":\"2019-08-27\"}` | bad-value",
                "`{\"title\":\"T\",\"title\":\"U\",\"publisher\":\"P\",\"date\":\"2019-08-27\"}` | bad-syntax",
                "`{\"title\":\"T\",\"publisher\":\"P\"` | cut-off",
                "`[1,2]` | bad-syntax",
                "`{\"title\":\"T\" \"publisher\":\"P\"}` | bad-syntax",
            })
    void record_breaksARule_isRejectedWithItsReason(String line, String reason) {
        Reading reading = Reading.ofText(record("A") + "\n" + line);
        assertThat(reading.titles()).containsExactly("A");
        assertThat(reading.faults()).containsExactly("2 " + reason);
        assertThat(reading.rejects().getFirst().text()).isEqualTo(line);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "`\"likes\":-1` | bad-value",
                "`\"likes\":2147483648` | bad-value",
                "`\"likes\":1.5` | bad-value",
                "`\"likes\":\"5\"` | bad-value",
                "`\"likes\":99999999999999999999999999` | bad-value",
                "`\"readMinutes\":true` | bad-value",
                "`\"lang\":\"fr\"` | bad-value",
                "`\"tags\":\"Go\"` | bad-value",
                "`\"tags\":[\"Go\",7]` | bad-value",
                "`\"tags\":[\"Go\",[{\"x\":1}]]` | bad-value",
                "`\"url\":\"javascript:alert(1)\"` | bad-value",
                "`\"url\":\"ftp://example.org\"` | bad-value",
                "`\"url\":\"<javascript:alert(1)>\"` | bad-value",
                "`\"url\":\"[a](javascript:alert(1))\"` | bad-value",
                "`\"summary\":{\"a\":[1]}` | bad-value",
            })
    void field_breaksItsRule_recordIsRejected(String field, String reason) {
        assertThat(Reading.ofText(with(field)).faults()).containsExactly("1 " + reason);
    }

    @Test
    void optionalFields_nullOrBlank_countAsMissing() {
        Reading reading = Reading.ofText(
                with("\"id\":null,\"summary\":null,\"tags\":null,\"likes\":null,\"lang\":\"\",\"url\":\" \""));
        assertThat(reading.articles())
                .containsExactly(Reading.ofText(record("T")).articles().getFirst());
    }

    @Test
    void limits_justKept_areAccepted() {
        String at = with("\"summary\":\"" + "s".repeat(100_000) + "\",\"tags\":[\"" + "t".repeat(200) + "\"]");
        String over = with("\"summary\":\"" + "s".repeat(100_001) + "\"");
        String overTags = with("\"tags\":[\"" + "t".repeat(201) + "\"]");
        Reading reading = Reading.ofText(at + "\n" + over + "\n" + overTags);
        assertThat(reading.articles()).hasSize(1);
        assertThat(reading.faults()).containsExactly("2 too-large", "3 too-large");
    }

    @Test
    void unknownFields_ofManyRecords_areNamedOnceWithTheFirstPlace() {
        Reading reading = Reading.ofText(
                record("A") + "\n" + with("\"author\":\"x\",\"more\":{\"a\":[1,{}]}") + "\n" + with("\"author\":1"));
        assertThat(reading.articles()).hasSize(3);
        assertThat(reading.summary().unknownFields())
                .containsExactly(
                        new DumpSummary.UnknownField("author", new DumpRecord.Location("-", 2)),
                        new DumpSummary.UnknownField("more", new DumpRecord.Location("-", 2)));
    }

    @Test
    void title_withControls_isCleanedAndKept() {
        Reading reading = Reading.ofText(record("a\\u0000b\\u202Ec\\nd\\ud800e\\u2011f"));
        assertThat(reading.titles()).containsExactly("a bc d\uFFFDe\u2011f");
    }

    @Test
    void array_inAnyLayout_isRead() {
        String a = record("A");
        String b = record("B");
        for (String text : List.of(
                "[" + a + "," + b + "]",
                "[\n" + a + ",\n" + b + "\n]\n",
                "\uFEFF [ " + a.replace(",", ",\r\n  ") + " , " + b.replace(":", " : ") + " ] ",
                a.replace(",", ",\n") + "\n" + b.replace(",", ",\n"),
                a + b,
                "[" + a + "\n" + b + "]",
                a + ",\n" + b + "\n]")) {
            Reading reading = Reading.ofText(text);
            assertThat(reading.titles()).as(text).containsExactly("A", "B");
            assertThat(reading.rejects()).as(text).isEmpty();
        }
        assertThat(Reading.ofText("[]").records()).isEmpty();
    }

    @Test
    void array_brokenOff_keepsWhatIsWhole() {
        Reading reading = Reading.ofText("[" + record("A") + ",\n" + record("B").substring(0, 30));
        assertThat(reading.titles()).containsExactly("A");
        assertThat(reading.faults()).containsExactly("2 cut-off");
        assertThat(Reading.ofText("[" + record("A") + ",").faults()).containsExactly("1 cut-off");
    }

    @Test
    void array_ofOtherValues_rejectsThemAndKeepsRecords() {
        Reading reading = Reading.ofText("[1, \"x\", " + record("A") + ", [2], " + record("B") + "]");
        assertThat(reading.titles()).containsExactly("A", "B");
        assertThat(reading.rejects()).isNotEmpty().allMatch(r -> r.reason() == RejectReason.BAD_SYNTAX);
    }

    @Test
    void oneCharacterDamaged_anywhereInAnyLayout_losesOneRecordAtMost() {
        long seed = 42;
        List<String> titles = List.of("A one", "B two", "C three", "D four", "E five");
        List<String> records = titles.stream()
                .map(t -> record(t).replace("}", ",\"tags\":[\"x\",\"y\"]}"))
                .toList();
        List<String> pretty = records.stream()
                .map(r -> r.replace(",\"", ",\n  \"").replace("{", "{\n  "))
                .toList();
        List<String> layouts = List.of(
                String.join("\n", records),
                "[" + String.join(",", records) + "]",
                "[\n" + String.join(",\n", records) + "\n]",
                "[\n" + String.join(",\n", pretty) + "\n]",
                String.join("\n", pretty));
        List<String> failures = new ArrayList<>();
        for (int l = 0; l < layouts.size(); l++) {
            String text = layouts.get(l);
            for (int at = 0; at < text.length(); at++) {
                Random random = new Random(seed + at);
                String noise = String.valueOf("{}[]\",:\\x\n".charAt(random.nextInt(10)));
                for (String damaged : List.of(
                        text.substring(0, at) + text.substring(at + 1),
                        text.substring(0, at) + noise + text.substring(at + 1))) {
                    Reading reading = Reading.ofText(damaged);
                    long kept =
                            titles.stream().filter(reading.titles()::contains).count();
                    if (kept < titles.size() - 1 || reading.articles().size() > titles.size()) {
                        failures.add("layout " + l + " seed " + (seed + at) + " at " + at + ": " + reading.titles()
                                + reading.faults() + "\n"
                                + damaged.substring(Math.max(0, at - 40), Math.min(at + 60, damaged.length())));
                    }
                }
            }
        }
        // A line end or brace lost between two records may cost both; nothing may cost more.
        assertThat(failures).isEmpty();
    }
}
