package archsearch.indexer.reposts;

import static org.assertj.core.api.Assertions.assertThat;

import archsearch.indexer.article.Article;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LikenessTest {
    private static final String TITLE = "How Zephyr Bank Moved Its Ledger to Raft: Lessons and Pitfalls";
    private static final String SUMMARY =
            "Zephyr Bank replaced a nightly reconciliation of its ledger by a replicated log"
                    + " under Raft. The post walks through leader leases, snapshots of the ledger, a double-write cutover and two outages.";
    private static final String RETOLD_TITLE = "Zephyr Bank's Ledger on Raft: What a Cutover Teaches";
    private static final String RETOLD =
            "Engineers of Zephyr Bank tell how the nightly reconciliation went away: the ledger became"
                    + " a log replicated by Raft, with leader leases and snapshots, after a double-write cutover that cost two outages.";
    private static final LocalDate DAY = LocalDate.of(2020, 3, 1);

    private static Article article(String publisher, LocalDate day, String title, String summary) {
        return Article.builder(title, publisher, day).summary(summary).build();
    }

    private static String between(Article a, Article b) {
        Likeness there = Likeness.of(RepostTraits.of(a), RepostTraits.of(b));
        Likeness back = Likeness.of(RepostTraits.of(b), RepostTraits.of(a));
        assertThat(back).as("the other way round").isEqualTo(there);
        return there == null ? "none" : there.kind().name();
    }

    private static Article original() {
        return article("Zephyr Tech", DAY, TITLE, SUMMARY);
    }

    @Test
    void retitled_withTheSameSummary_isTheSameText() {
        Article copy =
                article("Digest", DAY.plusYears(3), "A Ledger Without Nightly Batches", SUMMARY + " Recommended.");
        assertThat(between(original(), copy)).isEqualTo("TEXT");
    }

    @Test
    void retold_isTheSameStory() {
        assertThat(between(original(), article("Digest", DAY.plusMonths(8), RETOLD_TITLE, RETOLD)))
                .isEqualTo("STORY");
    }

    @Test
    void retold_inChinese_isTheSameStory() {
        Article one = article("甲技术", DAY, "云鹊银行账本迁移到Raft的教训", "云鹊银行用Raft复制日志取代账本的夜间对账，文章讲述领导者租约、账本快照、双写切换以及两次故障。");
        Article other = article(
                "乙架构", DAY.plusDays(40), "账本上Raft：云鹊银行的迁移教训", "夜间对账如何消失：云鹊银行把账本变成Raft复制日志，借助领导者租约与快照，经双写切换和两次故障落地。");
        assertThat(between(one, other)).isEqualTo("STORY");
    }

    @Test
    void retold_byItsOwnPublisher_isAnotherArticle() {
        assertThat(between(original(), article("zephyr-tech", DAY.plusDays(9), RETOLD_TITLE, RETOLD)))
                .isEqualTo("none");
        assertThat(between(original(), article("zephyr-tech", DAY.plusDays(9), TITLE.replace(":", " –"), SUMMARY)))
                .isEqualTo("TEXT");
    }

    @Test
    void retold_aFewYearsLater_isAnotherArticle() {
        assertThat(between(original(), article("Digest", DAY.plusYears(2), RETOLD_TITLE, RETOLD)))
                .isEqualTo("none");
    }

    @Test
    void sameTitle_withAnotherSummary_isAnotherArticle() {
        Article other = article(
                "Digest",
                DAY,
                TITLE,
                "Interest rates explained for savers, with a glance at deposits, mortgages and what inflation does to them.");
        assertThat(between(original(), other)).isEqualTo("none");
    }

    @Test
    void sameNames_inAnotherStory_areNotEnough() {
        Article other = article(
                "Digest",
                DAY,
                "How Zephyr Bank Hires: Interviews and Trial Weeks",
                "Zephyr Bank invites candidates to a paid trial week. The post explains the questions, the scoring sheet and offers.");
        assertThat(between(original(), other)).isEqualTo("none");
    }

    @ParameterizedTest
    @CsvSource({
        "Ledger Anatomy at Zephyr Bank (Part 1), Ledger Anatomy at Zephyr Bank (Part 2), none",
        "Ledger Anatomy at Zephyr Bank (Part 1), Ledger Anatomy at Zephyr Bank - Part 1, TEXT",
        "Ledger Anatomy at Zephyr Bank (Part 1), Ledger Anatomy at Zephyr Bank, TEXT",
        "云鹊银行账本剖析（上）, 云鹊银行账本剖析（下）, none",
        "云鹊银行账本剖析（一）, 云鹊银行账本剖析 第二篇, none",
        "云鹊银行账本剖析（第3期）, 云鹊银行账本剖析（第4期）, none",
        "Zephyr 2.1 Released, Zephyr 2.2 Is Here, none",
        "Zephyr Weekly 12, Zephyr Weekly 13, none",
        "Zephyr in 2019, Zephyr Looks Back at 2020, none",
        "11 Ledger Patterns at Zephyr, Twelve Ledger Patterns at Zephyr, TEXT"
    })
    void partsAndVersions_areTheirOwnArticles(String one, String other, String likeness) {
        String summary = one.codePoints().anyMatch(Character::isIdeographic)
                ? "云鹊银行用Raft复制日志取代账本的夜间对账，文章讲述领导者租约、账本快照、双写切换以及两次故障。"
                : SUMMARY;
        assertThat(between(article("A", DAY, one, summary), article("B", DAY, other, summary)))
                .isEqualTo(likeness);
    }

    @Test
    void withoutSummaries_onlyALongTitleTellsTheStory() {
        Article one = article("A", DAY, TITLE, "");
        assertThat(between(one, article("B", DAY, TITLE.toUpperCase(Locale.ROOT), "")))
                .isEqualTo("STORY");
        assertThat(between(one, article("A", DAY, TITLE, ""))).isEqualTo("none");
        assertThat(between(article("A", DAY, "Release notes", ""), article("B", DAY, "Release notes", "")))
                .isEqualTo("none");
    }

    @Test
    void formula_isNoText() {
        String formula = "Here is what is new in this release.";
        assertThat(between(
                        article("A", DAY, "Kestrel gains vector types", formula),
                        article("B", DAY, "Otter speaks HTTP/3", formula)))
                .isEqualTo("none");
    }

    @Test
    void traits_areReadAsWritten() {
        for (Article article : new Article[] {original(), article("甲", DAY, "账本", ""), article("B", DAY, "!", "?")}) {
            RepostTraits traits = RepostTraits.of(article);
            byte[] bytes = traits.bytes();
            byte[] shifted = new byte[bytes.length + 5];
            System.arraycopy(bytes, 0, shifted, 5, bytes.length);
            RepostTraits read = RepostTraits.read(shifted, 5, bytes.length);
            assertThat(read.bytes()).isEqualTo(bytes);
            assertThat(RepostKeys.of(read)).isEqualTo(RepostKeys.of(traits));
        }
    }

    @Test
    void alikeArticles_shareAKey() {
        long[] keys = RepostKeys.of(RepostTraits.of(original()));
        long[] others = RepostKeys.of(RepostTraits.of(article("Digest", DAY, RETOLD_TITLE, RETOLD)));
        assertThat(keys).doesNotHaveDuplicates();
        assertThat(Arrays.stream(keys).filter(k -> Arrays.stream(others).anyMatch(o -> o == k)))
                .isNotEmpty();
        assertThat(RepostKeys.of(RepostTraits.of(article("A", DAY, "The", "")))).isEmpty();
    }
}
