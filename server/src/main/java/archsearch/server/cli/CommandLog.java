package archsearch.server.cli;

import java.io.PrintStream;
import java.util.Arrays;
import java.util.List;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogManager;
import java.util.logging.LogRecord;
import java.util.logging.Logger;

/**
 * Sends the log to stderr, a line an entry: what archsearch itself has to say from INFO on, libraries from WARNING on.
 * Keep the object as long as its settings are wanted, since the platform forgets loggers that nobody holds.
 */
final class CommandLog {
    private final List<Logger> configured;

    private CommandLog(List<Logger> configured) {
        this.configured = configured;
    }

    /**
     * Sets the log up for this process.
     *
     * @param debug whether libraries may say everything and stack traces are written
     */
    static CommandLog install(PrintStream err, boolean debug) {
        LogManager.getLogManager().reset();
        Logger root = Logger.getLogger("");
        root.setLevel(debug ? Level.INFO : Level.WARNING);
        root.addHandler(new Lines(err, debug));
        Logger own = Logger.getLogger("archsearch");
        own.setLevel(debug ? Level.FINE : Level.INFO);
        if (debug) {
            return new CommandLog(List.of(root, own));
        }
        // Asks for the incubating vector module, which speeds up searches by vectors only; there are none here, and
        // Java
        // itself warns whenever that module is added.
        Logger vectors = Logger.getLogger("org.apache.lucene.internal.vectorization.VectorizationProvider");
        vectors.setFilter(entry -> !message(entry).startsWith("Java vector incubator module is not readable"));
        // The command tells it in its own line, with what to do.
        Logger start = Logger.getLogger("io.javalin.Javalin");
        start.setFilter(entry -> !message(entry).startsWith("Failed to start Javalin"));
        return new CommandLog(List.of(root, own, vectors, start));
    }

    /** Writes all that follows in this form. */
    static void write(LogFormat format) {
        for (Handler handler : Logger.getLogger("").getHandlers()) {
            if (handler instanceof Lines lines) {
                lines.format = format;
            }
        }
    }

    private static String message(LogRecord entry) {
        return String.valueOf(entry.getMessage());
    }

    /** Writes out what was logged so far. */
    void flush() {
        configured.forEach(logger -> Arrays.stream(logger.getHandlers()).forEach(Handler::flush));
    }

    private static final class Lines extends Handler {
        private final PrintStream err;
        private final boolean traces;
        private volatile LogFormat format = LogFormat.TEXT;

        Lines(PrintStream err, boolean traces) {
            this.err = err;
            this.traces = traces;
        }

        @Override
        public void publish(LogRecord entry) {
            if (isLoggable(entry)) {
                switch (format) {
                    case TEXT -> TextEntry.lines(entry, traces).forEach(err::println);
                    case JSON -> err.println(JsonEntry.line(entry));
                }
            }
        }

        @Override
        public void flush() {
            err.flush();
        }

        @Override
        public void close() {
            flush();
        }
    }
}
