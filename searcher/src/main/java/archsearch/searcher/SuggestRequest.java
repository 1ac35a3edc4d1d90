package archsearch.searcher;

/**
 * Asks what somebody who is typing may want to find.
 *
 * @param q what was typed so far; empty asks for the most frequent tags
 * @param size most completions wanted, 1 to {@link #MAX_SIZE}
 */
public record SuggestRequest(String q, int size) {
    public static final int DEFAULT_SIZE = 8;
    public static final int MAX_SIZE = 20;

    /**
     * Checks the parts.
     *
     * @throws InvalidRequestException naming the parameter that is out of range
     */
    public SuggestRequest {
        q = q.strip();
        if (q.length() > SearchRequest.MAX_QUERY_LENGTH) {
            throw new InvalidRequestException(
                    "q",
                    "The text is " + q.length() + " characters long; at most " + SearchRequest.MAX_QUERY_LENGTH
                            + " are read.");
        }
        if (size < 1 || size > MAX_SIZE) {
            throw new InvalidRequestException(
                    "size", "The size is " + size + "; it must be between 1 and " + MAX_SIZE + ".");
        }
    }

    /** Asks for the usual number of completions. */
    public static SuggestRequest of(String q) {
        return new SuggestRequest(q, DEFAULT_SIZE);
    }
}
