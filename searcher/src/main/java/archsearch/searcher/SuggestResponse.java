package archsearch.searcher;

import java.util.List;

/**
 * The answer to a {@link SuggestRequest}.
 *
 * @param request the request answered
 * @param completions what matches, first what was typed whole; then tags, publishers, terms and titles, in this order. Of one
 *     kind those that begin with what was typed come first, then those with more articles, newer titles before older ones. No
 *     two are the same but for case, width, hyphens and spaces.
 * @param index the generation answered from
 * @param tookNanos time the engine spent
 */
public record SuggestResponse(SuggestRequest request, List<Completion> completions, IndexInfo index, long tookNanos) {
    public SuggestResponse {
        completions = List.copyOf(completions);
    }
}
