package archsearch.indexer.dump;

import static org.assertj.core.api.Assertions.assertThat;

import archsearch.indexer.article.Article;
import archsearch.indexer.article.Language;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** The sample page whole, compared with a reading by line numbers alone: every card of it has exactly eleven lines. */
class SamplePageTest {
    private static final int HEADER_LINES = 3;
    private static final int CARD_LINES = 11;
    private static final List<String> MONTHS =
            List.of("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec");

    @Test
    void samplePage_readWhole_everyFieldOfEveryCardIsRight() throws IOException {
        String page = page();
        Reading reading = Reading.ofText(page);

        assertThat(reading.rejects()).isEmpty();
        List<String> lines = page.lines().toList();
        List<Article> expected = new ArrayList<>();
        for (int at = HEADER_LINES; at < lines.size(); at += CARD_LINES) {
            String[] date = lines.get(at + 2).split(" · ", 2);
            String[] day = date[0].split("[ ,]+", -1);
            Article read = reading.articles().get(expected.size());
            assertThat(String.join("", read.tags())).isEqualTo(lines.get(at + 8));
            expected.add(Article.builder(
                            lines.get(at + 4),
                            lines.get(at),
                            LocalDate.of(
                                    Integer.parseInt(day[2]), MONTHS.indexOf(day[0]) + 1, Integer.parseInt(day[1])))
                    .summary(lines.get(at + 6))
                    .category(date[1])
                    .likes(Integer.parseInt(lines.get(at + 9).replaceAll(" likes.*", "")))
                    .readMinutes(Integer.parseInt(lines.get(at + 9).replaceAll("\\D+read|.*· ", "")))
                    .lang(Language.EN)
                    .tags(read.tags())
                    .build());
        }
        assertThat(reading.articles()).hasSize(86).isEqualTo(expected);
    }

    @Test
    void samplePage_readWhole_coverageSaysThatCardsAreMissing() throws IOException {
        Reading reading = Reading.ofText(page());

        assertThat(reading.summary().coverage()).hasSize(1);
        ListingCoverage coverage = reading.summary().coverage().getFirst();
        assertThat(coverage.tag()).isEqualTo("Backend Architecture");
        assertThat(List.of(
                        coverage.total(),
                        coverage.page(),
                        coverage.pages(),
                        coverage.found(),
                        coverage.expectedMin(),
                        coverage.expectedMax()))
                .containsExactly(949, 8, 10, 86, 95, 105);
        assertThat(reading.summary().missingPages())
                .containsExactly(new DumpSummary.MissingPages("Backend Architecture", 10, "1-7, 9-10"));
    }

    private static String page() throws IOException {
        try (InputStream in = SamplePageTest.class.getResourceAsStream("/backend-architecture-page-8.txt")) {
            return new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
