package archsearch.server.admin;

import archsearch.server.api.Json;
import archsearch.server.api.Problem.Kind;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.Semaphore;

/**
 * Tells listeners how a job goes, as server-sent events (section 9.2 of the HTML standard). Each listener takes a thread, so their
 * number is bounded; one that went away is noticed when it is told something next. Thread-safe.
 */
final class JobEvents implements AutoCloseable {
    static final int MOST_LISTENERS = 8;
    private static final Duration PACE = Duration.ofMillis(500);
    /** How soon the end of the server is noticed. */
    private static final Duration STEP = Duration.ofMillis(250);

    private final Semaphore places = new Semaphore(MOST_LISTENERS);
    private final Duration heartbeat;
    private volatile boolean closed;

    /**
     * @param heartbeat how often a comment is sent where nothing happens
     */
    JobEvents(Duration heartbeat) {
        this.heartbeat = heartbeat;
    }

    /**
     * Takes a listener's place.
     *
     * @throws RefusedCallException if there is none left
     */
    void takePlace() {
        if (!places.tryAcquire()) {
            throw new RefusedCallException(
                            Kind.TOO_MANY_LISTENERS,
                            "There are " + MOST_LISTENERS + " listeners already; ask for the job itself now and then.")
                    .with("Retry-After", "5");
        }
    }

    /** Gives the place back. */
    void leavePlace() {
        places.release();
    }

    /**
     * Writes events until the job has ended. The number of an event grows with the job's news, so whoever comes back gets the state as
     * it is then, which says all that was missed.
     *
     * @throws IOException if the listener went away
     */
    void write(Job job, OutputStream out) throws IOException, InterruptedException {
        send(out, "retry: 2000\n\n");
        long seen = -1;
        long silentSince = System.nanoTime();
        boolean last;
        do {
            // Read before the news are: those that come with the end of the server, that the job was cancelled, are
            // told too.
            last = closed;
            if (job.awaitNews(seen, last ? Duration.ZERO : STEP)) {
                seen = job.version();
                JobJson view = job.view(true);
                boolean ended = view.endedAt() != null;
                send(
                        out,
                        "id: " + seen + "\nevent: " + (ended ? view.state() : "progress") + "\ndata: "
                                + Json.write(view) + "\n\n");
                if (ended) {
                    return;
                }
                silentSince = System.nanoTime();
                job.awaitEnd(PACE);
            } else if (System.nanoTime() - silentSince >= heartbeat.toNanos()) {
                send(out, ":\n\n");
                silentSince = System.nanoTime();
            }
        } while (!last);
    }

    private static void send(OutputStream out, String text) throws IOException {
        out.write(text.getBytes(StandardCharsets.UTF_8));
        out.flush();
    }

    /** Ends all streams within a moment. */
    @Override
    public void close() {
        closed = true;
    }
}
