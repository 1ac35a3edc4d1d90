package archsearch.server.url;

/** A query string that is not percent-encoded UTF-8, so that no parameter can be read from it. */
public final class MalformedQueryException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    MalformedQueryException(String message) {
        super(message);
    }
}
