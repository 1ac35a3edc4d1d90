package archsearch.searcher;

/** A search that could not be answered. The subtype says whose fault it is, so that a switch over them is complete. */
public abstract sealed class SearchException extends RuntimeException
        permits InvalidRequestException,
                CursorGoneException,
                IndexUnavailableException,
                EngineUnreachableException,
                EngineBusyException {
    private static final long serialVersionUID = 1L;

    SearchException(String message) {
        super(message);
    }

    SearchException(String message, Throwable cause) {
        super(message, cause);
    }
}
