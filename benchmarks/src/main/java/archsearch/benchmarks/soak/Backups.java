package archsearch.benchmarks.soak;

import archsearch.benchmarks.engine.IndexCache;
import archsearch.indexer.Generation;
import archsearch.indexer.lucene.LuceneArticleIndex;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Takes snapshots and exports while everything else goes on, and looks whether they are whole. */
final class Backups implements Callable<Void> {
    private static final int LONGEST_PAUSE_MILLIS = 20_000;
    private static final long LONGEST_MINUTES = 30;

    private final ArchsearchJar jar;
    private final Path index;
    private final KnownStates states;
    private final SoakCounts counts;
    private final CountDownLatch end;
    private final SplittableRandom random;

    Backups(
            ArchsearchJar jar,
            Path index,
            KnownStates states,
            SoakCounts counts,
            CountDownLatch end,
            SplittableRandom random) {
        this.jar = jar;
        this.index = index;
        this.states = states;
        this.counts = counts;
        this.end = end;
        this.random = random;
    }

    @Override
    public @Nullable Void call() throws IOException, InterruptedException {
        while (!end.await(random.nextInt(LONGEST_PAUSE_MILLIS), TimeUnit.MILLISECONDS)) {
            if (random.nextInt(3) == 0) {
                export();
            } else {
                snapshot();
            }
        }
        return null;
    }

    private void snapshot() throws IOException, InterruptedException {
        Path to = jar.work().resolve("saved");
        IndexCache.delete(to);
        if (!run("snapshot", List.of("snapshot", to.toString(), "--index", index.toString()))
                || !run("check", List.of("check", "--index", to.toString()))) {
            return;
        }
        whole(
                "snapshots",
                new LuceneArticleIndex(to).live().map(Generation::articles).orElse(0));
        IndexCache.delete(to);
    }

    private void export() throws IOException, InterruptedException {
        Path to = jar.work().resolve("exported.jsonl");
        if (run("export", List.of("export", "--to", to.toString(), "--index", index.toString()))) {
            try (Stream<String> lines = Files.lines(to)) {
                whole("exports", Math.toIntExact(lines.count()));
            }
        }
    }

    private void whole(String what, int articles) {
        counts.event(what);
        if (!states.isPossible(articles)) {
            counts.lost(1, "one of the " + what + " has " + articles + " articles, which no state of the index has");
        }
    }

    /** Looks through the index itself. */
    void checkIndex() throws IOException, InterruptedException {
        run("check", List.of("check", "--index", index.toString()));
    }

    private boolean run(String name, List<String> words) throws IOException, InterruptedException {
        Process process = jar.start(name, ProcessBuilder.Redirect.DISCARD, words);
        try {
            boolean ended = process.waitFor(LONGEST_MINUTES, TimeUnit.MINUTES);
            if (!ended || process.exitValue() != 0) {
                counts.fault("backups failed", words + "; see " + jar.log(name));
                return false;
            }
            return true;
        } finally {
            process.destroyForcibly();
        }
    }
}
