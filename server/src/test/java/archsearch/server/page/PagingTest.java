package archsearch.server.page;

import static org.assertj.core.api.Assertions.assertThat;

import archsearch.indexer.article.Language;
import archsearch.searcher.SearchRequest;
import archsearch.server.url.Address;
import archsearch.server.url.RequestUrl;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PagingTest {
    @ParameterizedTest
    @CsvSource({
        "1, 2, (1) 2",
        "2, 2, 1 (2)",
        "1, 10, (1) 2 3 … 10",
        "4, 10, 1 2 3 (4) 5 6 … 10",
        "5, 10, 1 2 3 4 (5) 6 7 … 10",
        "6, 10, 1 … 4 5 (6) 7 8 9 10",
        "5, 20, 1 2 3 4 (5) 6 7 … 20",
        "10, 20, 1 … 8 9 (10) 11 12 … 20",
        "10, 10, 1 … 8 9 (10)"
    })
    void steps_showFirstLastAndNeighbours(int page, int pages, String expected) {
        Paging paging = Objects.requireNonNull(paging(page, pages, pages));
        String shown = paging.steps().stream()
                .map(s -> s.number().isEmpty() ? "…" : s.current() ? "(" + s.number() + ")" : s.number())
                .collect(Collectors.joining(" "));
        assertThat(shown).isEqualTo(expected);
        assertThat(paging.previous() == null).isEqualTo(page == 1);
        assertThat(paging.next() == null).isEqualTo(page == pages);
    }

    @Test
    void onePage_needsNoPaging() {
        assertThat(paging(1, 1, 1)).isNull();
        assertThat(paging(1, 0, 0)).isNull();
        assertThat(paging(5, 3, 3)).isNull();
    }

    @Test
    void pagesBeyondReach_areNotLinkedAndSaidSo() {
        Paging paging = Objects.requireNonNull(paging(500, 700, 500));
        assertThat(paging.next()).isNull();
        assertThat(paging.note()).contains("500");
        assertThat(paging.steps().getLast().number()).isEqualTo("500");
    }

    @Test
    void firstPage_hasNoPageInItsAddress() {
        Paging paging = Objects.requireNonNull(paging(2, 3, 3));
        assertThat(paging.previous()).isEqualTo("/search?q=x");
        assertThat(paging.next()).isEqualTo("/search?q=x&page=3");
    }

    private static @Nullable Paging paging(int page, int pages, int reachable) {
        Address address = Address.of(SearchRequest.builder().q("x").page(page).build());
        return Paging.of(Wording.of(Language.EN), RequestUrl.SEARCH, address, pages, reachable);
    }
}
