package archsearch.searcher.lucene;

import static org.assertj.core.api.Assertions.assertThat;

import archsearch.indexer.analysis.TextKey;
import archsearch.indexer.article.Article;
import archsearch.indexer.article.Language;
import archsearch.searcher.Facet;
import archsearch.searcher.FacetDim;
import archsearch.searcher.FacetRequest;
import archsearch.searcher.FacetResponse;
import archsearch.searcher.Hit;
import archsearch.searcher.Repost;
import archsearch.searcher.SearchEngine;
import archsearch.searcher.SearchRequest;
import archsearch.searcher.SearchResponse;
import archsearch.searcher.SimilarRequest;
import archsearch.searcher.Sort;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;

/** What has to be true of every search over some articles, and random searches to see it by. */
final class SearchProperties {
    /** So many articles are looked at one by one. */
    private static final int FEW = 500;

    private static final List<Sort> SORTS = List.of(Sort.values());

    private final SearchEngine engine;
    private final List<Article> articles;
    private final Map<String, Set<String>> groupOf = new HashMap<>();
    private final Random random;

    /**
     * @param groups the ids of the articles of each group of reposts
     */
    SearchProperties(
            SearchEngine engine,
            List<Article> articles,
            Collection<? extends Collection<String>> groups,
            Random random) {
        this.engine = engine;
        this.articles = articles;
        this.random = random;
        groups.forEach(group -> group.forEach(id -> groupOf.put(id, Set.copyOf(group))));
    }

    private Set<String> group(String id) {
        return groupOf.getOrDefault(id, Set.of(id));
    }

    private SearchResponse search(SearchRequest request) {
        return engine.search(request);
    }

    private int total(SearchRequest request) {
        return search(request.toBuilder()
                        .facets(Set.of())
                        .size(1)
                        .highlights(false)
                        .build())
                .total();
    }

    /** A request with any words and filters, most of which occur together in some article. */
    SearchRequest request() {
        Article article = articles.get(random.nextInt(articles.size()));
        SearchRequest.Builder b = SearchRequest.builder()
                .q(query(article))
                .grouped(random.nextInt(4) > 0)
                .sort(SORTS.get(random.nextInt(SORTS.size())))
                .highlights(false)
                .size(1)
                .facetSize(1 + random.nextInt(12));
        if (random.nextInt(4) == 0 && !article.tags().isEmpty()) {
            b.tags(List.of(article.tags().get(random.nextInt(article.tags().size()))));
        }
        if (random.nextInt(4) == 0) {
            b.publishers(List.of(article.publisher(), any().publisher()).subList(0, 1 + random.nextInt(2)));
        }
        if (random.nextInt(6) == 0 && !article.category().isEmpty()) {
            b.categories(List.of(article.category()));
        }
        if (random.nextInt(6) == 0) {
            b.langs(random.nextBoolean() ? Set.of(article.lang()) : EnumSet.allOf(Language.class));
        }
        if (random.nextInt(6) == 0) {
            b.years(List.of(article.date().getYear(), any().date().getYear()));
        }
        if (random.nextInt(5) == 0) {
            b.minutesMax(random.nextBoolean() ? 10 : 1 + random.nextInt(80));
        }
        dates(b, article.date());
        return b.build();
    }

    private void dates(SearchRequest.Builder b, LocalDate date) {
        YearMonth month = YearMonth.from(date);
        switch (random.nextInt(8)) {
            case 0 -> b.from(month.atDay(1)).to(month.atEndOfMonth());
            case 1 -> b.from(date.minusDays(random.nextInt(600))).to(date.plusDays(random.nextInt(600)));
            case 2 -> b.from(date);
            case 3 -> b.to(date);
            default -> {}
        }
    }

    private Article any() {
        return articles.get(random.nextInt(articles.size()));
    }

    private String query(Article article) {
        String[] words = (article.title() + ' ' + article.summary()).split("[\\s()\"*:~?|<>]+");
        String word = words[random.nextInt(words.length)];
        String other = words[random.nextInt(words.length)];
        return switch (random.nextInt(9)) {
            case 0, 1 -> "";
            case 2 -> word + ' ' + other;
            case 3 -> word + " OR " + any().title().replaceAll(" .*", "");
            case 4 -> "-" + word;
            case 5 -> mistyped(word);
            case 6 -> Arrays.stream(words).limit(7).collect(Collectors.joining(" "));
            default -> word;
        };
    }

