package archsearch.server.cli;

import archsearch.server.log.LogEvent;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.SimpleFormatter;

/** An entry of the log for programs, as one line of JSON: time, level, logger, message, what was thrown, the parts of the entry. */
final class JsonEntry {
    private static final SimpleFormatter MESSAGES = new SimpleFormatter();

    private JsonEntry() {}

    /** The line. */
    static String line(LogRecord entry) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("time", entry.getInstant().toString());
        fields.put("level", level(entry.getLevel()));
        fields.put("logger", String.valueOf(entry.getLoggerName()));
        fields.put("message", MESSAGES.formatMessage(entry));
        Throwable thrown = entry.getThrown();
        if (thrown != null) {
            fields.put("error", thrown.toString());
            fields.put("trace", TextEntry.trace(thrown));
        }
        if (entry instanceof LogEvent event) {
            event.fields().forEach(fields::putIfAbsent);
        }
        return SafeText.json(ReportJson.MAPPER.writeValueAsString(fields));
    }

    /** The names that programs know. */
    private static String level(Level level) {
        if (level.intValue() >= Level.SEVERE.intValue()) {
            return "ERROR";
        }
        if (level.intValue() >= Level.WARNING.intValue()) {
            return "WARN";
        }
        return level.intValue() >= Level.INFO.intValue() ? "INFO" : "DEBUG";
    }
}
