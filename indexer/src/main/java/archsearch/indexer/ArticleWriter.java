package archsearch.indexer;

import archsearch.indexer.article.Article;
import archsearch.indexer.tags.TagVocabulary;
import java.io.IOException;

/**
 * Writes articles to an engine, all or nothing: what was added becomes visible to searchers by {@link #commit()}, at once and
 * as a whole; a writer closed without a commit leaves the live index as it was.
 *
 * <p>Obtained from an {@link ArticleIndex}. Thread-safe for {@link #put} and {@link #delete}; one call of {@code commit}.
 */
public interface ArticleWriter extends AutoCloseable {
    /** Adds the article, or replaces the one that has its id. */
    void put(Article article) throws IOException;

    /** Deletes the article with this id; nothing happens where there is none. */
    void delete(String id) throws IOException;

    /**
     * Keeps the tags that this run learned, for {@link ArticleIndex#tagVocabulary}; takes effect with {@link #commit()}. An update that
     * keeps none leaves those of the live generation.
     */
    void keepTagVocabulary(TagVocabulary vocabulary) throws IOException;

    /**
     * Looks through what was written so far and makes it the live index.
     *
     * @return the generation that is live now
     * @throws GenerationRefusedException if it does not keep the terms, or is not what was put; it is not live then
     */
    Generation commit(CommitTerms terms) throws IOException;

    /** The same, with any number of articles. */
    default Generation commit() throws IOException {
        return commit(CommitTerms.SOUND);
    }

    /** Gives up what was not committed and lets the next writer in. */
    @Override
    void close() throws IOException;
}
