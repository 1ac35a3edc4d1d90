package archsearch.searcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import archsearch.indexer.analysis.Pinyin;
import archsearch.indexer.analysis.TextKey;
import archsearch.indexer.article.Article;
import archsearch.indexer.article.Language;
import archsearch.indexer.glossary.Glossary;
import archsearch.searcher.query.GlossaryTerms;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What every {@link SearchEngine} promises, as cases in {@code contract/searches.json} over the articles of {@code
 * contract/articles.jsonl}. An engine passes by extending this class and indexing the articles it is given.
 *
 * <p>A case names a request by its URL parameters and what must come back: {@code ids} in this order or {@code anyOrder},
 * {@code first} hit, {@code total}, {@code parsed}, number of {@code warnings}, {@code facets} (all values of the dimensions
 * listed), {@code suggestions} as kind, query and count in their order, and {@code marks}, written with square brackets. The query
 * must have been corrected from {@code correctedFrom}, and not at all where a case does not say so.
 *
 * <p>The cases of {@code contract/suggestions.json} are what is typed, {@code q}, and all completions in order, as {@code
 * kind:text} with marks in brackets and, but for titles, the count; {@code has} names some of them.
 *
 * <p>Lists of facet values and groups of reposts have contracts of their own, {@link FacetContract} and {@link RepostContract}.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
public abstract class SearchEngineContract {
    private static final JsonMapper JSON = JsonMapper.shared();

    private SearchEngine engine;
    private List<Article> articles;

    /**
     * Indexes the articles and opens an engine over them.
     *
     * @param glossary what queries are read with, and the terms to suggest
     */
    protected abstract SearchEngine engineOver(List<Article> articles, Glossary glossary) throws IOException;

    @BeforeAll
    final void index() throws IOException {
        articles = articles("articles.jsonl");
        engine = engineOver(articles, glossary());
    }

    /** The articles of a file of the contract. */
    static List<Article> articles(String name) throws IOException {
        return resource(name).lines().map(SearchEngineContract::article).toList();
    }

    /** A file of cases. */
    static JsonNode cases(String name) throws IOException {
        return JSON.readTree(resource(name));
    }

    static Glossary glossary() throws IOException {
        return glossary("glossary.tsv");
    }

    static Glossary glossary(String name) throws IOException {
        return Glossary.read(new ByteArrayInputStream(resource(name).getBytes(StandardCharsets.UTF_8)), name);
    }

    @AfterAll
    final void close() {
        engine.close();
    }

    @TestFactory
    Stream<DynamicTest> search() throws IOException {
        return cases("searches.json")
                .valueStream()
                .map(c -> DynamicTest.dynamicTest(c.get("name").asString(), () -> check(c)));
    }

    @TestFactory
    Stream<DynamicTest> suggest() throws IOException {
        return cases("suggestions.json")
                .valueStream()
                .map(c -> DynamicTest.dynamicTest(c.get("name").asString(), () -> checkSuggestions(c)));
    }

    private void checkSuggestions(JsonNode c) {
        int size = c.path("size").asInt(SuggestRequest.DEFAULT_SIZE);
        SuggestResponse response = engine.suggest(new SuggestRequest(c.get("q").asString(), size));
        List<String> completions =
                response.completions().stream().map(SearchEngineContract::shown).toList();
        ifPresent(c, "completions", n -> assertThat(completions).isEqualTo(strings(n)));
        ifPresent(c, "has", n -> assertThat(completions).containsAll(strings(n)));
        ifPresent(c, "first", n -> assertThat(completions).first().isEqualTo(n.asString()));
    }

    static String shown(Completion completion) {
        String text = completion.kind() + ':' + bracketed(completion.text());
        return switch (completion) {
            case Completion.Value v -> text + ' ' + v.count();
            case Completion.Term t -> text + ' ' + t.count();
            case Completion.Title t -> text;
        };
    }

    @Test
    void suggest_anyBeginningOfWhatIsThere_offersOnlyWhatIsFound() throws IOException {
        List<String> texts = new ArrayList<>(GlossaryTerms.of(glossary()).forms());
        for (Article article : articles) {
            texts.add(article.title());
            texts.addAll(article.tags());
            texts.add(article.publisher());
        }
        List<String> typed = new ArrayList<>();
        for (String text : texts) {
            for (String whole :
                    List.of(text, Pinyin.of(text).joined(), Pinyin.of(text).initials())) {
                for (int length = 0; length <= Math.min(whole.length(), 12); length++) {
                    typed.add(whole.substring(0, length));
                    typed.add(whole.substring(whole.length() - length));
                }
            }
        }
        typed.stream().distinct().forEach(this::checkCompletions);
    }

