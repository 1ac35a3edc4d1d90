package archsearch.searcher;

import archsearch.indexer.analysis.TextKey;
import archsearch.indexer.article.Language;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The whole state of a search. Equal requests have equal answers on one generation of the index; pages, JSON, feeds and the
 * command line all search by this value and nothing beside it. Its constructor is the only validation.
 *
 * @param q the query in archsearch's query language; empty means every article
 * @param tags an article must carry all of them
 * @param publishers an article must be by one of them; empty means any
 * @param categories an article must be in one of them; empty means any
 * @param langs an article must be in one of them; empty means any
 * @param years an article must be of one of them; empty means any
 * @param from first day, inclusive, or null
 * @param to last day, inclusive, or null
 * @param minutesMax longest reading time in minutes, or null; articles of unknown reading time do not match
 * @param sort the order of hits
 * @param page from 1; 1 where a cursor is given
 * @param cursor where an earlier answer ended ({@link SearchResponse#nextCursor}), to go on from there without an end; or null
 * @param size hits on a page, 1 to {@link #MAX_SIZE}
 * @param grouped whether an article and its reposts are one hit; totals and facets count accordingly
 * @param facets the dimensions to count hits by
 * @param facetSize values to count of each dimension, 1 to {@link #MAX_FACET_SIZE}; selected values come on top of these
 * @param explain whether each hit says how its score came about
 * @param highlights whether matches are marked; finding them takes longer than finding the hits
 */
public record SearchRequest(
        String q,
        List<String> tags,
        List<String> publishers,
        List<String> categories,
        Set<Language> langs,
        List<Integer> years,
        @Nullable LocalDate from,
        @Nullable LocalDate to,
        @Nullable Integer minutesMax,
        Sort sort,
        int page,
        @Nullable String cursor,
        int size,
        boolean grouped,
        Set<FacetDim> facets,
        int facetSize,
        boolean explain,
        boolean highlights) {

    public static final int MAX_QUERY_LENGTH = 1_000;
    public static final int MAX_FILTER_VALUES = 50;
    public static final int MAX_FILTER_LENGTH = 300;
    public static final int DEFAULT_SIZE = 20;
    public static final int MAX_SIZE = 100;
    public static final int DEFAULT_FACET_SIZE = 10;
    public static final int MAX_FACET_SIZE = 200;
    /** Hits that can be reached by page number; page * size must not exceed it. */
    public static final int MAX_DEPTH = 10_000;

    public static final int MAX_CURSOR_LENGTH = 500;

    /**
     * Checks and copies the parts.
     *
     * @throws InvalidRequestException naming the parameter that is out of range or contradicts another
     */
    public SearchRequest {
        q = q.strip();
        require(
                q.length() <= MAX_QUERY_LENGTH,
                "q",
                "The query is " + q.length() + " characters long; at most " + MAX_QUERY_LENGTH + " are read.");
        tags = values("tag", tags);
        publishers = values("publisher", publishers);
        categories = values("category", categories);
        langs = Set.copyOf(langs);
        years = List.copyOf(new LinkedHashSet<>(years));
        require(years.size() <= MAX_FILTER_VALUES, "year", "At most " + MAX_FILTER_VALUES + " years can be given.");
        for (int year : years) {
            require(year >= 1 && year <= 9999, "year", "The year " + year + " is not between 1 and 9999.");
        }
        require(
                from == null || to == null || !from.isAfter(to),
                "from",
                "The first day, " + from + ", is after the last day, " + to + ".");
        require(
                minutesMax == null || minutesMax >= 1,
                "minutesMax",
                "The longest reading time is " + minutesMax + " minutes; it must be at least 1.");
        require(page >= 1, "page", "The page is " + page + "; pages count from 1.");
        require(
                size >= 1 && size <= MAX_SIZE,
                "size",
                "The page size is " + size + "; it must be between 1 and " + MAX_SIZE + ".");
        require(
                (long) page * size <= MAX_DEPTH,
                "page",
                "Page " + page + " of " + size + " hits lies beyond the " + MAX_DEPTH
                        + " hits that pages can reach; narrow the search instead.");
        require(
                cursor == null || page == 1,
                "page",
                "Page " + page + " and a cursor are given; a cursor says by itself where to go on.");
        require(
                cursor == null || (!cursor.isBlank() && cursor.length() <= MAX_CURSOR_LENGTH),
                "cursor",
                "This is no cursor; give the one of an earlier answer, unchanged.");
        facets = facets.isEmpty() ? Set.of() : Set.copyOf(facets);
        require(
                facetSize >= 1 && facetSize <= MAX_FACET_SIZE,
                "facetSize",
                "The facet size is " + facetSize + "; it must be between 1 and " + MAX_FACET_SIZE + ".");
    }

    private static List<String> values(String parameter, List<String> given) {
        List<String> values = List.copyOf(new LinkedHashSet<>(given));
        require(
                values.size() <= MAX_FILTER_VALUES,
                parameter,
                values.size() + " values are given; at most " + MAX_FILTER_VALUES + " are read.");
        for (String value : values) {
            require(!value.isBlank(), parameter, "The value is blank; give a value or leave the parameter out.");
            require(
                    value.length() <= MAX_FILTER_LENGTH,
                    parameter,
                    "A value is " + value.length() + " characters long; at most " + MAX_FILTER_LENGTH + " are read.");
        }
        return values;
    }

    private static void require(boolean condition, String parameter, String message) {
        if (!condition) {
            throw new InvalidRequestException(parameter, message);
        }
    }

    /** A request for every article that matches {@code q}, with every other part at its default. */
    public static SearchRequest of(String q) {
        return builder().q(q).build();
    }

    public static Builder builder() {
        return new Builder();
    }

    /** A builder that starts from this request. */
    public Builder toBuilder() {
        Builder b = new Builder();
        b.q = q;
        b.tags = tags;
        b.publishers = publishers;
        b.categories = categories;
        b.langs = langs;
        b.years = years;
        b.from = from;
        b.to = to;
        b.minutesMax = minutesMax;
        b.sort = sort;
        b.page = page;
        b.cursor = cursor;
        b.size = size;
        b.grouped = grouped;
        b.facets = facets;
        b.facetSize = facetSize;
        b.explain = explain;
        b.highlights = highlights;
        return b;
    }

    /** The values selected in a dimension, as they appear in facets. */
    public List<String> selected(FacetDim dim) {
        return switch (dim) {
            case TAG -> tags;
            case PUBLISHER -> publishers;
            case CATEGORY -> categories;
            case LANG -> langs.stream().sorted().map(Language::code).toList();
            case YEAR -> years.stream().map(String::valueOf).toList();
            case MONTH -> month().map(YearMonth::toString).stream().toList();
            case MINUTES -> minutesMax == null ? List.of() : List.of(String.valueOf(minutesMax));
        };
    }

    private Optional<YearMonth> month() {
        if (from == null || to == null) {
            return Optional.empty();
        }
        YearMonth month = YearMonth.from(from);
        return from.equals(month.atDay(1)) && to.equals(month.atEndOfMonth()) ? Optional.of(month) : Optional.empty();
    }

    /**
     * The request after a click on a facet's value: with the value selected, or no longer selected where it was, from the first page
     * on. The number that a facet shows beside a value that is not selected is how many hits of this request have it: its total, but
     * where other values of the dimension are selected and widen it.
     *
     * @param value as the facet shows it, in any spelling
     * @throws IllegalArgumentException if the dimension cannot have such a value
     */
    public SearchRequest toggled(FacetDim dim, String value) {
        List<String> selected = new ArrayList<>(selected(dim));
        boolean wasSelected = selected.removeIf(v -> TextKey.of(v).equals(TextKey.of(value)));
        if (!wasSelected) {
            selected.add(value);
        }
        Builder b = toBuilder().page(1).cursor(null);
        return switch (dim) {
            case TAG -> b.tags(selected).build();
            case PUBLISHER -> b.publishers(selected).build();
            case CATEGORY -> b.categories(selected).build();
            case LANG ->
                b.langs(selected.stream()
                                .map(code -> Language.ofCode(code).orElseThrow(IllegalArgumentException::new))
                                .toList())
                        .build();
            case YEAR ->
                b.years(selected.stream().map(Integer::valueOf).toList()).build();
            case MONTH -> wasSelected ? b.from(null).to(null).build() : within(YearMonth.parse(value), b);
            case MINUTES ->
                b.minutesMax(wasSelected ? null : Integer.valueOf(value)).build();
        };
    }

    /** The request without anything selected in a dimension; for {@link FacetDim#MONTH} without a range of days. */
    public SearchRequest without(FacetDim dim) {
        Builder b = toBuilder();
        return switch (dim) {
            case TAG -> b.tags(List.of()).build();
            case PUBLISHER -> b.publishers(List.of()).build();
            case CATEGORY -> b.categories(List.of()).build();
            case LANG -> b.langs(List.of()).build();
            case YEAR -> b.years(List.of()).build();
            case MONTH -> b.from(null).to(null).build();
            case MINUTES -> b.minutesMax(null).build();
        };
    }

    /** A month is only counted where some of its days lie in the range, so that the two overlap. */
    private SearchRequest within(YearMonth month, Builder b) {
        LocalDate first = from == null || from.isBefore(month.atDay(1)) ? month.atDay(1) : from;
        LocalDate last = to == null || to.isAfter(month.atEndOfMonth()) ? month.atEndOfMonth() : to;
        return b.from(first).to(last).build();
    }

    /** Whether anything beside {@code q} narrows the hits. */
    public boolean isFiltered() {
        return Arrays.stream(FacetDim.values()).anyMatch(dim -> !selected(dim).isEmpty())
                || from != null
                || to != null
                || minutesMax != null;
    }

    /** Collects the parts of a request; each starts at its default. Not thread-safe. */
    public static final class Builder {
        private String q = "";
        private List<String> tags = List.of();
        private List<String> publishers = List.of();
        private List<String> categories = List.of();
        private Set<Language> langs = Set.of();
        private List<Integer> years = List.of();
        private @Nullable LocalDate from;
        private @Nullable LocalDate to;
        private @Nullable Integer minutesMax;
        private Sort sort = Sort.RELEVANCE;
        private int page = 1;
        private @Nullable String cursor;
        private int size = DEFAULT_SIZE;
        private boolean grouped = true;
        private Set<FacetDim> facets = EnumSet.allOf(FacetDim.class);
        private int facetSize = DEFAULT_FACET_SIZE;
        private boolean explain;
        private boolean highlights = true;

        private Builder() {}

        public Builder q(String value) {
            this.q = value;
            return this;
        }

        public Builder tags(List<String> value) {
            this.tags = value;
            return this;
        }

        public Builder publishers(List<String> value) {
            this.publishers = value;
            return this;
        }

        public Builder categories(List<String> value) {
            this.categories = value;
            return this;
        }

        public Builder langs(Collection<Language> value) {
            this.langs = Set.copyOf(value);
            return this;
        }

        public Builder years(List<Integer> value) {
            this.years = value;
            return this;
        }

        public Builder from(@Nullable LocalDate value) {
            this.from = value;
            return this;
        }

        public Builder to(@Nullable LocalDate value) {
            this.to = value;
            return this;
        }

        public Builder minutesMax(@Nullable Integer value) {
            this.minutesMax = value;
            return this;
        }

        public Builder sort(Sort value) {
            this.sort = value;
            return this;
        }

        public Builder page(int value) {
            this.page = value;
            return this;
        }

        public Builder cursor(@Nullable String value) {
            this.cursor = value;
            return this;
        }

        public Builder grouped(boolean value) {
            this.grouped = value;
            return this;
        }

        public Builder size(int value) {
            this.size = value;
            return this;
        }

        public Builder facets(Collection<FacetDim> value) {
            this.facets = Set.copyOf(value);
            return this;
        }

        public Builder facetSize(int value) {
            this.facetSize = value;
            return this;
        }

        public Builder explain(boolean value) {
            this.explain = value;
            return this;
        }

        public Builder highlights(boolean value) {
            this.highlights = value;
            return this;
        }

        /**
         * Makes the request.
         *
         * @throws InvalidRequestException as the constructor of {@link SearchRequest} does
         */
        public SearchRequest build() {
            return new SearchRequest(
                    q,
                    tags,
                    publishers,
                    categories,
                    langs,
                    years,
                    from,
                    to,
                    minutesMax,
                    sort,
                    page,
                    cursor,
                    size,
                    grouped,
                    facets,
                    facetSize,
                    explain,
                    highlights);
        }
    }
}
