package archsearch.indexer.dump;

import static org.assertj.core.api.Assertions.assertThat;

import archsearch.indexer.article.Article;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CsvDumpTest {
    private static final String HEADER = "title,publisher,date,tags,likes,summary\n";

    private static String row(String title) {
        return "\"" + title + "\",P,2019-08-27,Go|Kafka,5,\"one, two \"\"three\"\"\"\n";
    }

    @Test
    void row_quotedAndPlain_isRead() {
        Reading reading = Reading.ofText(HEADER + row("A, B") + "C,P,2019-08-28,,,\n");
        assertThat(reading.articles())
                .containsExactly(
                        Article.builder("A, B", "P", LocalDate.of(2019, 8, 27))
                                .tags(List.of("Go", "Kafka"))
                                .likes(5)
                                .summary("one, two \"three\"")
                                .build(),
                        Article.builder("C", "P", LocalDate.of(2019, 8, 28)).build());
    }

    @ParameterizedTest
    @ValueSource(strings = {";", "\t"})
    void row_withAnotherSeparator_isRead(String separator) {
        String text = "date,publisher,title,extra,\n2019-08-27,P,A,x,\n".replace(",", separator);
        Reading reading = Reading.ofText(text);
        assertThat(reading.titles()).containsExactly("A");
        assertThat(reading.summary().unknownFields())
                .extracting(DumpSummary.UnknownField::name)
                .containsExactly("extra");
    }

    @Test
    void row_overSeveralLines_isRead() {
        Reading reading = Reading.ofText(HEADER + "A,P,2019-08-27,,,\"one\n\ntwo\"\r\n" + row("B"));
        assertThat(reading.titles()).containsExactly("A", "B");
        assertThat(reading.articles().getFirst().summary()).isEqualTo("one  two");
    }

    @Test
    void row_breaksARule_isRejectedWithTheHeaderInItsText() {
        Reading reading = Reading.ofText(HEADER + row("A") + "B,P,2019-02-30,,,\n" + row("C") + "D,P\n" + row("E"));
        assertThat(reading.titles()).containsExactly("A", "C", "E");
        assertThat(reading.faults()).containsExactly("3 bad-date", "5 bad-syntax");
        assertThat(reading.rejects().getFirst().text()).isEqualTo(HEADER + "B,P,2019-02-30,,,");
    }

    @Test
    void header_withoutRequiredField_rejectsTheFileOnce() throws Exception {
        java.nio.file.Path file = java.nio.file.Files.createTempFile("dump", ".csv");
        java.nio.file.Files.writeString(file, "name,when\nA,2019\nB,2020\n");
        try {
            Reading reading = Reading.of(file.toString());
            assertThat(reading.faults()).containsExactly("1 missing-field");
        } finally {
            java.nio.file.Files.delete(file);
        }
    }

    @Test
    void oneCharacterDamaged_anywhere_losesTwoNeighboursAtMost() {
        long seed = 7;
        List<String> titles = List.of("A one", "B two", "C three", "D four", "E five", "F six");
        StringBuilder text = new StringBuilder(HEADER);
        titles.forEach(title -> text.append(row(title)));
        List<String> failures = new ArrayList<>();
        for (int at = HEADER.length(); at < text.length(); at++) {
            Random random = new Random(seed + at);
            for (String put : List.of("", String.valueOf("\",\nx".charAt(random.nextInt(4))))) {
                String damaged = text.substring(0, at) + put + text.substring(at + 1);
                Reading reading = Reading.ofText(damaged);
                long kept = titles.stream().filter(reading.titles()::contains).count();
                boolean lineEnd = text.charAt(at) == '\n';
                if (kept < titles.size() - (lineEnd ? 2 : 1)
                        || reading.articles().size() > titles.size()) {
                    failures.add("seed " + (seed + at) + " at " + at + ": " + reading.titles() + reading.faults());
                }
            }
        }
        assertThat(failures).isEmpty();
    }
}