    private String mistyped(String word) {
        if (word.length() < 4) {
            return word;
        }
        int at = 1 + random.nextInt(word.length() - 2);
        return word.substring(0, at) + word.substring(at + 1);
    }

    /** Every number that facets show is that of the hits after a click. */
    void checkFacets(SearchRequest request) {
        SearchResponse response = search(request);
        for (Facet facet : response.facets()) {
            FacetDim dim = facet.dim();
            for (Facet.Value value : facet.values()) {
                assertThat(value.count())
                        .as("%s:%s of %s", dim.word(), value.value(), request)
                        .isEqualTo(total(clicked(request, dim, value)));
                assertThat(value.selected() || value.count() > 0).isTrue();
            }
            Set<String> listed =
                    facet.values().stream().map(v -> TextKey.of(v.value())).collect(Collectors.toSet());
            assertThat(listed).as("values of %s", facet).hasSize(facet.values().size());
            assertThat(listed)
                    .as("what is selected in %s of %s", dim.word(), request)
                    .containsAll(request.selected(dim).stream().map(TextKey::of).toList());
        }
        if (total(request.toBuilder().grouped(false).build()) <= FEW) {
            assertThat(months(response)).as("months of %s", request).isEqualTo(months(request));
        }
    }

    /** What a click on an unselected value asks for, but that other values do not widen it; for a selected one what is asked for. */
    private static SearchRequest clicked(SearchRequest request, FacetDim dim, Facet.Value value) {
        return switch (dim) {
            case TAG, MONTH -> value.selected() ? request : request.toggled(dim, value.value());
            case PUBLISHER, CATEGORY, LANG, YEAR, MINUTES ->
                request.without(dim).toggled(dim, value.value());
        };
    }

    private static List<String> months(SearchResponse response) {
        return response.facet(FacetDim.MONTH).orElseThrow().values().stream()
                .map(Facet.Value::value)
                .toList();
    }

    /** The months of the matching articles, where these lie within three years. */
    private List<String> months(SearchRequest request) {
        List<YearMonth> months = all(request.toBuilder().grouped(false).build()).stream()
                .map(h -> YearMonth.from(h.article().date()))
                .distinct()
                .sorted()
                .toList();
        boolean isShort = months.isEmpty() || ChronoUnit.MONTHS.between(months.getFirst(), months.getLast()) < 36;
        List<String> expected = new ArrayList<>(
                isShort ? months.stream().map(YearMonth::toString).toList() : List.of());
        request.selected(FacetDim.MONTH).stream()
                .filter(m -> !expected.contains(m))
                .forEach(expected::add);
        return expected;
    }

    /** Whole lists of values are those of the search, in either order and by any beginning. */
    void checkLists(SearchRequest request) {
        SearchResponse response = search(request);
        for (Facet facet : response.facets()) {
            FacetDim dim = facet.dim();
            Facet all = facet(request, dim, "", FacetRequest.Order.COUNT).facet();
            assertThat(all.more()).isZero();
            assertThat(all.values().subList(0, facet.values().size()))
                    .as("%s of %s", dim.word(), request)
                    .isEqualTo(facet.values());
            assertThat(all.values()).hasSize(facet.values().size() + facet.more());
            assertThat(facet(request, dim, "", FacetRequest.Order.NAME).facet().values())
                    .containsExactlyInAnyOrderElementsOf(all.values());
            if (!all.values().isEmpty()) {
                Facet.Value wanted =
                        all.values().get(random.nextInt(all.values().size()));
                String prefix = wanted.value()
                        .substring(0, 1 + random.nextInt(wanted.value().length()));
                assertThat(facet(request, dim, prefix.toUpperCase(Locale.ROOT), FacetRequest.Order.COUNT)
                                .facet()
                                .values())
                        .as("%s beginning with %s of %s", dim.word(), prefix, request)
                        .contains(wanted)
                        .isSubsetOf(all.values());
            }
        }
    }

