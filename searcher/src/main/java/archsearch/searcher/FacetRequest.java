package archsearch.searcher;

/**
 * Asks for the values of one dimension: all of them, or those that somebody is looking for by their beginnings.
 *
 * @param search whose hits are counted; its page, size, order, facets and highlights play no part
 * @param dim the dimension
 * @param prefix what the values or words of theirs begin with, or their pinyin or its initials do, as in suggestions; case, width,
 *     hyphens and spaces make no difference. Empty means any
 * @param order the order of values; ranges over dates and minutes are in the order of time
 * @param size most values wanted, 1 to {@link #MAX_SIZE}; selected values that match the prefix come on top of these. Ranges over
 *     dates and minutes are few and all listed
 */
public record FacetRequest(SearchRequest search, FacetDim dim, String prefix, Order order, int size) {
    public static final int DEFAULT_SIZE = 20;
    public static final int MAX_SIZE = 10_000;
    public static final int MAX_PREFIX_LENGTH = 100;

    /** The order of a dimension's values. */
    public enum Order {
        /** Selected ones first, then those with most hits, ties by value. */
        COUNT("count"),
        /** As readers look them up: signs, numbers, Latin letters, then Chinese by pinyin. */
        NAME("name");

        private final String word;

        Order(String word) {
            this.word = word;
        }

        /** The word used in requests. */
        public String word() {
            return word;
        }
    }

    /**
     * Checks the parts.
     *
     * @throws InvalidRequestException naming the parameter that is out of range
     */
    public FacetRequest {
        prefix = prefix.strip();
        if (prefix.length() > MAX_PREFIX_LENGTH) {
            throw new InvalidRequestException(
                    "prefix",
                    "The prefix is " + prefix.length() + " characters long; at most " + MAX_PREFIX_LENGTH
                            + " are read.");
        }
        if (size < 1 || size > MAX_SIZE) {
            throw new InvalidRequestException(
                    "size", "The size is " + size + "; it must be between 1 and " + MAX_SIZE + ".");
        }
    }

    /** Asks for the most frequent values of a dimension among all articles. */
    public static FacetRequest of(FacetDim dim) {
        return new FacetRequest(SearchRequest.of(""), dim, "", Order.COUNT, DEFAULT_SIZE);
    }
}
