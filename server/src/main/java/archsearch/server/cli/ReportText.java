package archsearch.server.cli;

import archsearch.indexer.IndexReport;
import archsearch.indexer.dump.DumpRecord;
import archsearch.indexer.dump.DumpSummary;
import archsearch.indexer.dump.ListingCoverage;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Writes the report of a run for people. What comes from the dumps goes through {@link SafeText}. */
final class ReportText {
    /** Entries of each list that are shown; the rest is counted. */
    static final int SHOWN = 10;

    /** Unsure splits are many where a dump is small, since tags are learned from it; a few show what they are like. */
    private static final int UNSURE_SHOWN = 3;

    private ReportText() {}

    /**
     * The report's lines, without line ends.
     *
     * @param dryRun whether nothing was to be written
     */
    static List<String> lines(IndexReport report, boolean dryRun) {
        DumpSummary summary = report.summary();
        List<String> lines = new ArrayList<>();
        lines.add(counts(report));
        lines.add(outcome(report, dryRun));
        report.coverage().stream().filter(page -> page.pages() > 0).forEach(page -> lines.add(coverage(page)));
        add(lines, SHOWN, summary.missingPages(), summary.missingPages().size(), ReportText::missing);
        add(lines, SHOWN, report.rejects(), report.rejected(), ReportText::reject);
        add(lines, SHOWN, report.conflictList(), report.conflicts(), ReportText::conflict);
        add(
                lines,
                UNSURE_SHOWN,
                summary.unsureSplits(),
                summary.unsure(),
                split -> split.location() + ": tags may be wrong: '" + split.line() + "' read as "
                        + String.join(" | ", split.tags()));
        if (!summary.unknownFields().isEmpty()) {
            lines.add(unknownFields(summary));
        }
        lines.addAll(summary.notes());
        return lines.stream().map(SafeText::of).toList();
    }

    static String counts(IndexReport report) {
        return String.format(
                Locale.ROOT,
                "%,d records read in %.1f s: %,d accepted, %,d rejected; %,d duplicates, %,d conflicts",
                report.read(),
                report.tookMs() / 1e3,
                report.accepted(),
                report.rejected(),
                report.duplicates(),
                report.conflicts());
    }

    static String reject(DumpRecord.Rejected reject) {
        return reject.location() + ": " + reject.reason().word() + ": " + reject.detail();
    }

    static String conflict(IndexReport.Repeat conflict) {
        return conflict.location() + ": takes the place of " + conflict.earlier() + ", which has the same id "
                + conflict.id() + ": " + conflict.title();
    }

    private static String outcome(IndexReport report, boolean dryRun) {
        String articles =
                String.format(Locale.ROOT, "%,d %s", report.indexed(), report.indexed() == 1 ? "article" : "articles");
        if (dryRun) {
            return articles + " would be indexed; a dry run writes nothing";
        }
        return report.generation() == null
                ? "nothing written, the live index is as it was"
                : articles + " indexed, live as generation " + report.generation();
    }

    static String coverage(ListingCoverage page) {
        String expected = page.expectedMin() == page.expectedMax()
                ? page.expectedMin() + " expected"
                : page.expectedMin() + " to " + page.expectedMax() + " expected";
        return page.file() + ": " + (page.tag().isEmpty() ? "" : page.tag() + ", ") + "page " + page.page() + " of "
                + page.pages() + ": " + page.found() + " cards, " + expected + ": "
                + (page.isComplete() ? "complete" : page.found() < page.expectedMin() ? "incomplete" : "too many");
    }

    static String unknownFields(DumpSummary summary) {
        return "fields that no article has, ignored: "
                + summary.unknownFields().stream()
                        .map(DumpSummary.UnknownField::name)
                        .collect(Collectors.joining(", "));
    }

    static String missing(DumpSummary.MissingPages missing) {
        return "missing from the listing" + (missing.tag().isEmpty() ? "" : " of " + missing.tag()) + ": pages "
                + missing.missing() + " of " + missing.pages();
    }

    static <T> void add(List<String> lines, int shown, List<T> entries, long count, Function<T, String> line) {
        entries.stream().limit(shown).map(line).forEach(lines::add);
        long more = count - Math.min(shown, entries.size());
        if (more > 0) {
            lines.add("... and " + more + " more");
        }
    }
}
