package archsearch.searcher;

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
     * @throws InvalidRequestException if the request has a cursor that is none, or one of another search
     * @throws CursorGoneException if the cursor's generation is no longer open
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
     * Lists the values of one dimension with the hits that selecting each of them gives.
     *
     * @throws IndexUnavailableException as {@link #search}
     * @throws EngineUnreachableException as {@link #search}
     */
    FacetResponse facet(FacetRequest request);

    /**
     * Finds the value that a name means: in any spelling, or by a name that the glossary gives it and no value has itself.
     *
     * @param dim the dimension
     * @param name a spelling, an alias or a translation
     * @return the value, or empty where no article carries it under any name; always empty for ranges over dates and minutes
     * @throws IndexUnavailableException as {@link #search}
     * @throws EngineUnreachableException as {@link #search}
     */
    Optional<ValueName> value(FacetDim dim, String name);

    /**
     * Finds articles about the same subjects as one, in both languages.
     *
     * @return the answer, or empty where no article has the id
     * @throws IndexUnavailableException as {@link #search}
     * @throws EngineUnreachableException as {@link #search}
     */
    Optional<SimilarResponse> similar(SimilarRequest request);

    /**
     * Looks an article up by its id.
     *
     * @throws IndexUnavailableException as {@link #search}
     * @throws EngineUnreachableException as {@link #search}
     */
    Optional<ArticleResponse> article(String id);

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
