package archsearch.searcher.lucene;

import archsearch.indexer.lucene.IndexSchema;
import archsearch.searcher.Facet;
import java.io.IOException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The months of hits, where these lie close together. Not thread-safe. */
final class HitMonths {
    /** Hits that span more months than these are looked at by their years. */
    static final int MOST = 36;

    private final RepostNumbers numbers;
    private final TreeMap<YearMonth, Integer> counts = new TreeMap<>();
    /** The month met last: neighbours in the index are mostly of one month. */
    private @Nullable Run run;

    HitMonths(RepostNumbers numbers) {
        this.numbers = numbers;
    }

    /**
     * The months that have hits, in order; none where the first and the last lie too far apart.
     *
     * @param selected the month that is asked for, listed also where it has no hit; or null
     */
    List<Facet.Value> of(CountedHits hits, @Nullable YearMonth selected) throws IOException {
        hits.numbers(IndexSchema.DATE, day -> {
            Run last = run;
            if (last == null || !last.has(day)) {
                close(last);
                last = new Run(YearMonth.from(LocalDate.ofEpochDay(day)));
                run = last;
                if (isTooLong()) {
                    return false;
                }
            }
            last.hits++;
            return true;
        });
        close(run);
        if (isTooLong()) {
            return List.of();
        }
        for (int[] group : hits.repeated()) {
            List<YearMonth> months = Arrays.stream(group)
                    .mapToObj(place -> YearMonth.from(LocalDate.ofEpochDay(numbers.day(place))))
                    .toList();
            months.forEach(month -> counts.merge(month, -1, Integer::sum));
            months.stream().distinct().forEach(month -> counts.merge(month, 1, Integer::sum));
        }
        if (selected != null) {
            counts.putIfAbsent(selected, 0);
        }
        List<Facet.Value> values = new ArrayList<>();
        counts.forEach((month, n) -> values.add(new Facet.Value(month.toString(), n, month.equals(selected))));
        return values;
    }

    private void close(@Nullable Run last) {
        if (last != null) {
            counts.merge(last.month, last.hits, Integer::sum);
        }
    }

    private boolean isTooLong() {
        return counts.size() > 1 && ChronoUnit.MONTHS.between(counts.firstKey(), counts.lastKey()) >= MOST;
    }

    /** Hits of one month that were met one after another. */
    private static final class Run {
        private final YearMonth month;
        private final long first;
        private final long last;
        private int hits;

        Run(YearMonth month) {
            this.month = month;
            this.first = month.atDay(1).toEpochDay();
            this.last = month.atEndOfMonth().toEpochDay();
        }

        boolean has(long day) {
            return first <= day && day <= last;
        }
    }
}