    private void checkCompletions(String typed) {
        SuggestResponse response = engine.suggest(new SuggestRequest(typed, SuggestRequest.MAX_SIZE));
        assertThat(response.index()).isEqualTo(engine.index());
        assertThat(response.completions())
                .extracting(c -> TextKey.of(c.text().text()))
                .as(typed)
                .doesNotHaveDuplicates();
        for (Completion completion : response.completions()) {
            String what = "%s for \"%s\"".formatted(shown(completion), typed);
            assertThat(completion.text().marks().isEmpty()).as(what).isEqualTo(typed.isBlank());
            switch (completion) {
                case Completion.Value v ->
                    assertThat(engine.search(v.request()).total())
                            .as(what)
                            .isEqualTo(v.count())
                            .isPositive();
                case Completion.Term t ->
                    assertThat(engine.search(t.request()).total())
                            .as(what)
                            .isEqualTo(t.count())
                            .isPositive();
                case Completion.Title t ->
                    assertThat(engine.article(t.id()).map(r -> r.article().title()))
                            .as(what)
                            .contains(t.text().text());
            }
        }
    }

    @Test
    void suggest_hostileText_isAnsweredOrRefused() {
        for (String typed : List.of(
                "\u0000\u0007\u001b[0m",
                "\ud800",
                "\udc00kaf",
                "分\ud800布",
                "\u202e",
                "'",
                "v",
                "a'",
                "\ufeff",
                "=",
                "^k",
                "((((",
                "\"",
                "*",
                "a ".repeat(400),
                "分".repeat(1_000),
                "zz'".repeat(300),
                "\ud83d\ude80".repeat(100),
                "nv",
                "ü")) {
            assertThat(engine.suggest(SuggestRequest.of(typed)).completions()).hasSizeLessThanOrEqualTo(8);
        }
        assertThatThrownBy(() -> SuggestRequest.of("k".repeat(10_000)))
                .isInstanceOf(InvalidRequestException.class)
                .hasMessageContaining("10000");
        assertThatThrownBy(() -> new SuggestRequest("k", 21)).isInstanceOf(InvalidRequestException.class);
        assertThatThrownBy(() -> new SuggestRequest("k", 0)).isInstanceOf(InvalidRequestException.class);
    }

    @Test
    void article_knownId_isReturnedWhole() {
        assertThat(articles)
                .allSatisfy(a -> assertThat(engine.article(a.id()).map(ArticleResponse::article))
                        .contains(a));
    }

    @Test
    void article_unknownId_isEmpty() {
        assertThat(engine.article("no-such-id")).isEmpty();
    }

    @Test
    void index_describesTheLiveGeneration() {
        assertThat(engine.index().docs()).isEqualTo(articles.size());
        assertThat(engine.index().generation()).isNotBlank();
    }

    @Test
    void sort_anyOrder_keepsTheSetOfHits() {
        for (String q : List.of("kafka", "kafak", "消息", "microservices", "-kafka", "")) {
            List<List<String>> orders = Stream.of(Sort.values())
                    .map(s -> SearchRequest.builder().q(q).sort(s).size(100).build())
                    .map(r -> ids(engine.search(r)).stream().sorted().toList())
                    .distinct()
                    .toList();
            assertThat(orders).as(q).hasSize(1);
        }
    }

    @Test
    void facetCount_anyValue_isTheNumberOfHitsThatCarryItAfterTheClick() {
        for (String q : List.of("", "kafka", "kafak", "消息", "c++ OR c#")) {
            SearchRequest request = SearchRequest.builder().q(q).facetSize(200).build();
            for (Facet facet : engine.search(request).facets()) {
                for (Facet.Value value : facet.values()) {
                    SearchRequest clicked = select(request, facet.dim(), value.value());
                    assertThat(engine.search(clicked).total())
                            .as("%s with %s:%s", q, facet.dim().word(), value.value())
                            .isEqualTo(value.count());
                }
            }
        }
    }

    @Test
    void correction_anyPageAndOrder_isTheSame() {
        for (Sort sort : Sort.values()) {
            List<String> ids = new ArrayList<>();
            for (int page = 1; page <= 4; page++) {
                SearchResponse response = engine.search(SearchRequest.builder()
                        .q("kafak")
                        .sort(sort)
                        .size(1)
                        .page(page)
                        .build());
                assertThat(response.parsed()).isEqualTo("kafka");
                ids.addAll(ids(response));
            }
            SearchRequest exact = SearchRequest.builder().q("kafka").sort(sort).build();
            assertThat(ids).as(sort.word()).isEqualTo(ids(engine.search(exact)));
        }
    }

