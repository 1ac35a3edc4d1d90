package archsearch.searcher;

/** The operator's fault: the index is missing, damaged or of another format. The message names the path and the remedy. */
public final class IndexUnavailableException extends SearchException {
    private static final long serialVersionUID = 1L;

    public IndexUnavailableException(String message) {
        super(message);
    }

    public IndexUnavailableException(String message, Throwable cause) {
        super(message, cause);
    }
}
