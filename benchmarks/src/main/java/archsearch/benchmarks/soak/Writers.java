package archsearch.benchmarks.soak;

import archsearch.benchmarks.soak.SoakDumps.Dump;
import archsearch.indexer.Generation;
import archsearch.indexer.lucene.LuceneArticleIndex;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.SplittableRandom;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Changes the index over and over, by commands in processes of their own, some of which are killed, and looks after each what the
 * server finds: after a command that ended well what it was told to make, after one that was killed that, or what was there before.
 */
final class Writers implements Callable<Void> {
    private static final int KILL_ONE_IN = 3;
    private static final int LONGEST_PAUSE_MILLIS = 4_000;
    private static final Duration LONGEST = Duration.ofMinutes(30);
    /** Kills come at any moment of a command's time, and a little after. */
    private static final double LAST_MOMENT = 1.2;

    private static final int NOTHING_CHANGED = 2;
    private static final long LOOK_NANOS = TimeUnit.MILLISECONDS.toNanos(200);

    private enum Command {
        WHOLE,
        UPDATE,
        ROLLBACK
    }

    private enum End {
        WELL,
        REFUSED,
        FAILED,
        KILLED
    }

    private final ArchsearchJar jar;
    private final Path index;
    private final SoakDumps dumps;
    private final KnownStates states;
    private final SoakServer server;
    private final StateCheck check;
    private final SoakCounts counts;
    private final CountDownLatch end;
    private final SplittableRandom random;
    private final Map<Command, Duration> durations = new EnumMap<>(Command.class);
    private @Nullable IndexState now;
    private int runs;
    private GcLog heap = GcLog.NONE;

    Writers(
            ArchsearchJar jar,
            Path index,
            SoakDumps dumps,
            KnownStates states,
            SoakServer server,
            StateCheck check,
            SoakCounts counts,
            CountDownLatch end,
            SplittableRandom random) {
        this.jar = jar;
        this.index = index;
        this.dumps = dumps;
        this.states = states;
        this.server = server;
        this.check = check;
        this.counts = counts;
        this.end = end;
        this.random = random;
    }

    /**
     * Makes the first state, which no server serves yet.
     *
     * @throws IOException if it cannot be made
     */
    void makeFirst() throws IOException, InterruptedException {
        Dump dump = dumps.whole(runs++);
        states.expect(dump.state());
        long start = System.nanoTime();
        if (run(Command.WHOLE, dump.files(), LONGEST) != End.WELL) {
            throw new IOException("the first index could not be made; see " + jar.log(name(Command.WHOLE)));
        }
        durations.put(Command.WHOLE, Duration.ofNanos(System.nanoTime() - start));
        reached(dump.state());
    }

    @Override
    public @Nullable Void call() throws IOException, InterruptedException {
        while (!end.await(random.nextInt(LONGEST_PAUSE_MILLIS), TimeUnit.MILLISECONDS)) {
            change(
                    switch (random.nextInt(8)) {
                        case 0, 1, 2 -> Command.WHOLE;
                        case 3 -> Command.ROLLBACK;
                        default -> Command.UPDATE;
                    },
                    random.nextInt(KILL_ONE_IN) == 0);
        }
        return null;
    }

    /** Reindexes without a disturbance and looks whether all is there: what kills left behind must do no harm. */
    void makeLast() throws IOException, InterruptedException {
        Dump dump = dumps.whole(runs++);
        states.expect(dump.state());
        End last = run(Command.WHOLE, dump.files(), LONGEST);
        if (last == End.WELL) {
            look(last, Objects.requireNonNull(now), dump.state());
        } else {
            counts.fault("writers failed", "the last reindex; see " + jar.log(name(Command.WHOLE)));
        }
    }

