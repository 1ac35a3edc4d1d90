package archsearch.searcher.lucene;

import static org.assertj.core.api.Assertions.assertThat;

import archsearch.indexer.ArticleWriter;
import archsearch.indexer.article.Article;
import archsearch.indexer.lucene.LuceneArticleIndex;
import archsearch.searcher.SuggestRequest;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LuceneSuggestTest {
    @TempDir
    Path folder;

    @Test
    void suggest_deletedArticle_isNotOfferedNorCounted() throws IOException {
        try (ArticleWriter writer = new LuceneArticleIndex(folder).openBatch()) {
            writer.put(article("a", "Kafka one", LocalDate.of(2020, 1, 1), "Kafka", "Gone"));
            writer.put(article("b", "Kafka two", LocalDate.of(2019, 1, 1), "Kafka"));
            writer.commit();
        }
        assertThat(suggested("k")).containsExactly("Kafka", "Kafka one", "Kafka two");
        try (ArticleWriter writer = new LuceneArticleIndex(folder).openUpdate()) {
            writer.delete("a");
            writer.commit();
        }
        assertThat(suggested("k")).containsExactly("Kafka", "Kafka two");
        assertThat(suggested("gone")).isEmpty();
        try (LuceneSearchEngine engine = LuceneSearchEngine.open(folder)) {
            assertThat(engine.suggest(SuggestRequest.of("kafka")).completions().getFirst())
                    .hasFieldOrPropertyWithValue("count", 1);
        }
    }

    @Test
    void suggest_titles_comeNewestFirstWhateverTheSegment() throws IOException {
        for (int year : new int[] {2015, 2021, 2018}) {
            try (ArticleWriter writer = new LuceneArticleIndex(folder).openUpdate()) {
                for (int month = 1; month <= 12; month++) {
                    String id = "%d-%02d".formatted(year, month);
                    writer.put(article(id, "On queues " + id, LocalDate.of(year, month, 1)));
                }
                writer.commit();
            }
        }
        assertThat(suggested("queues"))
                .containsExactly(
                        "On queues 2021-12",
                        "On queues 2021-11",
                        "On queues 2021-10",
                        "On queues 2021-09",
                        "On queues 2021-08",
                        "On queues 2021-07",
                        "On queues 2021-06",
                        "On queues 2021-05");
    }

    @Test
    void suggest_titlesOfOneDay_comeInTheOrderOfTheirIds() throws IOException {
        try (ArticleWriter writer = new LuceneArticleIndex(folder).openBatch()) {
            for (int i : new int[] {5, 3, 4, 1, 2}) {
                writer.put(article("id" + i, "Queue " + i, LocalDate.of(2020, 1, 1)));
            }
            writer.commit();
        }
        assertThat(suggested("queue")).containsExactly("Queue 1", "Queue 2", "Queue 3", "Queue 4", "Queue 5");
    }

    @Test
    void suggest_manyTitlesOfOneDayInTwoSegments_comeInTheOrderOfTheirIds() throws IOException {
        for (String segment : List.of("b", "a")) {
            try (ArticleWriter writer = new LuceneArticleIndex(folder).openUpdate()) {
                for (int i = 10; i < 40; i++) {
                    String id = segment + i;
                    writer.put(article(id, "Queue " + id, LocalDate.of(2020, 1, 1)));
                }
                writer.commit();
            }
        }
        assertThat(suggested("queue"))
                .containsExactly(
                        "Queue a10",
                        "Queue a11",
                        "Queue a12",
                        "Queue a13",
                        "Queue a14",
                        "Queue a15",
                        "Queue a16",
                        "Queue a17");
    }

    @Test
    void suggest_titlesReadBeforeForTheirBeginning_leaveReadsForOthers() throws IOException {
        try (ArticleWriter writer = new LuceneArticleIndex(folder).openBatch()) {
            // Found by their beginnings, which is as far as words are indexed, and read in vain.
            for (int i = 10; i < 28; i++) {
                writer.put(article("new" + i, "Internationalist " + i, LocalDate.of(2020, 1, 1)));
            }
            writer.put(article("old", "On internationalization", LocalDate.of(2019, 1, 1)));
            writer.commit();
        }
        assertThat(suggested("internationaliz")).containsExactly("On internationalization");
    }

    @Test
    void suggest_sameTitleTwice_isOfferedOnce() throws IOException {
        try (ArticleWriter writer = new LuceneArticleIndex(folder).openBatch()) {
            writer.put(article("a", "Flash‑Sale design", LocalDate.of(2020, 1, 1)));
            writer.put(article("b", "flash sale Design", LocalDate.of(2019, 1, 1)));
            writer.commit();
        }
        assertThat(suggested("flash")).containsExactly("Flash‑Sale design");
    }

    @Test
    void suggest_longWords_areCheckedBeyondWhatIsIndexed() throws IOException {
        try (ArticleWriter writer = new LuceneArticleIndex(folder).openBatch()) {
            writer.put(article("a", "Internationalization", LocalDate.of(2020, 1, 1)));
            writer.put(article("b", "Internationalist", LocalDate.of(2019, 1, 1)));
            writer.commit();
        }
        assertThat(suggested("internationaliz")).containsExactly("Internationalization");
        assertThat(suggested("internationalis")).containsExactly("Internationalist");
    }

    @Test
    void shares_kindsTakeTurns() {
        assertThat(LuceneSuggest.shares(List.of(9, 0, 1, 9), 8)).containsExactly(4, 0, 1, 3);
        assertThat(LuceneSuggest.shares(List.of(9, 9, 9, 9), 2)).containsExactly(1, 1, 0, 0);
        assertThat(LuceneSuggest.shares(List.of(0, 0, 0, 2), 8)).containsExactly(0, 0, 0, 2);
    }

    private List<String> suggested(String q) {
        try (LuceneSearchEngine engine = LuceneSearchEngine.open(folder)) {
            return engine.suggest(SuggestRequest.of(q)).completions().stream()
                    .map(c -> c.text().text())
                    .toList();
        }
    }

    private static Article article(String id, String title, LocalDate date, String... tags) {
        return Article.builder(title, "P", date).id(id).tags(List.of(tags)).build();
    }
}
