package archsearch.server;

import archsearch.searcher.SearchResponse;

/**
 * Is told what a server does, once it is done. Called by the threads that answer, so it must be quick and thread-safe; a failure of it
 * is logged and harms no answer.
 */
public interface ServerListener {
    /** A request was answered, by a refusal too. */
    default void answered(AnsweredRequest request) {}

    /**
     * Somebody searched, by the results page or the API. Answers that the client holds already (304) are not searches, and neither is
     * what pages search for on their own behalf.
     *
     * @param requestId the id of the request that asked
     */
    default void searched(String requestId, SearchResponse response) {}
}
