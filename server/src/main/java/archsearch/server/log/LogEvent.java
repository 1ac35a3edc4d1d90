package archsearch.server.log;

import java.io.Serial;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * An entry of the log whose parts keep their names: a log for programs writes them as fields, one for people behind the message.
 * Values may come from outside; whoever writes the line makes them harmless. Not thread-safe.
 */
public final class LogEvent extends LogRecord {
    @Serial
    private static final long serialVersionUID = 1L;

    private final transient Logger logger;
    private final transient Map<String, Object> fields = new LinkedHashMap<>();

    private LogEvent(Logger logger, Level level, String message) {
        super(level, message);
        this.logger = logger;
        setLoggerName(logger.getName());
    }

    /**
     * Begins an entry.
     *
     * @param logger who says it
     * @param message what happened, the same words each time
     */
    public static LogEvent of(Logger logger, Level level, String message) {
        return new LogEvent(logger, level, message);
    }

    /**
     * Adds a part.
     *
     * @param name a lower-case word or several in camel case
     * @param value a text, number or truth value; null leaves the part out
     */
    public LogEvent with(String name, @Nullable Object value) {
        if (value != null) {
            fields.put(name, value);
        }
        return this;
    }

    /** The parts in the order they were added. */
    public Map<String, Object> fields() {
        return Collections.unmodifiableMap(fields);
    }

    /** Hands the entry to its logger, which drops it where its level is not wanted. */
    public void log() {
        logger.log(this);
    }
}
