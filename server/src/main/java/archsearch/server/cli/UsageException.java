package archsearch.server.cli;

/** The command line, the environment or the configuration file asks for something that cannot be. */
final class UsageException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** @param message one sentence that says where, what was found and what is expected */
    UsageException(String message) {
        super(message);
    }
}
