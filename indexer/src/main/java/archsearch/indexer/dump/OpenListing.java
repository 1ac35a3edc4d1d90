package archsearch.indexer.dump;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/** A listing while it is read. Not thread-safe. */
final class OpenListing {
    final int number;
    int total;
    int page;
    int pages;
    int found;

    @Nullable LocalDate newest;

    @Nullable LocalDate oldest;

    @Nullable LocalDate before;

    long longestStep;

    OpenListing(int number) {
        this.number = number;
    }

    void saw(LocalDate date) {
        newest = newest == null || date.isAfter(newest) ? date : newest;
        oldest = oldest == null || date.isBefore(oldest) ? date : oldest;
        if (before != null) {
            longestStep = Math.max(longestStep, Math.abs(ChronoUnit.DAYS.between(before, date)));
        }
        before = date;
    }
}
