package archsearch.searcher;

/** The caller's fault: a parameter of the request is out of range or contradicts another. */
public final class InvalidRequestException extends SearchException {
    private static final long serialVersionUID = 1L;

    private final String parameter;

    /**
     * @param parameter the parameter's name as a caller writes it, for example {@code page}
     * @param message one sentence that says what was found and what is allowed
     */
    public InvalidRequestException(String parameter, String message) {
        super(message);
        this.parameter = parameter;
    }

    /** The parameter's name as a caller writes it. */
    public String parameter() {
        return parameter;
    }
}
