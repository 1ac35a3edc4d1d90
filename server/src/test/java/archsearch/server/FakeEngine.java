package archsearch.server;

import archsearch.indexer.analysis.TextKey;
import archsearch.indexer.article.Article;
import archsearch.searcher.ArticleResponse;
import archsearch.searcher.Completion;
import archsearch.searcher.CursorGoneException;
import archsearch.searcher.Facet;
import archsearch.searcher.FacetDim;
import archsearch.searcher.FacetRequest;
import archsearch.searcher.FacetResponse;
import archsearch.searcher.Hit;
import archsearch.searcher.IndexInfo;
import archsearch.searcher.InvalidRequestException;
import archsearch.searcher.MarkedText;
import archsearch.searcher.Repost;
import archsearch.searcher.SearchEngine;
import archsearch.searcher.SearchRequest;
import archsearch.searcher.SearchResponse;
import archsearch.searcher.SimilarRequest;
import archsearch.searcher.SimilarResponse;
import archsearch.searcher.Sort;
import archsearch.searcher.SuggestRequest;
import archsearch.searcher.SuggestResponse;
import archsearch.searcher.Suggestion;
import archsearch.searcher.ValueName;
import java.time.Instant;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Searches a list of articles in memory: every word of the query must occur in title, summary or tags, and filters, facets,
 * sorting and paging do what the interface says. Failures can be switched on.
 */
public final class FakeEngine implements SearchEngine {
    /** A cursor that was good before the index changed. */
    public static final String GONE_CURSOR = "gone";

    private static final String CURSOR = "after-";
    private static final int MOST_MONTHS = 36;

    private final List<Article> articles;
    public volatile String generation = "20261120T031500Z-1";
    public volatile @Nullable Supplier<RuntimeException> failure;
    public volatile boolean partial;
    /** Done by every search before it begins. */
    public volatile Runnable beforeSearch = () -> {};

    public volatile List<String> warnings = List.of();
    public volatile @Nullable String explanation;
    public volatile @Nullable String correctedFrom;
    /** Names that lead to values with another name. */
    public volatile Map<String, String> aliases = Map.of();
    /** Values that mean the same as any. */
    public volatile List<String> sameMeaning = List.of();
    /** Reposts of articles by the articles' ids. */
    public volatile Map<String, List<Repost>> reposts = Map.of();
    /** A search to ask about beside hits. */
    public volatile @Nullable SearchRequest meant;

    public FakeEngine(List<Article> articles) {
        this.articles = List.copyOf(articles);
    }

    @Override
    public SearchResponse search(SearchRequest r) {
        beforeSearch.run();
        fail();
        List<Article> found = matching(r);
        List<Hit> hits = new ArrayList<>();
        int first = r.cursor() == null ? (r.page() - 1) * r.size() : rank(r.cursor());
        for (int i = first; i < Math.min(first + r.size(), found.size()); i++) {
            hits.add(hit(found.get(i), i + 1, r.q(), r.grouped()));
        }
        List<Facet> facets =
                r.facets().stream().sorted().map(dim -> facet(r, dim)).toList();
        return new SearchResponse(
                r,
                r.q(),
                correctedFrom,
                warnings,
                found.size(),
                hits,
                hits.isEmpty() || first + hits.size() == found.size() ? null : CURSOR + (first + hits.size()),
                facets,
                suggestions(r, found.size()),
                index(),
                7_300_000,
                partial);
    }

    private static int rank(String cursor) {
        if (cursor.equals(GONE_CURSOR)) {
            throw new CursorGoneException("The articles have changed; begin again at the first page.");
        }
        if (!cursor.matches(CURSOR + "[0-9]{1,6}")) {
            throw new InvalidRequestException("cursor", "This is no cursor.");
        }
        return Integer.parseInt(cursor.substring(CURSOR.length()));
    }

    /** Tags and titles that contain what was typed. */
    @Override
    public SuggestResponse suggest(SuggestRequest r) {
        fail();
        String typed = r.q().toLowerCase(Locale.ROOT);
        Map<String, Integer> tags = new TreeMap<>();
        articles.forEach(a -> a.tags().forEach(tag -> tags.merge(tag, 1, Integer::sum)));
        Stream<Completion> values = tags.entrySet().stream()
                .map(e -> new Completion.Value(FacetDim.TAG, mark(e.getKey(), r.q()), e.getValue()));
        Stream<Completion> titles = articles.stream().map(a -> new Completion.Title(mark(a.title(), r.q()), a.id()));
        List<Completion> found = Stream.concat(values, titles)
                .filter(c -> c.text().text().toLowerCase(Locale.ROOT).contains(typed))
                .limit(r.size())
                .toList();
        return new SuggestResponse(r, found, index(), 400_000);
    }