    @Test
    void explain_asked_saysHowTheScoreCameAbout() {
        SearchResponse response =
                engine.search(SearchRequest.builder().q("kafka").explain(true).build());
        assertThat(response.hits()).allSatisfy(h -> assertThat(h.explanation()).isNotBlank());
    }

    @Test
    void highlights_notAsked_giveTheSameHitsWithoutMarks() {
        SearchRequest.Builder request = SearchRequest.builder().q("kafka");
        SearchResponse marked = engine.search(request.build());
        SearchResponse plain = engine.search(request.highlights(false).build());
        assertThat(ids(plain)).isEqualTo(ids(marked)).isNotEmpty();
        assertThat(plain.hits()).allSatisfy(h -> {
            assertThat(h.title()).isEqualTo(MarkedText.unmarked(h.article().title()));
            assertThat(h.summary()).isEqualTo(MarkedText.unmarked(h.article().summary()));
            assertThat(h.tags())
                    .extracting(MarkedText::text)
                    .isEqualTo(h.article().tags());
            assertThat(h.tags()).allSatisfy(t -> assertThat(t.marks()).isEmpty());
        });
    }

    @Test
    void cursor_anyOrderAndSize_leadsThroughTheHitsOfThePages() {
        for (SearchRequest search : List.of(
                SearchRequest.of(""),
                SearchRequest.of("kafka"),
                SearchRequest.of("kafak"),
                SearchRequest.of("消息 ?redis"),
                SearchRequest.of("-kafka").toBuilder().grouped(false).build(),
                SearchRequest.builder()
                        .q("minutes:>3")
                        .langs(List.of(Language.EN))
                        .build())) {
            for (Sort sort : Sort.values()) {
                for (int size = 1; size <= 7; size++) {
                    checkWalk(search.toBuilder().sort(sort).size(size).build());
                }
            }
        }
    }

    private void checkWalk(SearchRequest request) {
        String what =
                "%s by %s, %d at a time".formatted(request.q(), request.sort().word(), request.size());
        SearchResponse walked = engine.search(request);
        for (int page = 1; page <= walked.pages(); page++) {
            SearchResponse paged = engine.search(request.toBuilder().page(page).build());
            assertThat(walked.hits()).as(what).isEqualTo(paged.hits());
            assertThat(walked.total()).as(what).isEqualTo(paged.total());
            assertThat(walked.facets()).as(what).isEqualTo(paged.facets());
            assertThat(walked.suggestions()).as(what).isEqualTo(paged.suggestions());
            assertThat(walked.correctedFrom()).as(what).isEqualTo(paged.correctedFrom());
            // Any page leads on, not only one that a cursor led to.
            assertThat(walked.nextCursor()).as(what).isEqualTo(paged.nextCursor());
            String next = walked.nextCursor();
            assertThat(next != null).as(what).isEqualTo(page < walked.pages());
            if (next != null) {
                assertThat(next).matches("[A-Za-z0-9_-]+").hasSizeLessThanOrEqualTo(SearchRequest.MAX_CURSOR_LENGTH);
                walked = engine.search(request.toBuilder().cursor(next).build());
            }
        }
    }

    @Test
    void cursor_otherSizeFacetsAndHighlights_goesOn() {
        SearchRequest search = SearchRequest.builder()
                .q("kafka")
                .tags(List.of("Kafka"))
                .size(1)
                .build();
        String cursor = engine.search(search).nextCursor();
        SearchResponse rest = engine.search(search.toBuilder()
                .size(50)
                .facets(List.of())
                .facetSize(1)
                .highlights(false)
                .explain(true)
                .cursor(cursor)
                .build());
        assertThat(rest.hits()).extracting(Hit::rank).startsWith(2);
        assertThat(rest.hits()).hasSize(rest.total() - 1);
        assertThat(rest.nextCursor()).isNull();
    }

