package archsearch.server.metrics;

/** What is told to those who watch the server, at {@code /metrics}. Thread-safe. */
public interface MetricsSource {
    /** The format of the text, for example {@code text/plain; version=0.0.4; charset=utf-8}. */
    String contentType();

    /** The numbers as they are now. */
    String text();
}
