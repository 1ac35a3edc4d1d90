package archsearch.server.api;

import archsearch.searcher.Facet;
import archsearch.searcher.IndexStatistics;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What an index holds, in JSON, the same over HTTP and on the command line. Lists are never null. Thread-safe. */
public final class StatsJson {
    private StatsJson() {}

    /**
     * Writes the statistics as one line of JSON.
     *
     * @param version of the program
     */
    public static String write(IndexStatistics s, String version) {
        return Json.write(root(s, version));
    }

    /**
     * The same with what only those learn who run the server.
     *
     * @param zeroResults what was searched for in vain, a record
     */
    public static String write(IndexStatistics s, String version, Record zeroResults) {
        return Json.write(new WithZeroResults(root(s, version), zeroResults));
    }

    private record WithZeroResults(@JsonUnwrapped Root statistics, Record zeroResults) {}

    private static Root root(IndexStatistics s, String version) {
        return new Root(
                s.index().docs(),
                s.groups(),
                s.publishers(),
                s.tags(),
                s.categories(),
                values(s.languages()),
                values(s.years()),
                text(s.oldest()),
                text(s.newest()),
                IndexJson.of(s.index()),
                version,
                s.tookNanos() / 1_000_000);
    }

    record Root(
            int articles,
            int groups,
            int publishers,
            int tags,
            int categories,
            List<Value> languages,
            List<Value> years,
            @Nullable String oldest,
            @Nullable String newest,
            IndexJson index,
            String version,
            long tookMs) {}

    record Value(String value, int count) {}

    private static List<Value> values(List<Facet.Value> values) {
        return values.stream().map(v -> new Value(v.value(), v.count())).toList();
    }

    private static @Nullable String text(@Nullable LocalDate day) {
        return day == null ? null : day.toString();
    }
}
