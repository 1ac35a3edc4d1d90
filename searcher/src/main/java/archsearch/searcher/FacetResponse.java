package archsearch.searcher;

/**
 * The answer to a {@link FacetRequest}.
 *
 * @param request the request answered
 * @param facet the values in the order asked for, each with the hits that selecting it gives; of ranges over dates and minutes in
 *     the order of time
 * @param index the generation answered from
 * @param tookNanos time the engine spent
 * @param partial whether the time limit cut the counting short, so that values may be missing and counts low
 */
public record FacetResponse(FacetRequest request, Facet facet, IndexInfo index, long tookNanos, boolean partial) {}
