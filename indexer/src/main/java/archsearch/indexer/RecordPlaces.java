package archsearch.indexer;

import archsearch.indexer.dump.DumpRecord.Location;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Numbers the places of a run's records, so that a place can be kept in {@link #BITS} bits: the lines of all files are counted on
 * from one file to the next. Takes memory for each file, not for each record. Not thread-safe.
 */
final class RecordPlaces {
    /** Enough for two trillion lines. */
    static final int BITS = 41;

    private final List<String> files = new ArrayList<>();
    private long[] starts = new long[16];
    private long highest;

    /** The number of a place. The records of a file are expected to come together. */
    long number(Location place) {
        int last = files.size() - 1;
        if (last < 0 || !files.get(last).equals(place.file())) {
            files.add(place.file());
            last++;
            if (last == starts.length) {
                starts = Arrays.copyOf(starts, 2 * last);
            }
            starts[last] = highest;
        }
        long number = starts[last] + place.line();
        highest = Math.max(highest, number);
        return number;
    }

    /** The place that has this number. */
    Location place(long number) {
        // Lines count from 1, so the number that a file starts at is still the last line of the file before.
        int found = Arrays.binarySearch(starts, 0, files.size(), number);
        int file = found < 0 ? -found - 2 : found - 1;
        return new Location(files.get(file), number - starts[file]);
    }
}
