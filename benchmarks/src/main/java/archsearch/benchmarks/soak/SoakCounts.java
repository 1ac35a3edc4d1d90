package archsearch.benchmarks.soak;

import archsearch.benchmarks.search.Latencies;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** Counts what happens in a soak. Thread-safe. */
final class SoakCounts {
    /** Of each kind of fault so many are told with what they were; the rest are counted. */
    private static final int TOLD = 10;

    private static final double NANOS_PER_MILLI = 1e6;

    private final Map<Load, Requests> requests = new EnumMap<>(Load.class);
    private final Map<String, Integer> events = new TreeMap<>();
    private final Map<String, List<String>> told = new TreeMap<>();
    private long lost;
    private long faults;
    private long slowestSwitch;

    /** Requests of one load. */
    private static final class Requests {
        final Map<Outcome, Long> outcomes = new EnumMap<>(Outcome.class);
        final Latencies latencies = new Latencies();
        long slowest;
        String slowestWhat = "";

        long count(Outcome outcome) {
            return outcomes.getOrDefault(outcome, 0L);
        }

        long all() {
            return outcomes.values().stream().mapToLong(Long::longValue).sum();
        }
    }

    /**
     * Counts a request.
     *
     * @param what the request in words
     * @param nanos how long it took; below 0 where that was up to the client
     */
    synchronized void request(Load load, Outcome outcome, String what, long nanos) {
        Requests all = of(load);
        all.outcomes.merge(outcome, 1L, Long::sum);
        if (outcome == Outcome.ANSWERED && nanos >= 0) {
            all.latencies.add(nanos);
            if (nanos > all.slowest) {
                all.slowest = nanos;
                all.slowestWhat = what;
            }
        }
        if (outcome.isFault()) {
            tell(outcome.label(), what);
        }
    }

    private Requests of(Load load) {
        return requests.computeIfAbsent(load, l -> new Requests());
    }

    /** Counts something that may happen, such as a kill. */
    synchronized void event(String what) {
        events.merge(what, 1, Integer::sum);
    }

    /** Counts something other than a request that must not happen. */
    synchronized void fault(String kind, String what) {
        faults++;
        event(kind);
        tell(kind, what);
    }

    /** Counts articles that are not there, or not as they should be. */
    synchronized void lost(long articles, String what) {
        lost += articles;
        tell("lost", what);
    }

    private void tell(String kind, String what) {
        List<String> of = told.computeIfAbsent(kind, k -> new ArrayList<>());
        if (of.size() < TOLD) {
            of.add(what);
        }
    }

    /** Notes how long the server took to serve what was switched to. */
    synchronized void followed(long nanos) {
        slowestSwitch = Math.max(slowestSwitch, nanos);
    }

    /** Whether nothing happened that must not. */
    synchronized boolean isGood() {
        return lost == 0 && faults == 0 && count(Outcome::isFault) == 0;
    }

    private long count(Predicate<Outcome> which) {
        return requests.values().stream()
                .flatMap(r -> r.outcomes.entrySet().stream())
                .filter(e -> which.test(e.getKey()))
                .mapToLong(Map.Entry::getValue)
                .sum();
    }

    /** What was counted, as a table and the first faults of each kind. */
    synchronized String report() {
        StringBuilder text = new StringBuilder(row(
                "load",
                "requests",
                Arrays.stream(Outcome.values()).map(Outcome::label).toList(),
                List.of("p50 ms", "p99 ms", "slowest ms"),
                ""));
        requests.forEach((load, r) -> text.append(row(
                load.label(),
                String.valueOf(r.all()),
                Arrays.stream(Outcome.values())
                        .map(o -> String.valueOf(r.count(o)))
                        .toList(),
                List.of(
                        millis(r.latencies.millis(0.5)),
                        millis(r.latencies.millis(0.99)),
                        millis(r.slowest / NANOS_PER_MILLI)),
                r.slowestWhat)));
        text.append("articles lost ").append(lost).append('\n');
        text.append("slowest switch to be followed ")
                .append(millis(slowestSwitch / NANOS_PER_MILLI))
                .append(" ms\n");
        text.append(events.entrySet().stream()
                .map(e -> e.getKey() + " " + e.getValue())
                .collect(Collectors.joining(", ", "", "\n")));
        told.forEach((kind, all) -> all.forEach(
                what -> text.append("  ").append(kind).append(": ").append(what).append('\n')));
        return text.toString();
    }

    private static String millis(double millis) {
        return String.format(Locale.ROOT, "%.1f", millis);
    }

    private static String row(String load, String all, List<String> outcomes, List<String> times, String slowest) {
        StringBuilder row = new StringBuilder(String.format(Locale.ROOT, "%-8s %9s", load, all));
        outcomes.forEach(cell -> row.append(String.format(Locale.ROOT, " %11s", cell)));
        times.forEach(cell -> row.append(String.format(Locale.ROOT, " %10s", cell)));
        return row.append(slowest.isEmpty() ? "" : "  " + slowest).append('\n').toString();
    }
}
