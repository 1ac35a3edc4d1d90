package archsearch.benchmarks.soak;

import archsearch.benchmarks.engine.IndexCache;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code benchmarks/run soak}: whether a server and its commands stay right under load, under attack and when they are killed. */
@Command(
        name = "soak",
        description = {
            "Starts the packaged server over made-up articles and for some minutes asks it as people do and as attackers do,"
                    + " reindexes, updates, rolls back, saves, exports, and kills commands and the server.",
            "Ends with 1 where a request got a 5xx, was dropped, or an article was lost."
        },
        footer = {
            "",
            "Example: ten minutes, 100,000 articles in 256 MB of heap",
            "  benchmarks/run soak --minutes 10 --articles 100000 --heap 256m"
        })
public final class SoakCommand implements Callable<Integer> {
    private static final int NORMAL_CLIENTS = 4;
    private static final int HOSTILE_CLIENTS = 2;
    private static final Duration CLIENT_TIMEOUT = Duration.ofSeconds(10);
    private static final int LOOK_MILLIS = 500;
    private static final double MEGABYTE = 1 << 20;

    @Option(names = "--minutes", paramLabel = "N", description = "How long. Default: ${DEFAULT-VALUE}.")
    private double minutes = 10;

    @Option(
            names = "--articles",
            paramLabel = "N",
            description = "Articles of a whole dump. Default: ${DEFAULT-VALUE}.")
    private int articles = 2_000;

    @Option(
            names = "--seed",
            paramLabel = "N",
            description = "Another seed, other articles and requests. Default: ${DEFAULT-VALUE}.")
    private long seed = 1;

    @Option(
            names = "--heap",
            paramLabel = "SIZE",
            description = "Java's -Xmx for the server and every command. Default: ${DEFAULT-VALUE}.")
    private String heap = "256m";

    @Option(
            names = "--server-kills",
            paramLabel = "N",
            description = "Times the server is killed. Default: ${DEFAULT-VALUE}.")
    private int serverKills = 3;

    @Option(names = "--java-option", paramLabel = "OPTION", description = "A further option of Java for each process.")
    private List<String> javaOptions = new ArrayList<>();

    @Option(names = "--jar", paramLabel = "FILE", description = "The program; that of this repository by default.")
    private Path jar = benchmarks().resolve("../server/target/archsearch.jar");

    @Option(
            names = "--folder",
            paramLabel = "DIR",
            description = "Work there; benchmarks/var by default. What it leaves is kept where something went wrong.")
    private Path folder = benchmarks().resolve("var");

    private static Path benchmarks() {
        return Path.of(System.getProperty("archsearch.benchmarks", "benchmarks"));
    }

    @Override
    public Integer call() throws IOException, InterruptedException {
        // A connection that is not used for a while may be closed by either side at any moment; so this side does
        // first.
        System.setProperty("jdk.httpclient.keepalive.timeout", "2");
        if (!Files.exists(jar)) {
            throw new NoSuchFileException(jar.toString());
        }
        Path work = Files.createTempDirectory(Files.createDirectories(folder), "soak-")
                .toAbsolutePath()
                .normalize();
        SoakCounts counts = new SoakCounts();
        run(work, counts);
        if (counts.isGood()) {
            IndexCache.delete(work);
            return 0;
        }
        System.out.println("something went wrong; logs are in " + work);
        return 1;
    }

    private ArchsearchJar program(Path work) throws IOException {
        // A copy: a build may replace the jar meanwhile.
        Path copy = Files.copy(jar, work.resolve("archsearch.jar"));
        List<String> options = new ArrayList<>(
                List.of("-Xmx" + heap, "-XX:+HeapDumpOnOutOfMemoryError", "-XX:+ExitOnOutOfMemoryError"));
        options.addAll(javaOptions);
        return new ArchsearchJar(
                copy, benchmarks().resolve("..").toAbsolutePath().normalize(), work, options);
    }