    private FacetResponse facet(SearchRequest request, FacetDim dim, String prefix, FacetRequest.Order order) {
        return engine.facet(new FacetRequest(request, dim, prefix, order, FacetRequest.MAX_SIZE));
    }

    /** Pages give each group once, as many as the total says, with all its other articles; the same groups in each order. */
    void checkHits(SearchRequest request) {
        // Pages end at a depth; what lies beyond cannot be looked at.
        if (total(request.toBuilder().grouped(false).build()) > SearchRequest.MAX_DEPTH) {
            return;
        }
        SearchRequest grouped = request.toBuilder().grouped(true).build();
        List<Hit> hits = all(grouped);
        Set<Set<String>> groups =
                hits.stream().map(h -> group(h.article().id())).collect(Collectors.toSet());
        assertThat(groups).as("groups of %s", request).hasSize(hits.size());
        assertThat(hits).hasSize(total(grouped));
        for (Hit hit : hits) {
            Set<String> others = new HashSet<>(group(hit.article().id()));
            others.remove(hit.article().id());
            assertThat(hit.reposts()).extracting(r -> r.article().id()).containsExactlyInAnyOrderElementsOf(others);
            assertThat(hit.reposts())
                    .isSortedAccordingTo(
                            Comparator.comparing((Repost r) -> r.article().date()));
        }
        assertThat(walked(grouped))
                .as("cursors of %s", request)
                .isEqualTo(hits.stream().map(h -> h.article().id()).toList());
        List<Hit> alone = all(request.toBuilder().grouped(false).build());
        Map<Set<String>, Hit> best = new HashMap<>();
        alone.forEach(h -> best.putIfAbsent(group(h.article().id()), h));
        Set<Hit> shown = new HashSet<>(best.values());
        assertThat(hits)
                .as("hits of %s", request)
                .extracting(h -> h.article().id())
                .isEqualTo(alone.stream()
                        .filter(shown::contains)
                        .map(h -> h.article().id())
                        .toList());
        for (Sort sort : Sort.values()) {
            assertThat(all(grouped.toBuilder().sort(sort).build()).stream()
                            .map(h -> group(h.article().id()))
                            .collect(Collectors.toSet()))
                    .as("%s of %s", sort.word(), request)
                    .isEqualTo(groups);
        }
    }

    /** What is similar to a hit is neither it nor a repost of it, each group comes once, and an article knows its own group. */
    void checkSimilar(SearchRequest request) {
        for (Hit hit : search(request).hits()) {
            String id = hit.article().id();
            List<Hit> similar = engine.similar(new SimilarRequest(id, SimilarRequest.MAX_SIZE))
                    .orElseThrow()
                    .hits();
            Set<Set<String>> groups =
                    similar.stream().map(h -> group(h.article().id())).collect(Collectors.toSet());
            assertThat(groups).as("similar to %s", id).hasSize(similar.size()).doesNotContain(group(id));
            assertThat(similar).extracting(Hit::score).isSortedAccordingTo(Comparator.reverseOrder());
            Set<String> own = engine.article(id).orElseThrow().reposts().stream()
                    .map(r -> r.article().id())
                    .collect(Collectors.toSet());
            own.add(id);
            assertThat(own).isEqualTo(group(id));
        }
    }

    /** The ids of the hits from the first on by cursors. */
    private List<String> walked(SearchRequest request) {
        List<String> ids = new ArrayList<>();
        String cursor = null;
        do {
            SearchResponse response = search(request.toBuilder()
                    .facets(Set.of())
                    .size(SearchRequest.MAX_SIZE)
                    .cursor(cursor)
                    .build());
            response.hits().forEach(h -> ids.add(h.article().id()));
            cursor = response.nextCursor();
        } while (cursor != null);
        return ids;
    }

    /** The hits of all pages, as deep as pages go. */
    private List<Hit> all(SearchRequest request) {
        List<Hit> hits = new ArrayList<>();
        SearchResponse response;
        int page = 1;
        do {
            response = search(request.toBuilder()
                    .facets(Set.of())
                    .size(SearchRequest.MAX_SIZE)
                    .page(page)
                    .build());
            hits.addAll(response.hits());
            page++;
        } while (page <= response.reachablePages());
        return hits;
    }
}
