package archsearch.searcher;

/**
 * Another search that is known to have hits, offered where this one has none or few.
 *
 * @param kind what was changed
 * @param request the other search
 * @param count its number of hits, counted, never estimated; at least 1
 */
public record Suggestion(Kind kind, SearchRequest request, int count) {
    /** What a suggestion changed about the search. */
    public enum Kind {
        ANY_WORD("anyWord"),
        DROP_FILTERS("dropFilters");

        private final String word;

        Kind(String word) {
            this.word = word;
        }

        /** The word used in answers. */
        public String word() {
            return word;
        }
    }
}