    @Override
    public FacetResponse facet(FacetRequest r) {
        fail();
        Facet all = facet(r.search(), r.dim(), FacetRequest.MAX_SIZE);
        Comparator<Facet.Value> order = r.order() == FacetRequest.Order.NAME
                ? Comparator.comparing(Facet.Value::value)
                : Comparator.comparingInt(Facet.Value::count).reversed();
        List<Facet.Value> values = all.values().stream()
                .filter(v ->
                        v.value().toLowerCase(Locale.ROOT).startsWith(r.prefix().toLowerCase(Locale.ROOT)))
                .sorted(order)
                .toList();
        int shown = Math.min(values.size(), r.size());
        return new FacetResponse(
                r, new Facet(r.dim(), values.subList(0, shown), values.size() - shown), index(), 300_000, partial);
    }

    /** Spellings with one {@link TextKey} are one value, the first one's; {@link #aliases} lead to theirs. */
    @Override
    public Optional<ValueName> value(FacetDim dim, String name) {
        fail();
        String wanted = key(aliases.getOrDefault(name, name));
        List<String> spellings = articles.stream()
                .flatMap(a -> values(a, dim))
                .filter(v -> key(v).equals(wanted))
                .distinct()
                .toList();
        return spellings.isEmpty()
                ? Optional.empty()
                : Optional.of(new ValueName(dim, spellings.getFirst(), spellings, sameMeaning));
    }

    private static String key(String value) {
        return TextKey.of(value);
    }

    /** Articles that share a tag, in the order of articles. */
    @Override
    public Optional<SimilarResponse> similar(SimilarRequest r) {
        fail();
        return find(r.id()).map(article -> {
            List<Article> others = articles.stream()
                    .filter(a -> !a.id().equals(r.id()) && a.tags().stream().anyMatch(article.tags()::contains))
                    .limit(r.size())
                    .toList();
            List<Hit> hits = new ArrayList<>();
            others.forEach(a -> hits.add(hit(a, hits.size() + 1, "", true)));
            return new SimilarResponse(r, hits, index(), 200_000);
        });
    }

    @Override
    public Optional<ArticleResponse> article(String id) {
        fail();
        return find(id).map(a -> new ArticleResponse(a, reposts.getOrDefault(a.id(), List.of()), index()));
    }

    private Optional<Article> find(String id) {
        return articles.stream().filter(a -> a.id().equals(id)).findFirst();
    }

    @Override
    public IndexInfo index() {
        fail();
        return new IndexInfo(generation, articles.size(), Instant.parse("2026-11-20T03:15:00Z"), "");
    }

    @Override
    public void close() {}

    private void fail() {
        Supplier<RuntimeException> f = failure;
        if (f != null) {
            throw f.get();
        }
    }

    private List<Article> matching(SearchRequest r) {
        Comparator<Article> newest =
                Comparator.comparing(Article::date).reversed().thenComparing(Article::id);
        Comparator<Article> order = switch (r.sort()) {
            case RELEVANCE, NEWEST -> newest;
            case OLDEST -> Comparator.comparing(Article::date).thenComparing(Article::id);
            case LIKES -> Comparator.comparingInt(Article::likes).reversed().thenComparing(newest);
            case MINUTES -> Comparator.comparingInt(Article::readMinutes).thenComparing(newest);
        };
        return articles.stream().filter(a -> matches(a, r)).sorted(order).toList();
    }

    private static boolean matches(Article a, SearchRequest r) {
        String text = (a.title() + '\n' + a.summary() + '\n' + a.tags()).toLowerCase(Locale.ROOT);
        return words(r.q()).allMatch(text::contains)
                && a.tags().containsAll(r.tags())
                && any(r.publishers(), a.publisher())
                && any(r.categories(), a.category())
                && (r.langs().isEmpty() || r.langs().contains(a.lang()))
                && (r.years().isEmpty() || r.years().contains(a.date().getYear()))
                && (r.from() == null || !a.date().isBefore(r.from()))
                && (r.to() == null || !a.date().isAfter(r.to()))
                && (r.minutesMax() == null || (a.readMinutes() > 0 && a.readMinutes() <= r.minutesMax()));
    }