    private void change(Command command, boolean kill) throws IOException, InterruptedException {
        IndexState before = Objects.requireNonNull(now);
        int run = runs++;
        Dump dump = switch (command) {
            case WHOLE -> dumps.whole(run);
            case UPDATE -> dumps.update(run);
            case ROLLBACK -> null;
        };
        IndexState after = dump == null ? null : command == Command.WHOLE ? dump.state() : before.updated(dump.own());
        if (after != null) {
            states.expect(after);
        }
        Duration usual = durations.getOrDefault(command, Duration.ofSeconds(2));
        Duration patience = kill
                ? usual.multipliedBy((long) (random.nextDouble() * LAST_MOMENT * 1_000))
                        .dividedBy(1_000)
                : LONGEST;
        long start = System.nanoTime();
        End how = run(command, dump == null ? List.of() : dump.files(), patience);
        if (how == End.WELL) {
            durations.put(command, Duration.ofNanos(System.nanoTime() - start));
        }
        counts.event(command.name().toLowerCase(Locale.ROOT) + " " + how.name().toLowerCase(Locale.ROOT));
        if (how == End.FAILED || (how == End.REFUSED && command != Command.ROLLBACK)) {
            counts.fault("writers failed", command + "; see " + jar.log(name(command)));
        }
        look(how, before, after);
    }

    /**
     * @param after what a command that ended well must have made; null where only its generation tells
     */
    private void look(End how, IndexState before, @Nullable IndexState after) throws IOException, InterruptedException {
        // First of all: this waits where the server is being started.
        ServerProcess serving = server.running();
        long looked = System.nanoTime();
        Generation live = new LuceneArticleIndex(index).live().orElse(null);
        if (live == null) {
            counts.lost(before.articles(), "there is no live generation any more");
            return;
        }
        if (!check.follows(live.name())) {
            counts.fault("switches not followed", "to " + live.name());
        }
        // A server that was killed meanwhile had to start first.
        if (Objects.equals(serving, server.running())) {
            counts.followed(System.nanoTime() - looked);
        }
        List<IndexState> allowed = new ArrayList<>();
        IndexState made = after == null ? states.of(folder(live)) : after;
        if (made != null && (how == End.WELL || how == End.KILLED)) {
            allowed.add(made);
        }
        if (how != End.WELL) {
            allowed.add(before);
        }
        List<String> differences = List.of("generation " + live.name() + " was never live before");
        for (IndexState state : allowed) {
            differences = check.differences(state);
            if (differences.isEmpty()) {
                if (how == End.KILLED) {
                    counts.event(
                            state.equals(before) ? "kills that left the old state" : "kills that left the new state");
                }
                reached(state);
                return;
            }
        }
        counts.lost(differences.size(), "after a command that ended " + how + ": " + differences);
        reached(allowed.isEmpty() ? before : allowed.getFirst());
    }

    private void reached(IndexState state) throws IOException {
        now = state;
        check.remember(state);
        new LuceneArticleIndex(index).live().ifPresent(live -> states.put(folder(live), state));
    }

    /** The generation's folder: its name without the number of its commit. */
    private static String folder(Generation generation) {
        return generation.name().substring(0, generation.name().lastIndexOf('-'));
    }

    private static String name(Command command) {
        return command.name().toLowerCase(Locale.ROOT);
    }

    /** Runs a command to its end, or kills it when patience or the time of the soak is over. */
    private End run(Command command, List<Path> files, Duration patience) throws IOException, InterruptedException {
        List<String> words = new ArrayList<>(command == Command.ROLLBACK ? List.of("rollback") : List.of("index"));
        files.forEach(file -> words.add(file.toString()));
        if (command == Command.UPDATE) {
            words.add("--update");
        }
        words.addAll(List.of("--index", index.toString()));
        Process process = jar.start(name(command), ProcessBuilder.Redirect.DISCARD, words);
        try {
            long until = System.nanoTime() + patience.toNanos();
            boolean wasOver = end.getCount() == 0;
            while (process.isAlive() && System.nanoTime() < until && (wasOver || end.getCount() > 0)) {
                process.waitFor(Math.min(LOOK_NANOS, Math.max(1, until - System.nanoTime())), TimeUnit.NANOSECONDS);
            }
            if (process.isAlive()) {
                return End.KILLED;
            }
            return switch (process.exitValue()) {
                case 0 -> End.WELL;
                case NOTHING_CHANGED -> End.REFUSED;
                default -> End.FAILED;
            };
        } finally {
            process.destroyForcibly();
            process.waitFor(1, TimeUnit.MINUTES);
            heap = heap.and(GcLog.read(jar.gcLog(name(command))));
        }
    }

    /** How full the heaps of the commands were. */
    GcLog heap() {
        return heap;
    }
}
