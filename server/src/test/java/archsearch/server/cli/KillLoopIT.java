package archsearch.server.cli;

import static org.assertj.core.api.Assertions.assertThat;

import archsearch.indexer.ArticleIndex;
import archsearch.indexer.ArticleReader;
import archsearch.indexer.Generation;
import archsearch.indexer.IndexCondition;
import archsearch.indexer.IndexCondition.Neighbour;
import archsearch.indexer.article.Article;
import archsearch.searcher.SearchEngine;
import archsearch.searcher.SearchRequest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * Kills the jar that ships over and over, while it indexes, updates, rolls back, saves and restores. {@code -Darchsearch.kills=1000}
 * does so as often as is wanted.
 */
@Timeout(value = 6, unit = TimeUnit.HOURS)
class KillLoopIT {
    private static final String JAR = System.getProperty("archsearch.jar", "target/archsearch.jar");
    private static final int KILLS = Integer.getInteger("archsearch.kills", 50);
    private static final long PATIENCE_SECONDS = 90;
    /** A process has not done anything yet in this share of its time, in which Java starts. */
    private static final double FIRST_MOMENT = 0.3;

    private static final double LAST_MOMENT = 1.3;
    /** Multiples of the golden ratio, taken modulo one, spread over all moments however many there are. */
    private static final double SPREAD = 0.618034;
    /** Some processes end before they are killed; so many times the kills that are wanted are tried. */
    private static final int MOST_ATTEMPTS = 3;

    private static final String KILLED = "killed ";

    private enum Command {
        BATCH,
        UPDATE,
        ROLLBACK,
        RESTORE
    }

    @TempDir
    Path folder;

    private ArticleIndex index;
    private Path saved;
    /** What each generation held when it was last live, by the name of its folder. */
    private final Map<String, Map<String, String>> contents = new HashMap<>();

    private final Map<Command, Duration> durations = new HashMap<>();

    @BeforeEach
    void open() {
        index = new LuceneEngines().index(folder.resolve("index"));
        saved = folder.resolve("saved");
    }

    @Test
    void killedAtAnyMoment_anyCommand_leavesTheOldOrTheNewState() throws Exception {
        killTheFirstRun();
        measure();
        Map<String, Integer> outcomes = new TreeMap<>();
        try (SearchEngine server = new LuceneEngines().open(folder.resolve("index"), null)) {
            int killed = 0;
            for (int attempt = 0; killed < KILLS && attempt < MOST_ATTEMPTS * KILLS; attempt++) {
                Command command = Command.values()[attempt % Command.values().length];
                String outcome = killOnce(command, attempt, server);
                outcomes.merge(command + " " + outcome, 1, Integer::sum);
                killed += outcome.startsWith(KILLED) ? 1 : 0;
            }
            assertThat(killed).as("processes killed at work").isEqualTo(KILLS);
        }
        System.out.println("KillLoopIT: " + outcomes + ", durations " + durations);
        assertThat(outcomes.keySet())
                .as("outcomes")
                .anyMatch(o -> o.endsWith("old"))
                .anyMatch(o -> o.endsWith("new"));
        assertThat(toTheEnd(Command.BATCH, KILLS)).isZero();
        assertThat(condition().neighbours())
                .extracting(Neighbour::kind)
                .as("what kills left is gone")
                .doesNotContain(Neighbour.Kind.UNFINISHED, Neighbour.Kind.NEWER);
    }

    /** Where there is no index yet, the old state is none. */
    private void killTheFirstRun() throws Exception {
        Process run = start(Command.BATCH, 0);
        kill(run, Duration.ofMillis(700));
        Optional<IndexCondition> condition = index.check();
        if (index.live().isPresent()) {
            assertThat(condition.orElseThrow().faults()).isEmpty();
            assertThat(content()).isEqualTo(batch(0));
        }
    }

    /** How long each command takes, so that the moments of the kills lie within. */
    private void measure() throws Exception {
        assertThat(toTheEnd(Command.BATCH, 0)).isZero();
        note();
        index.snapshot(saved);
        for (Command command : Command.values()) {
            long start = System.nanoTime();
            assertThat(toTheEnd(command, 1)).as("%s", command).isZero();
            durations.put(command, Duration.ofNanos(System.nanoTime() - start));
            note();
        }
    }

    private String killOnce(Command command, int kill, SearchEngine server) throws Exception {
        Map<String, String> before = content();
        Map<String, String> after = expected(command, kill, before);
        double share = FIRST_MOMENT + (LAST_MOMENT - FIRST_MOMENT) * (kill * SPREAD % 1);
        long millis =
                (long) (share * Objects.requireNonNull(durations.get(command)).toMillis());
        long start = System.nanoTime();
        boolean inTime = kill(start(command, kill), Duration.ofMillis(millis));
        if (!inTime) {
            // The machine is less busy than when this was measured.
            durations.put(command, Duration.ofNanos(System.nanoTime() - start));
        }

        assertThat(condition().faults())
                .as("kill %d of %s after %d ms", kill, command, millis)
                .isEmpty();
        Map<String, String> now = content();
        assertThat(now).as("kill %d of %s after %d ms", kill, command, millis).isIn(before, after);
        note();
        follows(server, now.size());
        return (inTime ? KILLED : "ended ") + (now.equals(before) ? "old" : "new");
    }

