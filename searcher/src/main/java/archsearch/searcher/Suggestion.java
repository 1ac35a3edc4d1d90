package archsearch.searcher;

import java.util.List;

/**
 * Another search that is known to have hits, offered where this one has none or few.
 *
 * @param kind what was changed
 * @param request the other search
 * @param count its number of hits, counted, never estimated; at least 1
 * @param dropped what was left out, in the query language: words for {@link Kind#DROP_WORD}, filters for {@link
 *     Kind#DROP_FILTERS}, both where it takes both; empty otherwise
 */
public record Suggestion(Kind kind, SearchRequest request, int count, List<String> dropped) {
    public Suggestion {
        dropped = List.copyOf(dropped);
    }

    /** A suggestion that leaves nothing out. */
    public Suggestion(Kind kind, SearchRequest request, int count) {
        this(kind, request, count, List.of());
    }

    /** What a suggestion changed about the search; in the order in which they are offered. */
    public enum Kind {
        /** Words as articles spell them. */
        SPELLING("spelling"),
        /** Chinese words in place of their pinyin. */
        PINYIN("pinyin"),
        /** The same without a word, or as many as have to go. */
        DROP_WORD("dropWord"),
        /** Any of the words instead of all of them. */
        ANY_WORD("anyWord"),
        /** The same without a filter that was in the way, or without any. */
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
