package archsearch.searcher;

import archsearch.indexer.article.Article;

/**
 * Another article that tells the same as the one it stands beside.
 *
 * @param article the other article
 * @param kind how much the two have in common
 */
public record Repost(Article article, Kind kind) {
    /** How much two articles of a group have in common. */
    public enum Kind {
        /** The text is the same but for small changes; the title may be another. */
        TEXT("text"),
        /** The same story, retold in other words. */
        STORY("story");

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
