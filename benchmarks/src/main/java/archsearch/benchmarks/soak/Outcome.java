package archsearch.benchmarks.soak;

import java.util.Set;

/** What came of a request. */
enum Outcome {
    /** One of the answers that the request may get. */
    ANSWERED("answered"),
    /** 503 with Retry-After: the server had more to do than it takes on. */
    REFUSED("refused"),
    /** Any other 5xx. */
    SERVER_ERROR("5xx"),
    /** A status that this request may not get, but below 500. */
    UNEXPECTED("unexpected"),
    /** No answer, though the server was there. */
    DROPPED("dropped"),
    /** No answer, since the server was killed meanwhile. */
    SERVER_DOWN("server down");

    private static final int SERVER_ERRORS = 500;
    private static final int UNAVAILABLE = 503;

    private final String label;

    Outcome(String label) {
        this.label = label;
    }

    /** The outcome in words. */
    String label() {
        return label;
    }

    /** Whether this must not happen. */
    boolean isFault() {
        return switch (this) {
            case ANSWERED, REFUSED, SERVER_DOWN -> false;
            case SERVER_ERROR, UNEXPECTED, DROPPED -> true;
        };
    }

    /**
     * The outcome of a request that was answered.
     *
     * @param retryAfter whether the answer says when to come again
     * @param expected the statuses it may get
     */
    static Outcome of(int status, boolean retryAfter, Set<Integer> expected) {
        if (expected.contains(status)) {
            return ANSWERED;
        }
        if (status == UNAVAILABLE && retryAfter) {
            return REFUSED;
        }
        return status >= SERVER_ERRORS ? SERVER_ERROR : UNEXPECTED;
    }

    /** The outcome of a request without an answer. */
    static Outcome ofNone(boolean serverDown) {
        return serverDown ? SERVER_DOWN : DROPPED;
    }
}
