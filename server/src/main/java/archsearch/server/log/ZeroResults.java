package archsearch.server.log;

import archsearch.indexer.analysis.TextKey;
import archsearch.server.api.MissedSearch;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What was asked for in vain, as a {@link ZeroResultLog} kept it.
 *
 * @param searches how many there were
 * @param since the day of the first; null where there is none
 * @param queries what was asked, the most frequent first, of equal ones the latest; spellings that differ in case, width, hyphens or
 *     spaces are one
 */
public record ZeroResults(int searches, @Nullable LocalDate since, List<Query> queries) {
    /** Nothing was asked in vain, or nothing of it was kept. */
    public static final ZeroResults NONE = new ZeroResults(0, null, List.of());

    public ZeroResults {
        queries = List.copyOf(queries);
    }

    /**
     * One query.
     *
     * @param q as it was typed last
     * @param count how often
     * @param lastDay when last
     * @param unfiltered how often without filters, so that the query alone found nothing
     * @param dropped the words that no article had beside the others; empty where that was not known
     */
    public record Query(String q, int count, LocalDate lastDay, int unfiltered, List<String> dropped) {
        private static Query of(MissedSearch search) {
            return new Query(search.q(), 1, search.day(), search.filtered() ? 0 : 1, search.dropped());
        }

        private Query and(Query later) {
            return new Query(
                    later.q,
                    count + later.count,
                    lastDay.isAfter(later.lastDay) ? lastDay : later.lastDay,
                    unfiltered + later.unfiltered,
                    later.dropped);
        }
    }

    /**
     * Reads what was kept; lines that are none, as a crash may leave them, are left out.
     *
     * @param file the file of a {@link ZeroResultLog}; one that does not exist holds nothing
     * @throws IOException if it cannot be read
     */
    public static ZeroResults read(Path file) throws IOException {
        Map<String, Query> byKey = new LinkedHashMap<>();
        List<LocalDate> days = new ArrayList<>();
        int searches = 0;
        for (Path part : List.of(ZeroResultLog.before(file), file)) {
            if (!Files.exists(part)) {
                continue;
            }
            // A reader made this way replaces bad bytes: they cost a character and not the file.
            try (BufferedReader lines =
                    new BufferedReader(new InputStreamReader(Files.newInputStream(part), StandardCharsets.UTF_8))) {
                for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                    Optional<MissedSearch> search = MissedSearch.ofJson(line);
                    if (search.isPresent()) {
                        searches++;
                        days.add(search.get().day());
                        byKey.merge(TextKey.of(search.get().q()), Query.of(search.get()), Query::and);
                    }
                }
            }
        }
        if (searches == 0) {
            return NONE;
        }
        List<Query> queries = byKey.values().stream()
                .sorted(Comparator.comparingInt(Query::count)
                        .thenComparing(Query::lastDay)
                        .reversed())
                .toList();
        return new ZeroResults(searches, Collections.min(days), queries);
    }
}
