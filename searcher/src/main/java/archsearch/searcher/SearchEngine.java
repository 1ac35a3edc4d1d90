package archsearch.searcher;

import archsearch.indexer.article.Article;
import java.util.Optional;

/**
 * Answers searches. Implementations are thread-safe and answer every call from one generation of the index: the one that is
 * live when the call begins. They behave alike; {@code SearchEngineContract} says how.
 */
public interface SearchEngine extends AutoCloseable {
    /**
     * Runs one search.
     *
     * @return the answer; without hits where nothing matches, never null
     * @throws IndexUnavailableException if there is no index that this engine can read
     * @throws EngineUnreachableException if the machine that holds the index does not answer
     */
    SearchResponse search(SearchRequest request);

    /**
     * Says what somebody who is typing may want to find: tags, publishers, terms of the field and titles that have words
     * beginning like what was typed, in any script, or are read so in pinyin. Fast enough to be asked for every key.
     *
     * @return completions that all lead to articles; none where nothing matches
     * @throws IndexUnavailableException as {@link #search}
     * @throws EngineUnreachableException as {@link #search}
     */
    SuggestResponse suggest(SuggestRequest request);

    /**
     * Looks an article up by its id.
     *
     * @throws IndexUnavailableException as {@link #search}
     * @throws EngineUnreachableException as {@link #search}
     */
    Optional<Article> article(String id);

    /**
     * Describes the live generation.
     *
     * @throws IndexUnavailableException as {@link #search}
     * @throws EngineUnreachableException as {@link #search}
     */
    IndexInfo index();

    /** Lets go of the index. Calls after this, and those still running, may fail. */
    @Override
    void close();
}
