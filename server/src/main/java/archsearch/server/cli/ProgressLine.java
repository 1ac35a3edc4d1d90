package archsearch.server.cli;

import archsearch.indexer.BatchIndexer;
import archsearch.indexer.IndexJob;
import archsearch.indexer.IndexProgress;
import archsearch.indexer.IndexReport;
import java.io.IOException;
import java.time.Duration;
import java.util.Locale;

/**
 * Shows on one line of a terminal how far a run has come, and writes over it. Silent where stderr is not a terminal: in a log
 * such lines would only pile up. Not thread-safe.
 */
final class ProgressLine implements IndexProgress, AutoCloseable {
    /** Runs that end before this show nothing, so that a small dump does not flicker. */
    private static final Duration QUIET = Duration.ofMillis(500);

    private final Terminal terminal;
    private boolean shown;

    ProgressLine(Terminal terminal) {
        this.terminal = terminal;
    }

    /** Runs the job and shows its progress meanwhile; the line is gone when this returns or throws. */
    static IndexReport run(BatchIndexer indexer, IndexJob job, Terminal terminal) throws IOException {
        try (ProgressLine progress = new ProgressLine(terminal)) {
            return indexer.run(job, progress);
        }
    }

    @Override
    public void update(State state) {
        show(text(state), state.elapsed());
    }

    /**
     * Shows a line in place of the one before.
     *
     * @param elapsed time since the work began
     */
    void show(String line, Duration elapsed) {
        if (terminal.errShown() && elapsed.compareTo(QUIET) >= 0) {
            terminal.err().print("\r\u001B[K" + line.substring(0, Math.min(line.length(), terminal.columns() - 1)));
            terminal.err().flush();
            shown = true;
        }
    }

    /** For example {@code indexing: 12,000 records, 35%, 4,000 a second, 6 s left}. */
    static String text(State state) {
        StringBuilder text = new StringBuilder(
                switch (state.phase()) {
                    case LEARNING -> "learning tags";
                    case INDEXING -> "indexing";
                    case COMMITTING -> "making the index live";
                });
        if (state.phase() == Phase.COMMITTING) {
            return text.toString();
        }
        text.append(String.format(Locale.ROOT, ": %,d records", state.records()));
        if (state.totalBytes() > 0) {
            text.append(", ")
                    .append(Math.min(100, state.bytes() * 100 / state.totalBytes()))
                    .append('%');
        }
        if (state.records() > 0) {
            text.append(String.format(Locale.ROOT, ", %,.0f a second", state.rate()));
        }
        state.remaining()
                .ifPresent(left -> text.append(", ").append(inWords(left)).append(" left"));
        return text.toString();
    }

    private static String inWords(Duration left) {
        if (left.compareTo(Duration.ofMinutes(2)) < 0) {
            return left.toSeconds() + " s";
        }
        return left.compareTo(Duration.ofHours(2)) < 0 ? left.toMinutes() + " min" : left.toHours() + " h";
    }

    /** Takes the line away. */
    @Override
    public void close() {
        if (shown) {
            terminal.err().print("\r\u001B[K");
            terminal.err().flush();
        }
    }
}
