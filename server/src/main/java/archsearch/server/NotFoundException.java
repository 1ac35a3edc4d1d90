package archsearch.server;

/** What the path names does not exist. The message tells a reader what was looked for. */
final class NotFoundException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    NotFoundException(String message) {
        super(message);
    }
}
