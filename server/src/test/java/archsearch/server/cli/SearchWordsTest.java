package archsearch.server.cli;

import static org.assertj.core.api.Assertions.assertThat;

import archsearch.indexer.article.Language;
import archsearch.searcher.SearchRequest;
import archsearch.searcher.Sort;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class SearchWordsTest {
    @Test
    void of_defaults_areLeftOut() {
        assertThat(SearchWords.of(SearchRequest.of("kafka"))).isEqualTo("archsearch search kafka");
        assertThat(SearchWords.of(SearchRequest.of("秒杀"))).isEqualTo("archsearch search 秒杀");
        assertThat(SearchWords.of(SearchRequest.of(""))).isEqualTo("archsearch search ''");
    }

    @Test
    void of_everyPart_isAnOption() {
        SearchRequest request = SearchRequest.builder()
                .q("flash sale")
                .tags(List.of("Kafka", "CI/CD"))
                .publishers(List.of("Bob's"))
                .categories(List.of("Backend Development"))
                .langs(List.of(Language.EN, Language.ZH))
                .years(List.of(2019))
                .from(LocalDate.of(2019, 1, 1))
                .to(LocalDate.of(2019, 12, 31))
                .minutesMax(10)
                .sort(Sort.NEWEST)
                .page(2)
                .size(5)
                .grouped(false)
                .build();
        assertThat(SearchWords.of(request))
                .isEqualTo(
                        "archsearch search --tag Kafka --tag CI/CD --publisher 'Bob'\\''s' --category 'Backend Development'"
                                + " --lang zh --lang en --year 2019 --from 2019-01-01 --to 2019-12-31 --minutes-max 10 --group off"
                                + " --sort newest --page 2 --size 5 'flash sale'");
    }

    @Test
    void of_hostileQuery_staysOneWord() {
        assertThat(SearchWords.of(SearchRequest.of("-x; rm -rf '$HOME'")))
                .isEqualTo("archsearch search -- '-x; rm -rf '\\''$HOME'\\'''");
    }
}
