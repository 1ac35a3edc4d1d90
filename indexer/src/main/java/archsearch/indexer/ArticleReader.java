package archsearch.indexer;

import archsearch.indexer.article.Article;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * Reads the articles of one generation back, as they were when this was opened, whatever is written meanwhile. Obtained from an
 * {@link ArticleIndex}. Not thread-safe.
 */
public interface ArticleReader extends AutoCloseable {
    /** The generation that is read. */
    Generation generation();

    /** Whether the generation has an article with this id. Does not move {@link #next}. */
    boolean contains(String id) throws IOException;

    /**
     * The next article, or null behind the last one. Articles come by ascending id, compared by code points, so the order is the
     * same however and in whatever pieces they were written. One article is in memory at a time.
     *
     * @throws IOException if the article cannot be read; the message says which. A further call goes on behind it
     */
    @Nullable Article next() throws IOException;

    /** The articles that count as reposts of each other. Does not move {@link #next}. */
    RepostsFound reposts() throws IOException;

    @Override
    void close() throws IOException;
}
