package archsearch.benchmarks.soak;

import java.io.BufferedReader;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/** A server from its start until it is killed. Thread-safe. */
final class ServerProcess {
    private static final String MARK = "archsearch answers at ";
    private static final long STARTS_WITHIN_SECONDS = 120;
    private static final long ENDS_WITHIN_SECONDS = 30;

    private final Process process;
    private final URI base;
    private volatile boolean doomed;

    private ServerProcess(Process process, URI base) {
        this.process = process;
        this.base = base;
    }

    /**
     * Starts a server and waits until it answers.
     *
     * @throws IOException if it does not start
     */
    static ServerProcess start(ArchsearchJar jar, String name, List<String> words)
            throws IOException, InterruptedException {
        Process process = jar.start(name, ProcessBuilder.Redirect.PIPE, words);
        CompletableFuture<@Nullable String> line = CompletableFuture.supplyAsync(() -> firstLine(process));
        try {
            String said = line.get(STARTS_WITHIN_SECONDS, TimeUnit.SECONDS);
            if (said != null && said.startsWith(MARK)) {
                return new ServerProcess(process, URI.create(said.substring(MARK.length())));
            }
            throw new IOException("the server did not start; see " + jar.log(name));
        } catch (ExecutionException | TimeoutException e) {
            throw new IOException("the server did not start; see " + jar.log(name), e);
        }
    }

    private static @Nullable String firstLine(Process process) {
        try {
            BufferedReader out = process.inputReader();
            return out.readLine();
        } catch (IOException e) {
            return null;
        }
    }

    URI base() {
        return base;
    }

    long pid() {
        return process.pid();
    }

    boolean isAlive() {
        return process.isAlive();
    }

    /** Whether it is about to be killed, or was. */
    boolean isDoomed() {
        return doomed;
    }

    /** Whether it is gone, or goes within a moment: a connection breaks before its process is known to have ended. */
    boolean isGone() throws InterruptedException {
        return doomed || process.waitFor(1, TimeUnit.SECONDS);
    }

    /** Kills it as {@code kill -9} does, and waits until it is gone. */
    void kill() throws InterruptedException {
        doomed = true;
        process.destroyForcibly();
        process.waitFor(ENDS_WITHIN_SECONDS, TimeUnit.SECONDS);
    }

    /** Most bytes of memory that it ever had, mapped files included; 0 where the system does not tell. */
    long mostResident() {
        try {
            return Files.readAllLines(Path.of("/proc/" + pid() + "/status")).stream()
                    .filter(line -> line.startsWith("VmHWM:"))
                    .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) * 1024)
                    .findFirst()
                    .orElse(0);
        } catch (IOException e) {
            // There is no such file, or the process has just ended.
            return 0;
        }
    }
}