    @Test
    void cursor_ofAnotherSearch_isRefused() {
        SearchRequest search = SearchRequest.builder()
                .q("-c")
                .size(1)
                .publishers(List.of("Cloud Notes"))
                .build();
        String cursor = engine.search(search).nextCursor();
        SearchRequest.Builder same = search.toBuilder().cursor(cursor);
        assertThat(engine.search(same.build()).hits()).hasSize(1);
        for (SearchRequest other : List.of(
                search.toBuilder().q("-kafka").build(),
                search.toBuilder().tags(List.of("Kafka")).build(),
                search.without(FacetDim.PUBLISHER),
                search.toBuilder()
                        .publishers(List.of("Cloud Notes", "Systems Weekly"))
                        .build(),
                search.toBuilder().categories(List.of("Fundamentals")).build(),
                search.toBuilder().langs(List.of(Language.EN)).build(),
                search.toBuilder().years(List.of(2021)).build(),
                search.toBuilder().from(LocalDate.of(2000, 1, 1)).build(),
                search.toBuilder().to(LocalDate.of(2030, 1, 1)).build(),
                search.toBuilder().minutesMax(100).build(),
                search.toBuilder().sort(Sort.NEWEST).build(),
                search.toBuilder().grouped(false).build())) {
            checkRefused(other.toBuilder().cursor(cursor).build(), "another search");
        }
    }

    @Test
    void cursor_thatIsNone_isRefused() {
        SearchRequest search = SearchRequest.builder().size(1).build();
        String cursor = Objects.requireNonNull(engine.search(search).nextCursor());
        for (String text : List.of(
                "x",
                "AAAA",
                "%00",
                "\u0000",
                "页",
                "=".repeat(SearchRequest.MAX_CURSOR_LENGTH),
                "A".repeat(SearchRequest.MAX_CURSOR_LENGTH),
                cursor + cursor,
                cursor + "A",
                cursor.substring(1),
                cursor.substring(0, cursor.length() - 1),
                cursor.substring(0, cursor.length() / 2),
                new StringBuilder(cursor).reverse().toString())) {
            checkRefused(search.toBuilder().cursor(text).build(), "cursor");
        }
        assertThatThrownBy(() -> search.toBuilder().cursor(" ").build()).isInstanceOf(InvalidRequestException.class);
        assertThatThrownBy(() -> search.toBuilder()
                        .cursor("A".repeat(SearchRequest.MAX_CURSOR_LENGTH + 1))
                        .build())
                .isInstanceOf(InvalidRequestException.class);
    }

    private void checkRefused(SearchRequest request, String why) {
        assertThatThrownBy(() -> engine.search(request))
                .as("%s", request)
                .isInstanceOfSatisfying(
                        InvalidRequestException.class,
                        e -> assertThat(e.parameter()).isEqualTo("cursor"))
                .hasMessageContaining(why)
                .hasMessageContaining("first page");
    }

    private void check(JsonNode c) {
        SearchRequest request = request(c.get("request"));
        SearchResponse response = engine.search(request);
        List<String> ids = ids(response);
        ifPresent(c, "ids", n -> assertThat(ids).isEqualTo(strings(n)));
        ifPresent(c, "anyOrder", n -> assertThat(ids).containsExactlyInAnyOrderElementsOf(strings(n)));
        ifPresent(c, "anyOrder", n -> assertThat(response.total()).isEqualTo(n.size()));
        ifPresent(c, "first", n -> assertThat(ids).first().isEqualTo(n.asString()));
        ifPresent(c, "total", n -> assertThat(response.total()).isEqualTo(n.asInt()));
        ifPresent(c, "parsed", n -> assertThat(response.parsed()).isEqualTo(n.asString()));
        assertThat(response.warnings())
                .hasSize(c.has("warnings") ? c.get("warnings").asInt() : 0);
        ifPresent(
                c,
                "facets",
                n -> n.properties()
                        .forEach(e -> assertThat(counts(response, e.getKey()))
                                .containsExactlyInAnyOrderEntriesOf(ints(e.getValue()))));
        ifPresent(
                c,
                "suggestions",
                n -> assertThat(response.suggestions())
                        .map(s -> List.of(s.kind().word(), s.request().q(), String.valueOf(s.count())))
                        .isEqualTo(n.valueStream()
                                .map(SearchEngineContract::strings)
                                .toList()));
        assertThat(response.correctedFrom())
                .isEqualTo(c.has("correctedFrom") ? c.get("correctedFrom").asString() : null);
        ifPresent(c, "marks", n -> n.properties().forEach(e -> checkMarks(response, e.getKey(), e.getValue())));
        ifPresent(
                c,
                "why",
                n -> n.properties()
                        .forEach(e -> assertThat(hit(response, e.getKey()).reason())
                                .isEqualTo(e.getValue().asString())));
        for (Suggestion suggestion : response.suggestions()) {
            assertThat(engine.search(suggestion.request()).total()).isEqualTo(suggestion.count());
        }
    }

