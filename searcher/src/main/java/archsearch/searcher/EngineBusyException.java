package archsearch.searcher;

/** Nobody's fault: more is asked at once than the engine does at once. A retry helps as soon as others are done. */
public final class EngineBusyException extends SearchException {
    private static final long serialVersionUID = 1L;

    public EngineBusyException(String message) {
        super(message);
    }
}
