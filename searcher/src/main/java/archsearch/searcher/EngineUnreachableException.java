package archsearch.searcher;

/** The outside's fault: the machine that holds the index does not answer, or not in time. A retry may help. */
public final class EngineUnreachableException extends SearchException {
    private static final long serialVersionUID = 1L;

    public EngineUnreachableException(String message, Throwable cause) {
        super(message, cause);
    }
}