    private Map<String, String> expected(Command command, int kill, Map<String, String> before) throws IOException {
        return switch (command) {
            case BATCH -> batch(kill);
            case UPDATE -> {
                Map<String, String> both = new TreeMap<>(before);
                both.putAll(update(kill));
                yield both;
            }
            case ROLLBACK ->
                condition().neighbours().stream()
                        .filter(n -> n.kind() == Neighbour.Kind.PREVIOUS)
                        .findFirst()
                        .map(n -> Objects.requireNonNull(contents.get(n.name())))
                        .orElse(before);
            case RESTORE -> content(new LuceneEngines().index(saved));
        };
    }

    /** A server that was open all the time answers from the state there is. */
    private static void follows(SearchEngine server, int articles) {
        long end = System.nanoTime() + Duration.ofSeconds(5).toNanos();
        while (server.index().docs() != articles) {
            assertThat(System.nanoTime()).as("the server follows").isLessThan(end);
            Thread.onSpinWait();
        }
        assertThat(server.search(SearchRequest.of("title")).total()).isEqualTo(articles);
    }

    private void note() throws IOException {
        String name = index.live().map(Generation::name).orElseThrow();
        contents.put(name.substring(0, name.lastIndexOf('-')), content());
    }

    private IndexCondition condition() throws IOException {
        return index.check().orElseThrow();
    }

    private Map<String, String> content() throws IOException {
        return content(index);
    }

    private static Map<String, String> content(ArticleIndex index) throws IOException {
        Map<String, String> titles = new TreeMap<>();
        try (ArticleReader reader = index.openReader().orElseThrow()) {
            for (Article article = reader.next(); article != null; article = reader.next()) {
                titles.put(article.id(), article.title());
            }
        }
        return titles;
    }

    /** The articles of a batch run, by id; every number makes others. */
    private static Map<String, String> batch(int number) {
        Map<String, String> titles = new TreeMap<>();
        for (int i = 0; i < 60 + number % 7; i++) {
            titles.put("a" + i, "Title " + number + " of a text, " + i);
        }
        return titles;
    }

    private static Map<String, String> update(int number) {
        Map<String, String> titles = new TreeMap<>();
        for (int i = 0; i < 5; i++) {
            titles.put("a" + i, "Title changed by " + number + ", " + i);
            titles.put("u" + number + "-" + i, "Title added by " + number + ", " + i);
        }
        return titles;
    }

    private Path dump(Map<String, String> titles) throws IOException {
        StringBuilder lines = new StringBuilder();
        titles.forEach((id, title) -> lines.append("{\"id\":\"" + id + "\",\"title\":\"" + title
                + "\",\"publisher\":\"p\",\"date\":\"2020-01-02\",\"tags\":[\"Go\"]}\n"));
        return Files.writeString(folder.resolve("dump.jsonl"), lines);
    }

    private int toTheEnd(Command command, int number) throws Exception {
        Process process = start(command, number);
        try {
            assertThat(process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)).isTrue();
            return process.exitValue();
        } finally {
            process.destroyForcibly();
        }
    }

    /** Whether the process was still at work when it was killed. */
    private static boolean kill(Process process, Duration after) throws InterruptedException {
        boolean ended = process.waitFor(after.toMillis(), TimeUnit.MILLISECONDS);
        process.destroyForcibly();
        assertThat(process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)).isTrue();
        return !ended;
    }

    private Process start(Command command, int number) throws IOException {
        List<String> words = new ArrayList<>(List.of(
                ProcessHandle.current().info().command().orElse("java"),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-Xmx256m",
                "-jar",
                Path.of(JAR).toAbsolutePath().toString()));
        words.addAll(
                switch (command) {
                    case BATCH -> List.of("index", dump(batch(number)).toString(), "--force");
                    case UPDATE -> List.of("index", dump(update(number)).toString(), "--update");
                    case ROLLBACK -> List.of("rollback");
                    case RESTORE -> List.of("restore", saved.toString());
                });
        words.addAll(List.of("--index", folder.resolve("index").toString()));
        ProcessBuilder builder = new ProcessBuilder(words).directory(folder.toFile());
        builder.environment().keySet().removeIf(name -> name.startsWith("ARCHSEARCH_") || name.startsWith("JAVA_"));
        return builder.redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(folder.resolve("stderr").toFile())
                .start();
    }
}
