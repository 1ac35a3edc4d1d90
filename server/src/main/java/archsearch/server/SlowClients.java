package archsearch.server;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import org.eclipse.jetty.io.AbstractEndPoint;
import org.eclipse.jetty.io.Connection;
import org.eclipse.jetty.io.EndPoint;
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
     * @param isOurTurn whether an answer is owed and nothing of it waits for the client to take it: it is still being made, which
     *     may take long on a busy machine and is no fault of the client's
     * @param since when it was done, by {@link System#nanoTime}
     */
    private record Progress(long requests, long answers, boolean isOurTurn, long since) {
        static Progress of(Connection connection) {
            long requests = connection.getMessagesIn();
            long answers = connection.getMessagesOut();
            return new Progress(
                    requests,
                    answers,
                    requests > answers && !awaitsClient(connection.getEndPoint()),
                    System.nanoTime());
        }

        private static boolean awaitsClient(EndPoint endPoint) {
            return endPoint instanceof AbstractEndPoint e && e.getWriteFlusher().isPending();
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
            if (!now.isSame(before) || now.isOurTurn()) {
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
