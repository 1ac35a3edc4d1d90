package archsearch.searcher;

/**
 * Asks for articles about the same subjects as one that is in the index.
 *
 * @param id the id of that article
 * @param size most articles wanted, 1 to {@link #MAX_SIZE}
 */
public record SimilarRequest(String id, int size) {
    public static final int DEFAULT_SIZE = 5;
    public static final int MAX_SIZE = 50;

    /**
     * Checks the parts.
     *
     * @throws InvalidRequestException naming the parameter that is out of range
     */
    public SimilarRequest {
        if (size < 1 || size > MAX_SIZE) {
            throw new InvalidRequestException(
                    "size", "The size is " + size + "; it must be between 1 and " + MAX_SIZE + ".");
        }
    }

    /** Asks for the usual number of articles. */
    public static SimilarRequest of(String id) {
        return new SimilarRequest(id, DEFAULT_SIZE);
    }
}
