package archsearch.server;

import archsearch.searcher.EngineBusyException;
import archsearch.searcher.Facet;
import archsearch.searcher.FacetDim;
import archsearch.searcher.FacetRequest;
import archsearch.searcher.FacetResponse;
import archsearch.searcher.SearchEngine;
import archsearch.searcher.SearchRequest;
import archsearch.searcher.SearchResponse;
import archsearch.searcher.Sort;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Which articles stand in which sitemap. A sitemap holds the articles of some days that follow each other, as long as they are
 * few enough: of a year, of a month, of half a month and so on down to one day. So any of them is one search away, and one year's
 * articles never move the others' to another sitemap.
 *
 * @param generation what it was made for
 * @param parts the latest days first
 */
record SitemapPlan(String generation, List<Part> parts) {
    /** As many as pages can reach; the protocol allows five times as many. */
    static final int LIMIT = SearchRequest.MAX_DEPTH;

    /** Articles of one day that are more than this many sitemaps long are left to the listings that link them. */
    private static final int MAX_NUMBER = 10;

    private static final int MAX_YEAR = 9_999;

    SitemapPlan {
        parts = List.copyOf(parts);
    }

    /**
     * The articles of one sitemap.
     *
     * @param from first day
     * @param to last day
     * @param number which of several sitemaps of one day, from 1
     */
    record Part(LocalDate from, LocalDate to, int number) {
        /** Its name in the sitemap's path, for example {@code articles-2019-01-01-2019-12-31}. */
        String name() {
            return "articles-" + from + '-' + to + (number == 1 ? "" : "-" + number);
        }

        SearchRequest request() {
            return articles().from(from).to(to).build();
        }

        /** How many of the articles found stand in sitemaps before this one. */
        int skipped() {
            return (number - 1) * LIMIT;
        }
    }

    /** The part with a name, or empty where the plan has none. */
    Optional<Part> part(String name) {
        return parts.stream().filter(p -> p.name().equals(name)).findFirst();
    }

    /** Plans for the live generation, by a few searches for each sitemap where a year does not fit into one. */
    static SitemapPlan of(SearchEngine engine) {
        FacetResponse years = engine.facet(new FacetRequest(
                articles().build(), FacetDim.YEAR, "", FacetRequest.Order.COUNT, FacetRequest.MAX_SIZE));
        requireWhole(years.partial());
        List<Part> parts = new ArrayList<>();
        years.facet().values().stream()
                .filter(v -> v.value().matches("[0-9]{1,4}"))
                .sorted(Comparator.comparing((Facet.Value v) -> Integer.valueOf(v.value()))
                        .reversed())
                .forEach(v -> year(engine, Integer.parseInt(v.value()), v.count(), parts));
        return new SitemapPlan(years.index().generation(), parts);
    }

    private static void year(SearchEngine engine, int year, int count, List<Part> parts) {
        if (year < 1 || year > MAX_YEAR) {
            return;
        }
        if (count <= LIMIT) {
            parts.add(new Part(LocalDate.of(year, 1, 1), LocalDate.of(year, 12, 31), 1));
            return;
        }
        for (int month = 12; month >= 1; month--) {
            YearMonth days = YearMonth.of(year, month);
            days(engine, days.atDay(1), days.atEndOfMonth(), parts);
        }
    }

    private static void days(SearchEngine engine, LocalDate from, LocalDate to, List<Part> parts) {
        SearchResponse found =
                engine.search(articles().from(from).to(to).size(1).build());
        requireWhole(found.partial());
        int count = found.total();
        if (count > LIMIT && from.isBefore(to)) {
            LocalDate middle = from.plusDays((to.toEpochDay() - from.toEpochDay()) / 2);
            days(engine, middle.plusDays(1), to, parts);
            days(engine, from, middle, parts);
            return;
        }
        int numbers = Math.min((count + LIMIT - 1) / LIMIT, MAX_NUMBER);
        for (int number = 1; number <= numbers; number++) {
            parts.add(new Part(from, to, number));
        }
    }

    /** A plan is kept, so it must not be made of counts that are too low. */
    private static void requireWhole(boolean partial) {
        if (partial) {
            throw new EngineBusyException("The articles could not be counted in time; ask again in a moment.");
        }
    }

    /** Every article has a page of its own, also one that another publisher published before. */
    private static SearchRequest.Builder articles() {
        return SearchRequest.builder()
                .grouped(false)
                .sort(Sort.NEWEST)
                .size(SearchRequest.MAX_SIZE)
                .facets(Set.of())
                .highlights(false);
    }
}
