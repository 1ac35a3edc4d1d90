package archsearch.server.log;

/** Times as the log gives them. */
final class Millis {
    private Millis() {}

    /** Milliseconds, to a tenth. */
    static double of(long nanos) {
        return Math.round(nanos / 1e5) / 10.0;
    }
}
