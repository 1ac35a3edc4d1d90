package archsearch.server;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import org.eclipse.jetty.io.Connection;
import org.eclipse.jetty.util.component.AbstractLifeCycle;
import org.eclipse.jetty.util.thread.Scheduler;

/**
 * Closes connections on which neither a whole request came nor a whole answer went within a bound. Jetty's idle timeout alone does
 * not: a client that sends or takes a byte now and then is never idle, and a few thousand of them would keep everybody else out.
 * Thread-safe.
 */
final class SlowClients extends AbstractLifeCycle implements Connection.Listener {
    /** Looks at each connection within one bound. */
    private static final int LOOKS = 4;

    private final long bound;
    private final Scheduler scheduler;
    private final Map<Connection, Progress> open = new ConcurrentHashMap<>();

    /**
     * What was done on a connection.
     *
     * @param since when it was done, by {@link System#nanoTime}
     */
    private record Progress(long requests, long answers, long since) {
        static Progress of(Connection connection) {
            return new Progress(connection.getMessagesIn(), connection.getMessagesOut(), System.nanoTime());
        }

        boolean isSame(Progress other) {
            return requests == other.requests && answers == other.answers;
        }
    }

    SlowClients(Duration bound, Scheduler scheduler) {
        this.bound = bound.toNanos();
        this.scheduler = scheduler;
    }

    @Override
    protected void doStart() {
        lookLater();
    }

    private void lookLater() {
        scheduler.schedule(this::look, Math.max(1, bound / LOOKS), TimeUnit.NANOSECONDS);
    }

    private void look() {
        open.forEach((connection, before) -> {
            Progress now = Progress.of(connection);
            if (!now.isSame(before)) {
                open.replace(connection, before, now);
            } else if (now.since() - before.since() > bound) {
                // The end point: closing the connection would wait for what the client does not take.
                connection.getEndPoint().close();
                open.remove(connection);
            }
        });
        if (isRunning()) {
            lookLater();
        }
    }

    @Override
    public void onOpened(Connection connection) {
        open.put(connection, Progress.of(connection));
    }

    @Override
    public void onClosed(Connection connection) {
        open.remove(connection);
    }
}
