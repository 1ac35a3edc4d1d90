package archsearch.indexer.dump;

import static org.assertj.core.api.Assertions.assertThat;

import archsearch.indexer.article.Article;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ListingRulesTest {
    private static String card(String title) {
        return """
            Lakeside Tech
            Lakeside Tech
            Aug 27, 2019 · Backend

            %1$s

            What we learned about %1$s, in order.

            CachingKafka
            3 likes · 11 min read
            %1$s
            """.formatted(title);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "0 likes · 11 min read | 0 | 11",
                "1 like · 1 min read | 1 | 1",
                "1.2k likes · < 1 min read | 1200 | 1",
                "1,234 likes · 7 mins read | 1234 | 7",
                "3.4K likes • 12 minutes read | 3400 | 12",
                "0 赞 · 阅读约 11 分钟 | 0 | 11",
                "1.2万 赞 · 阅读约 5 分钟 | 12000 | 5",
                "12 个赞 · 少于 1 分钟 | 12 | 1",
                "赞 8 · 6 分钟阅读 | 8 | 6",
            })
    void likesLine_writtenInManyWays_isRead(String line, int likes, int minutes) {
        Article article = Reading.ofText(card("A").replace("3 likes · 11 min read", line.strip()))
                .articles()
                .getFirst();
        assertThat(List.of(article.likes(), article.readMinutes())).containsExactly(likes, minutes);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Aug 27, 2019 · Backend | 2019-08-27 | Backend",
                "August 7, 2019 · Backend · Java | 2019-08-07 | Backend · Java",
                "27 Aug 2019 · Backend | 2019-08-27 | Backend",
                "2019年8月27日 · 后端开发 | 2019-08-27 | 后端开发",
                "2019 年 8 月 27 日 · 后端开发 | 2019-08-27 | 后端开发",
                "2019-08-27 · 后端开发 | 2019-08-27 | 后端开发",
                "2019/8/7 • Ops | 2019-08-07 | Ops",
                "Aug 27, 2019 | 2019-08-27 | ''",
            })
    void dateLine_writtenInManyWays_isRead(String line, LocalDate date, String category) {
        Article article = Reading.ofText(card("A").replace("Aug 27, 2019 · Backend", line.strip()))
                .articles()
                .getFirst();
        assertThat(article.date()).isEqualTo(date);
        assertThat(article.category()).isEqualTo(category);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"Feb 30, 2019 · Backend", "2019年13月1日 · 后端", "Abc 7, 2019 · Backend", "Aug 27, 201 · Backend"})
    void dateLine_namesNoDay_cardIsRejectedAtThatLine(String line) {
        Reading reading = Reading.ofText(card("A") + card("B").replace("Aug 27, 2019 · Backend", line) + card("C"));
        assertThat(reading.titles()).containsExactly("A", "C");
        assertThat(reading.faults()).containsExactly("14 bad-date");
    }

    @Test
    void page_withByteOrderMarkAndCrLf_isReadAsWithout() {
        String page = "Tagged articles\n2 articles\nPage 1 of 1\n" + card("A") + card("B");
        Reading reading = Reading.ofText("\uFEFF" + page.replace("\n", "\r\n"));
        assertThat(reading.articles()).isEqualTo(Reading.ofText(page).articles());
        assertThat(reading.rejects()).isEmpty();
        assertThat(reading.summary().coverage().getFirst().isComplete()).isTrue();
    }

    @Test
    void title_withNarrowSpaceAndHyphen_keepsThem() {
        Reading reading = Reading.ofText(card("Flash‑Sale\u202FPart\u202F1"));
        assertThat(reading.titles()).containsExactly("Flash‑Sale\u202FPart\u202F1");
    }

    @Test
    void card_withoutSummaryOrTags_isRead() {
        String bare = card("A").replace("What we learned about A, in order.\n\n", "");
        String untagged = card("B").replace("CachingKafka\n", "");
        Reading reading = Reading.ofText(bare + untagged);
        assertThat(reading.articles())
                .extracting(Article::summary)
                .containsExactly("", "What we learned about B, in order.");
        assertThat(reading.articles().get(0).tags()).isNotEmpty();
        assertThat(reading.articles().get(1).tags()).isEmpty();
    }

    @Test
    void summary_overSeveralLinesAndParagraphs_isJoined() {
        String wrapped = card("A").replace("about A, in order.", "about A,\nin order.\n\nAnd more\nof it.");
        assertThat(Reading.ofText(wrapped).articles().getFirst().summary())
                .isEqualTo("What we learned about A, in order. And more of it.");
        String chinese = card("A").replace("What we learned about A, in order.", "本文介绍\n缓存的设计。");
        assertThat(Reading.ofText(chinese).articles().getFirst().summary()).isEqualTo("本文介绍缓存的设计。");
    }

    @Test
    void card_withBlankLinesDoubled_isRead() {
        Reading reading = Reading.ofText((card("A") + card("B")).replace("\n\n", "\n\n\n"));
        assertThat(reading.titles()).containsExactly("A", "B");
        assertThat(reading.articles().getFirst().summary()).isEqualTo("What we learned about A, in order.");
        assertThat(String.join("", reading.articles().getFirst().tags())).isEqualTo("CachingKafka");
    }

    @Test
    void publisher_namedLikeTheTitleBefore_isNotMistaken() {
        Reading reading = Reading.ofText(card("Lakeside Tech") + card("B") + card("Lakeside Tech"));
        assertThat(reading.titles()).containsExactly("Lakeside Tech", "B", "Lakeside Tech");
        assertThat(reading.articles()).extracting(Article::publisher).containsOnly("Lakeside Tech");
    }

    @Test
    void title_looksLikeADateLine_isTheTitle() {
        Reading reading = Reading.ofText(card("2019-08-27 · A Day in Production") + card("B"));
        assertThat(reading.titles()).containsExactly("2019-08-27 · A Day in Production", "B");
        assertThat(reading.rejects()).isEmpty();
    }

    @Test
    void pages_inOneFile_areToldApart() {
        String page1 = "Tagged articles\n4 articles\nPage 1 of 2\n" + card("A") + card("B");
        String page2 = "标签文章\n4 篇文章\n第 2 页，共 2 页\n" + card("C");
        Reading reading = Reading.ofText(page1 + page2);
        assertThat(reading.titles()).containsExactly("A", "B", "C");
        assertThat(reading.summary().coverage())
                .extracting(ListingCoverage::page)
                .containsExactly(1, 2);
        assertThat(reading.summary().coverage())
                .extracting(ListingCoverage::found)
                .containsExactly(2, 1);
        assertThat(reading.summary().coverage())
                .extracting(ListingCoverage::isComplete)
                .containsExactly(true, true);
    }

    @Test
    void page_cutOffAtEveryByte_keepsTheCardsBefore() {
        String page = card("A") + card("B");
        for (int end = card("A").length() + 1; end < page.length() - 2; end++) {
            Reading reading = Reading.ofText(page.substring(0, end));
            String at = "cut at " + end;
            assertThat(reading.titles()).as(at).startsWith("A");
            if (reading.titles().size() == 1) {
                assertThat(reading.rejects()).as(at).hasSize(1);
            } else {
                assertThat(end).as(at).isGreaterThan(page.indexOf("read\nB\n") + 3);
                assertThat(reading.rejects()).as(at).isEmpty();
            }
        }
    }

    @Test
    void page_cutOffBeforeAnotherPage_losesOnlyTheCutCard() {
        String cut = card("A") + card("B").substring(0, 80);
        String next = "\nTagged articles\n9 articles\nPage 2 of 2\n" + card("C");
        Reading reading = Reading.ofText(cut + next);
        assertThat(reading.titles()).containsExactly("A", "C");
        assertThat(reading.rejects()).hasSize(1);
        assertThat(reading.rejects().getFirst().reason()).isEqualTo(RejectReason.CUT_OFF);
    }

    @Test
    void title_overTheLimit_isRejectedAsTooLarge() {
        Reading reading = Reading.ofText(card("x".repeat(1001)) + card("B"));
        assertThat(reading.titles()).containsExactly("B");
        assertThat(reading.faults()).containsExactly("1 too-large");
    }

    @Test
    void pages_ofAFolder_tellMissingPagesAndDateBreaks(@TempDir Path folder) throws Exception {
        String header = "Tagged articles\n10 articles\nPage %d of 5\n";
        String old =
                (card("C") + card("D")).replace("Aug 27, 2019", "Jan 3, 2018").replace("Kafka", "Redis");
        String overlapping =
                (card("E") + card("F")).replace("Aug 27, 2019", "Sep 3, 2019").replace("Kafka", "MySQL");
        Files.writeString(folder.resolve("p1.txt"), header.formatted(1) + card("A") + card("B"));
        Files.writeString(folder.resolve("p2.txt"), header.formatted(2) + old);
        Files.writeString(folder.resolve("p3.txt"), header.formatted(3) + overlapping);
        DumpSummary summary = Reading.of(folder.toString()).summary();
        assertThat(summary.missingPages())
                .extracting(DumpSummary.MissingPages::missing)
                .containsExactly("4-5");
        assertThat(summary.dateBreaks())
                .extracting(DumpSummary.DateBreak::kind)
                .containsExactly(DumpSummary.DateBreak.Kind.GAP, DumpSummary.DateBreak.Kind.OVERLAP);
    }

    @Test
    void card_repeatedUnderAnotherTitle_isNamed() {
        String other = card("The Whole Story of Caching at Lakeside");
        String repeat =
                other.replace("The Whole Story of Caching at Lakeside\n", "Caching at Lakeside, the Whole Story\n");
        Reading reading = Reading.ofText(card("A") + other + repeat);
        assertThat(reading.summary().retitled())
                .singleElement()
                .satisfies(found -> assertThat(found.second().line()).isEqualTo(23));
    }
}