    private void run(Path work, SoakCounts counts) throws IOException, InterruptedException {
        ArchsearchJar program = program(work);
        Path index = work.resolve("index");
        SplittableRandom random = new SplittableRandom(seed);
        SoakDumps dumps = SoakDumps.write(work, articles, seed);
        KnownStates states = new KnownStates();
        CountDownLatch end = new CountDownLatch(1);
        List<String> words = List.of(
                "serve",
                "--index",
                index.toString(),
                "--bind",
                "127.0.0.1:0",
                "--glossary",
                program.home().resolve("data/glossary.tsv").toString(),
                "--client-timeout",
                String.valueOf(CLIENT_TIMEOUT.toMillis()));
        try (SoakServer server = new SoakServer(program, words, counts);
                ExecutorService slow = Executors.newVirtualThreadPerTaskExecutor();
                ExecutorService threads = Executors.newCachedThreadPool()) {
            StateCheck check =
                    new StateCheck(new SoakClient(server, counts, Load.CHECK), dumps.always(), random.split());
            Writers writers = new Writers(program, index, dumps, states, server, check, counts, end, random.split());
            Backups backups = new Backups(program, index, states, counts, end, random.split());
            writers.makeFirst();
            server.start();
            List<Future<?>> running = new ArrayList<>();
            try {
                for (int i = 0; i < NORMAL_CLIENTS; i++) {
                    SoakClient client = new SoakClient(server, counts, Load.NORMAL);
                    running.add(threads.submit(
                            new NormalLoad(client, counts, states, end, dumps.always(), random.split())));
                }
                for (int i = 0; i < HOSTILE_CLIENTS; i++) {
                    running.add(threads.submit(new HostileLoad(
                            server, counts, end, slow, CLIENT_TIMEOUT.toNanos(), dumps.always(), random.split())));
                }
                running.add(threads.submit(writers));
                running.add(threads.submit(backups));
                watch(server, running, random.split());
            } finally {
                end.countDown();
            }
            for (Future<?> task : running) {
                await(task, counts);
            }
            writers.makeLast();
            backups.checkIndex();
            server.collectGarbage();
            server.stop();
            print(counts, server, writers);
        }
    }

    /** Kills the server now and then until the time is over, or until a task ends before it. */
    private void watch(SoakServer server, List<Future<?>> running, SplittableRandom random)
            throws IOException, InterruptedException {
        CountDownLatch never = new CountDownLatch(1);
        long start = System.nanoTime();
        long length = (long) (minutes * TimeUnit.MINUTES.toNanos(1));
        int kills = 0;
        // One kill at a random moment of each of equal parts of the time.
        double nextKill = random.nextDouble() / Math.max(1, serverKills);
        while (System.nanoTime() - start < length && running.stream().noneMatch(Future::isDone)) {
            never.await(LOOK_MILLIS, TimeUnit.MILLISECONDS);
            server.look();
            if (kills < serverKills && System.nanoTime() - start > nextKill * length) {
                server.killAndStart();
                kills++;
                nextKill = (kills + random.nextDouble()) / serverKills;
            }
        }
    }

    private static void await(Future<?> task, SoakCounts counts) throws InterruptedException {
        try {
            task.get();
        } catch (ExecutionException e) {
            counts.fault("faults of the soak itself", String.valueOf(cause(e)));
        }
    }

    private static @Nullable Throwable cause(ExecutionException e) {
        Throwable cause = e.getCause();
        if (cause != null) {
            cause.printStackTrace();
        }
        return cause;
    }

    private void print(SoakCounts counts, SoakServer server, Writers writers) {
        System.out.printf(
                Locale.ROOT, "%s minutes, %,d articles, seed %d; java -Xmx%s%n", minutes, articles, seed, heap);
        System.out.print(counts.report());
        System.out.printf(
                Locale.ROOT,
                "server: heap live %d MB, heap max %d MB, heap needed at the end %d MB, RSS max %.0f MB%n",
                server.heap().after(),
                server.heap().before(),
                server.heap().afterFull(),
                server.resident() / MEGABYTE);
        System.out.printf(
                Locale.ROOT,
                "commands that write: heap live %d MB, heap max %d MB%n",
                writers.heap().after(),
                writers.heap().before());
    }
}
