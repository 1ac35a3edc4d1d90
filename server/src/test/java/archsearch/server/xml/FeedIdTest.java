package archsearch.server.xml;

import static org.assertj.core.api.Assertions.assertThat;

import archsearch.indexer.article.Article;
import java.time.LocalDate;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class FeedIdTest {
    /** The example of RFC 9562, appendix A.4. */
    @Test
    void uuid_ofAKnownName_isTheKnownOne() {
        UUID dns = UUID.fromString("6ba7b810-9dad-11d1-80b4-00c04fd430c8");
        assertThat(FeedId.uuid(dns, "www.example.com")).hasToString("2ed6657d-e927-568b-95e1-2665a8aea6a2");
    }

    @Test
    void of_article_dependsOnIdAndDayOnly() {
        Article article = Article.builder("Title", "Publisher", LocalDate.of(2020, 1, 1))
                .id("7")
                .build();
        Article retold = Article.builder("Another", "Somebody", LocalDate.of(2020, 1, 1))
                .id("7")
                .likes(3)
                .build();
        Article later = Article.builder("Title", "Publisher", LocalDate.of(2020, 1, 2))
                .id("7")
                .build();
        // Readers of feeds would show every article as new if this changed.
        assertThat(FeedId.of(article)).isEqualTo("urn:uuid:d61c7669-0a0f-5a91-a1f1-b446402ed3ef");
        assertThat(FeedId.of(retold)).isEqualTo(FeedId.of(article));
        assertThat(FeedId.of(later)).isNotEqualTo(FeedId.of(article));
    }
}
