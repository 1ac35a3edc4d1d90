package archsearch.searcher;

/** A cursor's generation of the index is no longer open: the articles have changed since, and going on would repeat or miss some. */
public final class CursorGoneException extends SearchException {
    private static final long serialVersionUID = 1L;

    /**
     * @param message one sentence that says what is gone and what to do
     */
    public CursorGoneException(String message) {
        super(message);
    }
}
