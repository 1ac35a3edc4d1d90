package archsearch.benchmarks.dumps;

import java.util.Locale;

/**
 * What one run over a dump cost.
 *
 * @param read records found; 0 where the run does not count them
 * @param rejected records that could not be read
 * @param duplicates records that repeat an earlier one
 * @param seconds from start to end
 * @param cpuSeconds time that its threads ran in all, which other processes of the machine change less
 * @param heapAfter most bytes of heap in use after a collection
 * @param heap most bytes of heap in use
 * @param resident most bytes of memory the process had; 0 where unknown
 * @param indexed bytes of the index written
 */
record DumpFigures(
        long read,
        long rejected,
        long duplicates,
        double seconds,
        double cpuSeconds,
        long heapAfter,
        long heap,
        long resident,
        long indexed) {
    private static final String MARK = "figures";
    private static final double MEGABYTE = 1 << 20;

    /** One line that {@link #parse} reads. */
    String line() {
        return String.format(
                Locale.ROOT,
                "%s %d %d %d %.3f %.3f %d %d %d %d",
                MARK,
                read,
                rejected,
                duplicates,
                seconds,
                cpuSeconds,
                heapAfter,
                heap,
                resident,
                indexed);
    }

    /**
     * Reads what {@link #line} wrote.
     *
     * @throws IllegalArgumentException if it is something else
     */
    static DumpFigures parse(String line) {
        String[] parts = line.strip().split(" ", -1);
        if (parts.length != 10 || !parts[0].equals(MARK)) {
            throw new IllegalArgumentException("found '" + line + "', expected the figures of a run");
        }
        return new DumpFigures(
                Long.parseLong(parts[1]),
                Long.parseLong(parts[2]),
                Long.parseLong(parts[3]),
                Double.parseDouble(parts[4]),
                Double.parseDouble(parts[5]),
                Long.parseLong(parts[6]),
                Long.parseLong(parts[7]),
                Long.parseLong(parts[8]),
                Long.parseLong(parts[9]));
    }

    /** The head of the table that {@link #row} is a row of. */
    static String head() {
        return String.format(
                Locale.ROOT,
                "%-6s %10s %8s %9s %9s %9s %9s %9s %9s %9s %10s %9s",
                "run",
                "records/s",
                "MB/s",
                "seconds",
                "CPU s",
                "CPU ratio",
                "heap live",
                "heap max",
                "RSS max",
                "index MB",
                "duplicates",
                "rejected");
    }

    /**
     * A row of the table.
     *
     * @param records records of the dump
     * @param bytes its size
     * @param plainCpuSeconds {@link #cpuSeconds} of a plain reader; 0 where it was not run
     */
    String row(String name, long records, long bytes, double plainCpuSeconds) {
        return String.format(
                Locale.ROOT,
                "%-6s %10.0f %8.1f %9.1f %9.1f %9s %9.0f %9.0f %9.0f %9.0f %10d %9d",
                name,
                records / seconds,
                bytes / MEGABYTE / seconds,
                seconds,
                cpuSeconds,
                plainCpuSeconds > 0 ? String.format(Locale.ROOT, "%.2f", cpuSeconds / plainCpuSeconds) : "-",
                heapAfter / MEGABYTE,
                heap / MEGABYTE,
                resident / MEGABYTE,
                indexed / MEGABYTE,
                duplicates,
                rejected);
    }
}