    private static Stream<String> words(String q) {
        return Stream.of(q.toLowerCase(Locale.ROOT).split("\\s+")).filter(w -> !w.isEmpty());
    }

    private static boolean any(List<String> wanted, String value) {
        return wanted.isEmpty() || wanted.contains(value);
    }

    private Hit hit(Article a, int rank, String q, boolean grouped) {
        return new Hit(
                a,
                rank,
                q.isEmpty() ? 0 : 10.0 / rank,
                mark(a.title(), q),
                mark(a.summary(), q),
                a.tags().stream().map(t -> mark(t, q)).toList(),
                List.of(),
                grouped ? reposts.getOrDefault(a.id(), List.of()) : List.of(),
                explanation);
    }

    private static MarkedText mark(String text, String q) {
        String lower = text.toLowerCase(Locale.ROOT);
        TreeMap<Integer, Integer> ends = new TreeMap<>();
        words(q).forEach(w -> {
            for (int at = lower.indexOf(w); at >= 0; at = lower.indexOf(w, at + w.length())) {
                ends.merge(at, at + w.length(), Math::max);
            }
        });
        List<MarkedText.Mark> marks = new ArrayList<>();
        int last = -1;
        for (Map.Entry<Integer, Integer> e : ends.entrySet()) {
            if (e.getKey() > last) {
                marks.add(new MarkedText.Mark(e.getKey(), e.getValue()));
                last = e.getValue();
            }
        }
        return new MarkedText(text, marks);
    }

    private Facet facet(SearchRequest r, FacetDim dim) {
        return facet(r, dim, r.facetSize());
    }

    private Facet facet(SearchRequest r, FacetDim dim, int size) {
        SearchRequest base = dim.isConjunctive() || dim == FacetDim.MONTH ? r : r.without(dim);
        Map<String, Long> counts = matching(base).stream()
                .flatMap(a -> values(a, dim))
                .filter(v -> !v.isEmpty())
                .collect(Collectors.groupingBy(v -> v, TreeMap::new, Collectors.counting()));
        List<String> selected = r.selected(dim);
        if (dim == FacetDim.MONTH && counts.size() > MOST_MONTHS) {
            counts.clear();
        }
        selected.forEach(v -> counts.putIfAbsent(v, 0L));
        List<Facet.Value> all = counts.entrySet().stream()
                .map(e -> new Facet.Value(e.getKey(), e.getValue().intValue(), selected.contains(e.getKey())))
                .sorted(Comparator.comparing(Facet.Value::selected)
                        .reversed()
                        .thenComparing(
                                Comparator.comparingInt(Facet.Value::count).reversed())
                        .thenComparing(Facet.Value::value))
                .toList();
        int shown = Math.min(all.size(), size + selected.size());
        return new Facet(dim, all.subList(0, shown), all.size() - shown);
    }

    private static Stream<String> values(Article a, FacetDim dim) {
        return switch (dim) {
            case TAG -> a.tags().stream();
            case PUBLISHER -> Stream.of(a.publisher());
            case CATEGORY -> Stream.of(a.category());
            case LANG -> Stream.of(a.lang().code());
            case YEAR -> Stream.of(String.valueOf(a.date().getYear()));
            case MONTH -> Stream.of(YearMonth.from(a.date()).toString());
            case MINUTES ->
                Stream.of(5, 10, 20).filter(m -> a.readMinutes() <= m).map(String::valueOf);
        };
    }

    private List<Suggestion> suggestions(SearchRequest r, int total) {
        SearchRequest other = meant;
        if (other != null) {
            return List.of(new Suggestion(
                    Suggestion.Kind.SPELLING, other, matching(other).size()));
        }
        if (total > 0 || !r.isFiltered()) {
            return List.of();
        }
        SearchRequest bare =
                SearchRequest.builder().q(r.q()).sort(Sort.RELEVANCE).build();
        int count = matching(bare).size();
        return count == 0
                ? List.of()
                : List.of(new Suggestion(Suggestion.Kind.DROP_FILTERS, bare, count, List.of("year:1999")));
    }
}
