package archsearch.server.cli;

import java.nio.file.Path;

/** A command that could not do its work. The message is all that the user sees, so it names the remedy. */
final class CommandException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** No index was ever committed to the folder. */
    static CommandException noIndex(Path folder) {
        return new CommandException("there is no index in " + folder
                + "; build one with: archsearch index DUMP... --index " + ShellWord.of(folder.toString()));
    }

    CommandException(String message) {
        super(message);
    }

    CommandException(String message, Throwable cause) {
        super(message, cause);
    }
}
