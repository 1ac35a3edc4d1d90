package archsearch.server.cli;

import archsearch.server.log.LogEvent;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.logging.LogRecord;
import java.util.logging.SimpleFormatter;
import java.util.regex.Pattern;

/** An entry of the log for people: time, level, who says it, what, and the parts of the entry by their names. */
final class TextEntry {
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm:ss");
    private static final SimpleFormatter MESSAGES = new SimpleFormatter();
    /** What can stand without quotation marks and be told from the next part. */
    private static final Pattern PLAIN = Pattern.compile("[^\\s\"=]+");

    private TextEntry() {}

    /**
     * The lines of an entry, harmless to a terminal.
     *
     * @param trace whether a stack trace follows the first line
     */
    static List<String> lines(LogRecord entry, boolean trace) {
        String logger = String.valueOf(entry.getLoggerName());
        StringBuilder line = new StringBuilder()
                .append(TIME.format(LocalTime.ofInstant(entry.getInstant(), ZoneId.systemDefault())))
                .append(' ')
                .append(entry.getLevel().getName())
                .append(' ')
                .append(logger.substring(logger.lastIndexOf('.') + 1))
                .append(": ")
                .append(MESSAGES.formatMessage(entry));
        if (entry instanceof LogEvent event) {
            event.fields()
                    .forEach((name, value) ->
                            line.append(' ').append(name).append('=').append(quoted(String.valueOf(value))));
        }
        Throwable thrown = entry.getThrown();
        if (thrown != null && !trace) {
            line.append(" (").append(thrown).append(')');
        }
        List<String> lines = new ArrayList<>();
        lines.add(SafeText.of(line.toString()));
        if (thrown != null && trace) {
            trace(thrown).lines().map(SafeText::of).forEach(lines::add);
        }
        return lines;
    }

    static String trace(Throwable thrown) {
        StringWriter trace = new StringWriter();
        thrown.printStackTrace(new PrintWriter(trace, true));
        return trace.toString();
    }

    private static String quoted(String value) {
        return PLAIN.matcher(value).matches()
                ? value
                : '"' + value.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
    }
}
