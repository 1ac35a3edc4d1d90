package archsearch.server;

import archsearch.indexer.article.Article;
import archsearch.searcher.ArticleResponse;
import archsearch.searcher.Facet;
import archsearch.searcher.FacetDim;
import archsearch.searcher.FacetRequest;
import archsearch.searcher.FacetResponse;
import archsearch.searcher.Hit;
import archsearch.searcher.IndexInfo;
import archsearch.searcher.MarkedText;
import archsearch.searcher.SearchEngine;
import archsearch.searcher.SearchRequest;
import archsearch.searcher.SearchResponse;
import archsearch.searcher.SimilarRequest;
import archsearch.searcher.SimilarResponse;
import archsearch.searcher.SuggestRequest;
import archsearch.searcher.SuggestResponse;
import archsearch.searcher.ValueName;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Year;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * An engine with very many articles of which only the days matter: finds those of some days, newest first, without looking at
 * the others.
 */
final class ManyArticles implements SearchEngine {
    private static final String CURSOR = "after ";

    private final TreeMap<LocalDate, Integer> counts;
    private final boolean hasCursors;
    private final int total;
    final AtomicInteger searches = new AtomicInteger();
    volatile @Nullable RuntimeException failure;

    /**
     * @param counts the number of articles of each day
     */
    ManyArticles(Map<LocalDate, Integer> counts, boolean hasCursors) {
        this.counts = new TreeMap<>(counts);
        this.hasCursors = hasCursors;
        this.total = counts.values().stream().mapToInt(Integer::intValue).sum();
    }

    @Override
    public SearchResponse search(SearchRequest r) {
        searches.incrementAndGet();
        RuntimeException thrown = failure;
        if (thrown != null) {
            throw thrown;
        }
        LocalDate from = r.from() == null ? LocalDate.MIN : r.from();
        LocalDate to = r.to() == null ? LocalDate.MAX : r.to();
        Map<LocalDate, Integer> days = counts.subMap(from, true, to, true).descendingMap();
        int found = days.values().stream().mapToInt(Integer::intValue).sum();
        String cursor = r.cursor();
        int first = cursor == null ? (r.page() - 1) * r.size() : Integer.parseInt(cursor.substring(CURSOR.length()));
        List<Hit> hits = hits(days, first, r.size());
        int end = first + hits.size();
        String next = hasCursors && end < found ? CURSOR + end : null;
        return new SearchResponse(
                r, "", null, List.of(), found, hits, next, List.of(), List.of(), index(), 1_000, false);
    }

    private static List<Hit> hits(Map<LocalDate, Integer> days, int first, int size) {
        List<Hit> hits = new ArrayList<>();
        int before = 0;
        for (Map.Entry<LocalDate, Integer> day : days.entrySet()) {
            for (int i = Math.max(0, first - before); i < day.getValue() && hits.size() < size; i++) {
                hits.add(hit(day.getKey(), i, before + i + 1));
            }
            before += day.getValue();
        }
        return hits;
    }

    private static Hit hit(LocalDate day, int number, int rank) {
        Article article = Article.builder("Title", "Publisher", day)
                .id(day + "-" + number)
                .build();
        MarkedText title = MarkedText.unmarked("Title");
        return new Hit(article, rank, 0, title, MarkedText.unmarked(""), List.of(), List.of(), List.of(), null);
    }

    @Override
    public FacetResponse facet(FacetRequest r) {
        TreeMap<String, Integer> years = new TreeMap<>();
        counts.forEach((day, count) -> years.merge(Year.from(day).toString(), count, Integer::sum));
        List<Facet.Value> values = r.dim() != FacetDim.YEAR
                ? List.of()
                : years.entrySet().stream()
                        .map(e -> new Facet.Value(e.getKey(), e.getValue(), false))
                        .toList();
        return new FacetResponse(r, new Facet(r.dim(), values, 0), index(), 1_000, false);
    }

    @Override
    public SuggestResponse suggest(SuggestRequest r) {
        return new SuggestResponse(r, List.of(), index(), 1_000);
    }

    @Override
    public Optional<ValueName> value(FacetDim dim, String name) {
        return Optional.empty();
    }

    @Override
    public Optional<SimilarResponse> similar(SimilarRequest r) {
        return Optional.empty();
    }

    @Override
    public Optional<ArticleResponse> article(String id) {
        return Optional.empty();
    }

    @Override
    public IndexInfo index() {
        return new IndexInfo("20261120T031500Z-1", total, Instant.parse("2026-11-20T03:15:00Z"), "");
    }

    @Override
    public void close() {}
}
