package archsearch.searcher;

import java.util.List;

/**
 * The answer to a {@link SimilarRequest}.
 *
 * @param request the request answered
 * @param hits the most similar articles first, what they have in common marked; of a group of reposts only one, and neither the
 *     article itself nor a repost of it. Empty where nothing is similar enough
 * @param index the generation answered from
 * @param tookNanos time the engine spent
 */
public record SimilarResponse(SimilarRequest request, List<Hit> hits, IndexInfo index, long tookNanos) {
    public SimilarResponse {
        hits = List.copyOf(hits);
    }
}
