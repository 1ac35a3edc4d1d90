package archsearch.benchmarks.search;

import static org.assertj.core.api.Assertions.assertThat;

import archsearch.indexer.article.Article;
import archsearch.indexer.article.Language;
import archsearch.searcher.SearchRequest;
import java.time.LocalDate;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class QueryKindTest {
    private static final Article MIXED = article("Kafka 消息队列 Redis");
    private static final Article ENGLISH = article("Page cache internals");

    @Test
    void words_areOfTheKindAsked() {
        assertThat(words(QueryKind.CHINESE_WORD, MIXED)).containsAnyOf("消息", "队列");
        assertThat(words(QueryKind.ENGLISH_WORD, MIXED)).containsAnyOf("Kafka", "Redis");
        assertThat(words(QueryKind.MIXED, MIXED)).matches("(Kafka|Redis) \\p{IsHan}+");
    }

    @Test
    void title_withoutWordsOfTheKind_givesNoQuery() {
        assertThat(sample(QueryKind.CHINESE_WORD, ENGLISH)).isEmpty();
        assertThat(sample(QueryKind.MIXED, ENGLISH)).isEmpty();
        assertThat(sample(QueryKind.PHRASE, article("Kafka"))).isEmpty();
    }

    @Test
    void phrase_isQuotedForArchsearchOnly() {
        QueryKind.SampleQuery phrase = sample(QueryKind.PHRASE, ENGLISH).getFirst();

        assertThat(phrase.words()).isEqualTo("Page cache internals");
        assertThat(phrase.request().q()).isEqualTo("\"Page cache internals\"");
    }

    @Test
    void filtered_selectsTheArticlesOwnValues() {
        SearchRequest request = sample(QueryKind.FILTERED, ENGLISH).getFirst().request();

        assertThat(request.langs()).containsExactly(Language.EN);
        assertThat(request.publishers()).containsExactly("P");
    }

    private static String words(QueryKind kind, Article article) {
        return sample(kind, article).getFirst().words();
    }

    private static List<QueryKind.SampleQuery> sample(QueryKind kind, Article article) {
        return kind.sample(List.of(article), 1, new SplittableRandom(1));
    }

    private static Article article(String title) {
        return Article.builder(title, "P", LocalDate.of(2020, 1, 1)).build();
    }
}
