package archsearch.benchmarks.soak;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * How full the heap of a Java process was, from the log of its collections ({@code -Xlog:gc}).
 *
 * @param before most megabytes right before a collection
 * @param after most megabytes right after one: what is needed, and garbage that was not collected then
 * @param afterFull megabytes after the last collection of the whole heap, which leaves what is needed only; -1 where there was none
 */
record GcLog(long before, long after, long afterFull) {
    static final GcLog NONE = new GcLog(0, 0, -1);

    private static final Pattern COLLECTION = Pattern.compile("Pause (Young|Full).* (\\d+)M->(\\d+)M\\(\\d+M\\)");

    /** Reads a log; {@link #NONE} where there is no such file. */
    static GcLog read(Path file) throws IOException {
        if (!Files.exists(file)) {
            return NONE;
        }
        try (Stream<String> lines = Files.lines(file)) {
            return lines.reduce(NONE, GcLog::with, GcLog::and);
        }
    }

    private GcLog with(String line) {
        Matcher collection = COLLECTION.matcher(line);
        if (!collection.find()) {
            return this;
        }
        long left = Long.parseLong(collection.group(3));
        return new GcLog(
                Math.max(before, Long.parseLong(collection.group(2))),
                Math.max(after, left),
                collection.group(1).equals("Full") ? left : afterFull);
    }

    /** The most of two processes, and what the later one needed last. */
    GcLog and(GcLog later) {
        return new GcLog(
                Math.max(before, later.before),
                Math.max(after, later.after),
                later.afterFull >= 0 ? later.afterFull : afterFull);
    }
}
