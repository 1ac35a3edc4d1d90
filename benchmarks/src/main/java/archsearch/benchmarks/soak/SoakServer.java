package archsearch.benchmarks.soak;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The server of a soak, started again whenever it was killed. Thread-safe. */
final class SoakServer implements AutoCloseable {
    private static final String NAME = "serve";
    /** As log lines for people and for programs tell it. */
    private static final Pattern ERROR =
            Pattern.compile("^\\S+ SEVERE |\"level\":\"(?:error|severe)\"", Pattern.CASE_INSENSITIVE);

    private final ArchsearchJar jar;
    private final List<String> words;
    private final SoakCounts counts;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition up = lock.newCondition();
    private @Nullable ServerProcess current;
    private volatile boolean ended;
    private int starts;
    private GcLog heap = GcLog.NONE;
    private long resident;

    SoakServer(ArchsearchJar jar, List<String> words, SoakCounts counts) {
        this.jar = jar;
        this.words = words;
        this.counts = counts;
    }

    /** Starts it. */
    void start() throws IOException, InterruptedException {
        ServerProcess started = ServerProcess.start(jar, NAME + starts++, words);
        lock.lock();
        try {
            current = started;
            up.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /** The server that runs; waits for one where it was killed. Null where none comes any more. */
    @Nullable ServerProcess running() throws InterruptedException {
        lock.lock();
        try {
            while (!ended && (current == null || current.isDoomed())) {
                up.await(1, TimeUnit.SECONDS);
            }
            return ended ? null : current;
        } finally {
            lock.unlock();
        }
    }

    /** Kills it without a warning and starts another one. */
    void killAndStart() throws IOException, InterruptedException {
        ServerProcess old = current();
        if (old != null) {
            measure(old);
            old.kill();
            read();
            counts.event("servers killed");
        }
        start();
    }

    /** Notes what it takes, and starts it again where it ended by itself, which is a fault. */
    void look() throws IOException, InterruptedException {
        ServerProcess now = current();
        if (now == null) {
            return;
        }
        measure(now);
        if (!now.isAlive()) {
            counts.fault("servers ended by themselves", "see " + jar.log(NAME + (starts - 1)));
            now.kill();
            read();
            start();
        }
    }

    private @Nullable ServerProcess current() {
        lock.lock();
        try {
            return current;
        } finally {
            lock.unlock();
        }
    }

    private void measure(ServerProcess server) {
        resident = Math.max(resident, server.mostResident());
    }

    private void read() throws IOException {
        String name = NAME + (starts - 1);
        heap = heap.and(GcLog.read(jar.gcLog(name)));
        try (Stream<String> lines = Files.lines(jar.log(name))) {
            lines.filter(line -> ERROR.matcher(line).find()).forEach(line -> counts.fault("errors logged", line));
        }
    }

    /** Collects all garbage, so that the log of collections tells what is needed. */
    void collectGarbage() throws IOException, InterruptedException {
        ServerProcess now = current();
        if (now != null && now.isAlive()) {
            Process collect = new ProcessBuilder(
                            Path.of(System.getProperty("java.home"), "bin", "jcmd")
                                    .toString(),
                            String.valueOf(now.pid()),
                            "GC.run")
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
            collect.waitFor(1, TimeUnit.MINUTES);
        }
    }

    /** How full its heap was, of all that were started. Known once it has stopped. */
    GcLog heap() {
        return heap;
    }

    /** Most bytes of memory it had. */
    long resident() {
        return resident;
    }

    @Override
    public void close() throws IOException {
        stop();
    }

    /** Ends it for good; what it took is known then. */
    void stop() throws IOException {
        if (ended) {
            return;
        }
        ended = true;
        ServerProcess now = current();
        if (now != null) {
            measure(now);
            try {
                now.kill();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            read();
        }
    }
}
