package archsearch.server.url;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import archsearch.indexer.article.Language;
import archsearch.searcher.FacetDim;
import archsearch.searcher.InvalidRequestException;
import archsearch.searcher.SearchRequest;
import archsearch.searcher.Sort;
import java.net.URI;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RequestUrlTest {
    private static final String[] TEXTS = {
        "kafka",
        "秒杀 系统",
        "C++",
        "C#",
        ".NET",
        "CI/CD",
        "a&b=c",
        "100%",
        "\"flash sale\" -redis",
        "a+b c",
        "title:(x OR y)",
        "é\u0301 \uD83D\uDE80",
        "key=value;x",
        "#?/&%25",
        "A/B 测试"
    };

    @Test
    void read_whatWasWritten_givesTheSameAddress() {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        for (int i = 0; i < 3_000; i++) {
            Address address = address(random);
            String query = RequestUrl.API_SEARCH.query(address.in(null));
            assertThat(RequestUrl.API_SEARCH.read(query))
                    .as("seed %d, round %d, query %s", seed, i, query)
                    .isEqualTo(address.in(null));
            Address page = Address.of(address.request().toBuilder()
                            .facets(Set.of(FacetDim.values()))
                            .explain(false)
                            .build())
                    .in(address.ui());
            assertThat(RequestUrl.SEARCH.read(RequestUrl.SEARCH.query(page)))
                    .as("seed %d, round %d", seed, i)
                    .isEqualTo(page);
            assertThat(URI.create(RequestUrl.SEARCH.href(page)).getRawPath()).isEqualTo("/search");
        }
    }

    private static Address address(Random random) {
        SearchRequest request = SearchRequest.builder()
                .q(some(random, () -> text(random), "").strip())
                .tags(texts(random))
                .publishers(texts(random))
                .categories(texts(random))
                .langs(Arrays.stream(Language.values())
                        .filter(l -> random.nextBoolean())
                        .toList())
                .years(random.ints(random.nextInt(3), 1, 10_000).boxed().toList())
                .from(some(random, () -> LocalDate.ofEpochDay(random.nextInt(10_000)), LocalDate.EPOCH))
                .to(some(random, () -> LocalDate.ofEpochDay(10_000 + random.nextInt(20_000)), LocalDate.of(2099, 1, 1)))
                .minutesMax(1 + random.nextInt(60))
                .sort(one(random, List.of(Sort.values())))
                .page(1 + random.nextInt(100))
                .size(1 + random.nextInt(SearchRequest.MAX_SIZE))
                .facets(Arrays.stream(FacetDim.values())
                        .filter(d -> random.nextBoolean())
                        .toList())
                .facetSize(1 + random.nextInt(SearchRequest.MAX_FACET_SIZE))
                .explain(random.nextBoolean())
                .build();
        Highlighting highlighting = one(random, List.of(Highlighting.values()));
        return new Address(request, highlighting, random.nextBoolean() ? Language.ZH : null);
    }

    private static <T> T one(Random random, List<T> values) {
        return values.get(random.nextInt(values.size()));
    }

    private static <T> T some(Random random, Supplier<T> value, T other) {
        return random.nextBoolean() ? value.get() : other;
    }

    private static List<String> texts(Random random) {
        List<String> texts = new ArrayList<>();
        for (int i = random.nextInt(3); i > 0; i--) {
            texts.add(text(random));
        }
        return texts;
    }

    private static String text(Random random) {
        return TEXTS[random.nextInt(TEXTS.length)] + (random.nextBoolean() ? "" : (char) (0x20 + random.nextInt(0x60)));
    }

    @Test
    void query_defaults_isEmpty() {
        assertThat(RequestUrl.SEARCH.href(RequestUrl.SEARCH.defaults())).isEqualTo("/search");
        assertThat(RequestUrl.tag("CI/CD").href(RequestUrl.tag("CI/CD").defaults()))
                .isEqualTo("/tags/CI%2FCD");
    }

    @Test
    void query_manyParts_haveOneOrder() {
        Address address = RequestUrl.SEARCH.read("size=50&tag=b&q=x&tag=a&ui=zh&lang=zh&lang=en&sort=newest");
        assertThat(RequestUrl.SEARCH.query(address))
                .isEqualTo("q=x&tag=b&tag=a&lang=zh&lang=en&sort=newest&size=50&ui=zh");
    }

    @Test
    void read_emptyFieldsOfAForm_areAbsent() {
        assertThat(RequestUrl.SEARCH.read("q=&from=&to=&minutesMax=&tag=&page="))
                .isEqualTo(RequestUrl.SEARCH.defaults());
        assertThat(RequestUrl.SEARCH.read("&&q=+&from&")).isEqualTo(RequestUrl.SEARCH.defaults());
        assertThat(RequestUrl.SEARCH.read(null)).isEqualTo(RequestUrl.SEARCH.defaults());
    }

    @Test
    void read_facets_emptyMeansNoneAndAbsentMeansAll() {
        assertThat(RequestUrl.API_SEARCH.read("facets=").request().facets()).isEmpty();
        assertThat(RequestUrl.API_SEARCH.read("").request().facets()).containsExactlyInAnyOrder(FacetDim.values());
        assertThat(RequestUrl.API_SEARCH.read("facets=tag,year").request().facets())
                .containsExactlyInAnyOrder(FacetDim.TAG, FacetDim.YEAR);
    }

    @ParameterizedTest
    @CsvSource({
        "tags=x, tags, tag",
        "Tag=x, Tag, tag",
        "publishr=x, publishr, publisher",
        "pubilsher=x, pubilsher, publisher",
        "query=x, query, q",
        "limit=5, limit, size",
        "per_page=5, per_page, size",
        "author=x, author, publisher",
        "language=zh, language, lang",
        "minutes=5, minutes, minutesMax",
        "minutes_max=5, minutes_max, minutesMax",
        "sorted=x, sorted, sort",
        "zzz=1, zzz,",
        "grouped=off, grouped, group",
        "cursor=abc, cursor,",
        "facets=tag, facets,",
        "explain=true, explain,"
    })
    void read_unknownParameter_namesItAndTheNearest(String query, String name, String nearest) {
        UnknownParameterException e =
                catchThrowableOfType(UnknownParameterException.class, () -> RequestUrl.SEARCH.read(query));
        assertThat(e.parameter()).isEqualTo(name);
        if (nearest == null) {
            assertThat(e.nearest())
                    .satisfiesAnyOf(
                            n -> assertThat(n).isEmpty(),
                            n -> assertThat(n).isEqualTo(java.util.Optional.of("facetSize")));
        } else {
            assertThat(e.nearest()).contains(nearest);
            assertThat(e).hasMessageContaining("Did you mean \"" + nearest + "\"?");
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "page=0 | page | from 1",
                "page=-1 | page | from 1",
                "page=x | page | whole number",
                "page=99999999999 | page | whole number",
                "page=1.5 | page | whole number",
                "page=501 | page | 10000",
                "size=0 | size | between 1 and 100",
                "size=101 | size | between 1 and 100",
                "sort=best | sort | relevance, newest, oldest, likes, minutes",
                "lang=fr | lang | zh, en",
                "lang=ZH | lang | zh, en",
                "year=0 | year | 1 and 9999",
                "year=二零 | year | whole number",
                "from=2019-13-01 | from | YYYY-MM-DD",
                "from=01.02.2019 | from | YYYY-MM-DD",
                "to=2019-02-30 | to | YYYY-MM-DD",
                "to=20190101 | to | YYYY-MM-DD",
                "from=2020-01-01&to=2019-01-01 | from | after the last day",
                "minutesMax=0 | minutesMax | at least 1",
                "facetSize=201 | facetSize | between 1 and 200",
                "facets=tags | facets | tag, publisher, category, lang, year",
                "facets=tag,,year | facets | tag, publisher",
                "highlight=bold | highlight | html, ranges, none",
                "explain=yes | explain | true, false",
                "q=a&q=b | q | once",
                "page=1&page=2 | page | once",
                "sort=newest&sort=newest | sort | once"
            })
    void read_badValue_namesParameterAndWhatIsAllowed(String query, String parameter, String allowed) {
        InvalidRequestException e =
                catchThrowableOfType(InvalidRequestException.class, () -> RequestUrl.API_SEARCH.read(query));
        assertThat(e.parameter()).isEqualTo(parameter);
        assertThat(e).hasMessageContaining(allowed);
    }

    @Test
    void read_veryLongNameOrValue_isShortened() {
        String longText = "x".repeat(5_000);
        assertThatThrownBy(() -> RequestUrl.SEARCH.read(longText + "=1"))
                .isInstanceOf(UnknownParameterException.class)
                .extracting(e -> String.valueOf(e.getMessage()).length())
                .satisfies(n -> assertThat((int) n).isLessThan(400));
        assertThatThrownBy(() -> RequestUrl.SEARCH.read("sort=" + longText))
                .isInstanceOf(InvalidRequestException.class)
                .extracting(e -> String.valueOf(e.getMessage()).length())
                .satisfies(n -> assertThat((int) n).isLessThan(400));
    }

    @ParameterizedTest
    @ValueSource(strings = {"q=%", "q=%4", "q=%zz", "%=1", "q=%FF", "q=%E7%A7", "q=%C0%80", "q=%ED%A0%80", "q=%+1"})
    void read_damagedEncoding_isRefused(String query) {
        assertThatThrownBy(() -> RequestUrl.SEARCH.read(query)).isInstanceOf(MalformedQueryException.class);
    }

    @Test
    void read_percentAtTheEnd_isDecoded() {
        assertThat(RequestUrl.SEARCH.read("q=%E7%A7%92%E6%9D%80%2B").request().q())
                .isEqualTo("秒杀+");
    }

    @Test
    void listing_keepsItsOwnValueOutOfTheQuery() {
        RequestUrl url = RequestUrl.tag("C++");
        Address address = url.read("page=2&q=stl");
        assertThat(address.request().tags()).containsExactly("C++");
        assertThat(address.request().sort()).isEqualTo(Sort.NEWEST);
        assertThat(url.href(address)).isEqualTo("/tags/C%2B%2B?q=stl&page=2");
        assertThatThrownBy(() -> url.read("tag=other")).isInstanceOf(UnknownParameterException.class);
    }

    @Test
    void hrefOf_segmentsThatBrowsersResolve_becomeSearches() {
        assertThat(RequestUrl.hrefOf(FacetDim.TAG, "..", null)).isEqualTo("/search?tag=..");
        assertThat(RequestUrl.hrefOf(FacetDim.TAG, "Go", Language.ZH)).isEqualTo("/tags/Go?ui=zh");
        assertThat(RequestUrl.hrefOf(FacetDim.YEAR, "2019", null)).isEqualTo("/search?year=2019");
    }

    @Test
    void toggle_twice_changesNothingButThePage() {
        SearchRequest request =
                RequestUrl.SEARCH.read("q=x&tag=a&lang=zh&page=3").request();
        for (FacetDim dim : FacetDim.values()) {
            String value = switch (dim) {
                case LANG -> "en";
                case YEAR -> "2019";
                case TAG, PUBLISHER, CATEGORY -> "b";
                case MONTH -> "2019-07";
                case MINUTES -> "10";
            };
            SearchRequest once = Selection.toggle(request, dim, value);
            assertThat(once.selected(dim)).contains(value);
            assertThat(once.page()).isEqualTo(1);
            assertThat(Selection.toggle(once, dim, value))
                    .isEqualTo(request.toBuilder().page(1).build());
        }
        assertThat(Selection.clear(request).isFiltered()).isFalse();
    }
}
