package archsearch.server.cli;

/** A command that could not do its work. The message is all that the user sees, so it names the remedy. */
final class CommandException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    CommandException(String message) {
        super(message);
    }

    CommandException(String message, Throwable cause) {
        super(message, cause);
    }
}
