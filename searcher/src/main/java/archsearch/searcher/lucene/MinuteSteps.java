package archsearch.searcher.lucene;

import archsearch.indexer.lucene.IndexSchema;
import archsearch.searcher.Facet;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * How many hits are read in at most so many minutes. A value counts the shorter ones too, since choosing it finds them; hits of
 * unknown reading time never count. Not thread-safe.
 */
final class MinuteSteps {
    private static final int[] STEPS = {5, 10, 20, 30, 60};

    private final RepostNumbers numbers;
    private final @Nullable Integer selected;
    /** The steps, and what is selected beside them; ascending. */
    private final int[] limits;

    private final int[] counts;

    /**
     * @param selected the longest reading time that is asked for, or null; it need not be a step
     */
    MinuteSteps(RepostNumbers numbers, @Nullable Integer selected) {
        this.numbers = numbers;
        this.selected = selected;
        IntStream all = selected == null
                ? Arrays.stream(STEPS)
                : IntStream.concat(Arrays.stream(STEPS), IntStream.of(selected));
        this.limits = all.sorted().distinct().toArray();
        this.counts = new int[limits.length];
    }

    /**
     * The steps that have hits and more of them than the one before, in order; what is selected always.
     *
     * @param hits what is counted, as if nothing were selected
     */
    List<Facet.Value> of(CountedHits hits) throws IOException {
        hits.numbers(IndexSchema.MINUTES, minutes -> {
            count(minutes, 1);
            return true;
        });
        for (int[] group : hits.repeated()) {
            // A group is found by its shortest member; the others add nothing.
            Arrays.stream(group).forEach(place -> count(numbers.minutes(place), -1));
            OptionalInt shortest = Arrays.stream(group)
                    .map(numbers::minutes)
                    .filter(m -> m > 0)
                    .min();
            shortest.ifPresent(minutes -> count(minutes, 1));
        }
        List<Facet.Value> values = new ArrayList<>();
        int total = 0;
        int last = 0;
        for (int i = 0; i < limits.length; i++) {
            total += counts[i];
            boolean isSelected = selected != null && limits[i] == selected;
            if (isSelected || total > last) {
                values.add(new Facet.Value(String.valueOf(limits[i]), total, isSelected));
                last = total;
            }
        }
        return values;
    }

    private void count(int minutes, int by) {
        if (minutes == 0) {
            return;
        }
        for (int i = 0; i < limits.length; i++) {
            if (minutes <= limits[i]) {
                counts[i] += by;
                return;
            }
        }
    }
}
