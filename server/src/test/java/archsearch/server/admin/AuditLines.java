package archsearch.server.admin;

import archsearch.server.log.LogEvent;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.LogRecord;

/** What is written to the audit log while this is open. */
final class AuditLines extends Handler implements AutoCloseable {
    private final List<LogEvent> events = new CopyOnWriteArrayList<>();

    AuditLines() {
        AuditLog.LOG.addHandler(this);
    }

    /** The lines about calls. */
    List<LogEvent> calls() {
        return events.stream().filter(e -> e.getMessage().equals("admin call")).toList();
    }

    /** Everything, as one text. */
    String text() {
        StringBuilder text = new StringBuilder();
        events.forEach(
                e -> text.append(e.getMessage()).append(' ').append(e.fields()).append('|'));
        return text.toString();
    }

    @Override
    public void publish(LogRecord entry) {
        if (entry instanceof LogEvent event) {
            events.add(event);
        }
    }

    @Override
    public void flush() {}

    @Override
    public void close() {
        AuditLog.LOG.removeHandler(this);
    }
}