    private static Hit hit(SearchResponse response, String id) {
        return response.hits().stream()
                .filter(h -> h.article().id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    private static void checkMarks(SearchResponse response, String id, JsonNode marks) {
        Hit hit = hit(response, id);
        ifPresent(marks, "title", n -> assertThat(bracketed(hit.title())).isEqualTo(n.asString()));
        ifPresent(marks, "summary", n -> assertThat(bracketed(hit.summary())).isEqualTo(n.asString()));
        ifPresent(
                marks,
                "tags",
                n -> assertThat(hit.tags().stream()
                                .map(SearchEngineContract::bracketed)
                                .collect(Collectors.joining("|")))
                        .isEqualTo(n.asString()));
        assertThat(hit.title().text()).isEqualTo(hit.article().title());
        assertThat(hit.summary().text()).isEqualTo(hit.article().summary());
    }

    private static String bracketed(MarkedText marked) {
        StringBuilder text = new StringBuilder(marked.text());
        for (MarkedText.Mark mark : marked.marks().reversed()) {
            text.insert(mark.end(), ']').insert(mark.start(), '[');
        }
        return text.toString();
    }

    private static SearchRequest select(SearchRequest request, FacetDim dim, String value) {
        return request.without(dim).toggled(dim, value);
    }

    /** The request that a case names by its URL parameters. */
    static SearchRequest request(JsonNode n) {
        SearchRequest.Builder b = SearchRequest.builder().facetSize(200);
        for (Map.Entry<String, JsonNode> e : n.properties()) {
            List<String> values = strings(e.getValue());
            String value = values.getFirst();
            switch (e.getKey()) {
                case "q" -> b.q(value);
                case "tag" -> b.tags(values);
                case "publisher" -> b.publishers(values);
                case "category" -> b.categories(values);
                case "lang" -> b.langs(map(values, v -> Language.ofCode(v).orElseThrow()));
                case "year" -> b.years(map(values, Integer::valueOf));
                case "from" -> b.from(LocalDate.parse(value));
                case "to" -> b.to(LocalDate.parse(value));
                case "minutesMax" -> b.minutesMax(Integer.valueOf(value));
                case "group" -> b.grouped(!value.equals("off"));
                case "sort" -> b.sort(Sort.ofWord(value).orElseThrow());
                case "page" -> b.page(Integer.parseInt(value));
                case "size" -> b.size(Integer.parseInt(value));
                default -> throw new IllegalArgumentException("a case has the unknown parameter " + e.getKey());
            }
        }
        return b.build();
    }

    private static Article article(String line) {
        JsonNode n = JSON.readTree(line);
        return Article.builder(
                        n.get("title").asString(),
                        n.get("publisher").asString(),
                        LocalDate.parse(n.get("date").asString()))
                .id(n.get("id").asString())
                .summary(n.get("summary").asString())
                .tags(strings(n.get("tags")))
                .category(n.path("category").asString(""))
                .likes(n.path("likes").asInt(0))
                .readMinutes(n.path("readMinutes").asInt(0))
                .lang(Language.ofCode(n.get("lang").asString()).orElseThrow())
                .build();
    }

    private static List<String> ids(SearchResponse response) {
        return response.hits().stream().map(h -> h.article().id()).toList();
    }

    private static Map<String, Integer> counts(SearchResponse response, String dim) {
        Map<String, Integer> counts = new LinkedHashMap<>();
        Facet facet = response.facet(FacetDim.ofWord(dim).orElseThrow()).orElseThrow();
        facet.values().forEach(v -> counts.put(v.value(), v.count()));
        return counts;
    }

    private static void ifPresent(JsonNode n, String name, Consumer<JsonNode> check) {
        if (n.has(name)) {
            check.accept(n.get(name));
        }
    }

    static List<String> strings(JsonNode array) {
        List<String> strings = new ArrayList<>();
        array.forEach(n -> strings.add(n.asString()));
        return strings;
    }

    private static Map<String, Integer> ints(JsonNode object) {
        Map<String, Integer> ints = new LinkedHashMap<>();
        object.properties().forEach(e -> ints.put(e.getKey(), e.getValue().asInt()));
        return ints;
    }

    private static <T> List<T> map(List<String> values, Function<String, T> to) {
        return values.stream().map(to).toList();
    }

    private static String resource(String name) throws IOException {
        try (InputStream in = SearchEngineContract.class.getResourceAsStream("contract/" + name)) {
            return new String(Objects.requireNonNull(in, name).readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
