package archsearch.searcher;

import archsearch.indexer.article.Article;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What an index holds, all counted in one generation of it.
 *
 * @param groups articles where an article and its reposts are one
 * @param publishers number of publishers
 * @param tags number of tags; spellings of one are one, here and of the other values
 * @param categories number of categories
 * @param languages the languages with their numbers of articles, most first
 * @param years the years with their numbers of articles, latest first
 * @param oldest the day of the oldest article, or null where there is none
 * @param newest the day of the newest article, or null where there is none
 * @param index the generation, which knows the number of articles
 * @param tookNanos time the engine spent
 */
public record IndexStatistics(
        int groups,
        int publishers,
        int tags,
        int categories,
        List<Facet.Value> languages,
        List<Facet.Value> years,
        @Nullable LocalDate oldest,
        @Nullable LocalDate newest,
        IndexInfo index,
        long tookNanos) {
    /** A new generation becomes live in between now and then, but not several times within milliseconds. */
    private static final int MAX_TRIES = 3;

    public IndexStatistics {
        languages = List.copyOf(languages);
        years = List.copyOf(years);
    }

    /**
     * Counts what the live generation holds.
     *
     * @throws EngineUnreachableException if generations follow each other faster than one can be counted
     */
    public static IndexStatistics of(SearchEngine engine) {
        for (int i = 0; i < MAX_TRIES; i++) {
            Optional<IndexStatistics> counted = new Count(engine).run();
            if (counted.isPresent()) {
                return counted.get();
            }
        }
        throw new EngineUnreachableException(
                "The articles changed while they were counted; ask again.",
                new IllegalStateException("new generation"));
    }

    /** One try. Not thread-safe. */
    private static final class Count {
        private final SearchEngine engine;
        private final IndexInfo index;
        private boolean consistent = true;
        private long nanos;

        private Count(SearchEngine engine) {
            this.engine = engine;
            this.index = engine.index();
        }

        /** Empty where the counts are of more than one generation. */
        private Optional<IndexStatistics> run() {
            IndexStatistics counted = new IndexStatistics(
                    search(Sort.NEWEST, true).total(),
                    number(FacetDim.PUBLISHER),
                    number(FacetDim.TAG),
                    number(FacetDim.CATEGORY),
                    facet(FacetDim.LANG, FacetRequest.MAX_SIZE).values(),
                    facet(FacetDim.YEAR, FacetRequest.MAX_SIZE).values().stream()
                            .sorted(Comparator.comparingInt((Facet.Value v) -> Integer.parseInt(v.value()))
                                    .reversed())
                            .toList(),
                    day(search(Sort.OLDEST, false)),
                    day(search(Sort.NEWEST, false)),
                    index,
                    nanos);
            return consistent ? Optional.of(counted) : Optional.empty();
        }

        private int number(FacetDim dim) {
            Facet facet = facet(dim, 1);
            return facet.values().size() + facet.more();
        }

        private Facet facet(FacetDim dim, int size) {
            SearchRequest all = SearchRequest.builder().grouped(false).build();
            FacetResponse response = engine.facet(new FacetRequest(all, dim, "", FacetRequest.Order.COUNT, size));
            note(response.index(), response.tookNanos());
            return response.facet();
        }

        private SearchResponse search(Sort sort, boolean grouped) {
            SearchResponse response = engine.search(SearchRequest.builder()
                    .sort(sort)
                    .grouped(grouped)
                    .size(1)
                    .facets(Set.of())
                    .highlights(false)
                    .build());
            note(response.index(), response.tookNanos());
            return response;
        }

        private void note(IndexInfo from, long tookNanos) {
            consistent &= from.generation().equals(index.generation());
            nanos += tookNanos;
        }

        private static @Nullable LocalDate day(SearchResponse response) {
            return response.hits().stream()
                    .map(Hit::article)
                    .map(Article::date)
                    .findFirst()
                    .orElse(null);
        }
    }
}
