package archsearch.indexer.dump;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What one listing page holds, gathered while it is read.
 *
 * @param file the file it stands in
 * @param number the number its cards carry
 * @param total articles its header states, 0 where it has none
 * @param page its number by the header, 0 where it has none
 * @param pages pages by the header, 0 where it has none
 * @param found cards on it, rejected ones included
 * @param newest the latest day of a card, or null without a card
 * @param oldest the earliest day of a card, or null without a card
 * @param longestStep the most days between a card and the next one
 */
record ListingPage(
        String file,
        int number,
        int total,
        int page,
        int pages,
        int found,
        @Nullable LocalDate newest,
        @Nullable LocalDate oldest,
        long longestStep) {}
