package archsearch.indexer;

import java.time.Duration;
import java.util.Optional;

/** Is told how far a run has come, a few times a second at most, on the thread that runs it. */
@FunctionalInterface
public interface IndexProgress {
    /** Takes no notice. */
    IndexProgress NONE = state -> {};

    /** The run has come this far. Must be quick. */
    void update(State state);

    /** What a run is at. */
    enum Phase {
        /** Reads listing pages for the first time, to learn their tags. */
        LEARNING,
        /** Reads records and writes articles. */
        INDEXING,
        /** Makes the new index live. */
        COMMITTING
    }

    /**
     * How far a run has come.
     *
     * @param phase what it is at
     * @param records records read so far, rejects included
     * @param bytes bytes of the dumps read so far, as they lie on disk; listing pages count twice, being read twice
     * @param totalBytes bytes to read in all, -1 where unknown
     * @param elapsed time since the run began
     */
    record State(Phase phase, long records, long bytes, long totalBytes, Duration elapsed) {
        /** Records per second since the run began; 0 at the start. */
        public double rate() {
            double seconds = elapsed.toNanos() / 1e9;
            return seconds > 0 ? records / seconds : 0;
        }

        /** The time left if the dumps go on being read at the speed so far; empty where it cannot be told. */
        public Optional<Duration> remaining() {
            if (totalBytes < 0 || bytes <= 0) {
                return Optional.empty();
            }
            double left = (double) Math.max(0, totalBytes - bytes) / bytes;
            return Optional.of(Duration.ofMillis((long) (elapsed.toMillis() * left)));
        }
    }
}
