package archsearch.searcher;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The answer to a {@link SearchRequest}.
 *
 * @param request the request answered
 * @param parsed how the query was read, in the query language, for people; empty for an empty query; the corrected query
 *     where it was corrected
 * @param correctedFrom the query as it was typed, where no article matches it and the answer is that of a corrected query;
 *     null otherwise
 * @param warnings one sentence for each part of the query that could not be read as written; usually empty
 * @param total number of hits, on all pages together; always exact. An article and its reposts are one where the request groups
 * @param hits the hits of the page asked for; empty beyond the last page
 * @param nextCursor goes on after the last of the hits, on the same generation of the index; null where none follow
 * @param facets one for each dimension asked for, in the order of {@link FacetDim}
 * @param suggestions searches that help where this one has no hits or few, best first
 * @param index the generation answered from
 * @param tookNanos time the engine spent
 * @param partial whether the time limit cut the search short, so that hits may be missing and counts low
 */
public record SearchResponse(
        SearchRequest request,
        String parsed,
        @Nullable String correctedFrom,
        List<String> warnings,
        int total,
        List<Hit> hits,
        @Nullable String nextCursor,
        List<Facet> facets,
        List<Suggestion> suggestions,
        IndexInfo index,
        long tookNanos,
        boolean partial) {
    public SearchResponse {
        warnings = List.copyOf(warnings);
        hits = List.copyOf(hits);
        facets = List.copyOf(facets);
        suggestions = List.copyOf(suggestions);
    }

    /** Number of pages that hold the hits; 0 where there are none. Pages past {@link SearchRequest#MAX_DEPTH} count too. */
    public int pages() {
        return (total + request.size() - 1) / request.size();
    }

    /** Number of pages that can be asked for by number. */
    public int reachablePages() {
        return Math.min(pages(), SearchRequest.MAX_DEPTH / request.size());
    }

    /** The facet of a dimension; empty where it was not asked for. */
    public Optional<Facet> facet(FacetDim dim) {
        return facets.stream().filter(f -> f.dim() == dim).findFirst();
    }
}
