package archsearch.server.api;

import archsearch.indexer.IndexReport;
import archsearch.indexer.dump.DumpRecord;
import archsearch.indexer.dump.DumpSummary;
import archsearch.indexer.dump.ListingCoverage;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The report of a run as one JSON object; names and order are promised to scripts.
 *
 * @param generation the generation that is live now, or null where nothing was written
 */
public record ReportJson(
        long read,
        long accepted,
        long rejected,
        long duplicates,
        long conflicts,
        long indexed,
        @Nullable String generation,
        long tookMs,
        List<RejectView> rejects,
        List<CoverageView> coverage,
        List<RepeatView> conflictList,
        List<String> unknownFields,
        long unsureTagSplits) {

    /** The report's parts. */
    public static ReportJson of(IndexReport report) {
        DumpSummary summary = report.summary();
        return new ReportJson(
                report.read(),
                report.accepted(),
                report.rejected(),
                report.duplicates(),
                report.conflicts(),
                report.indexed(),
                report.generation(),
                report.tookMs(),
                report.rejects().stream().map(RejectView::of).toList(),
                report.coverage().stream().map(CoverageView::of).toList(),
                report.conflictList().stream().map(RepeatView::of).toList(),
                summary.unknownFields().stream()
                        .map(DumpSummary.UnknownField::name)
                        .toList(),
                summary.unsure());
    }

    /** The report on one line. */
    public String toJson() {
        return Json.write(this);
    }

    /** A record that was rejected. */
    public record RejectView(String file, long line, String reason, String detail) {
        public static RejectView of(DumpRecord.Rejected reject) {
            return new RejectView(
                    reject.location().file(),
                    reject.location().line(),
                    reject.reason().word(),
                    reject.detail());
        }
    }

    /** How full a listing page is. */
    public record CoverageView(
            String file, String tag, int total, int page, int pages, int found, int expectedMin, int expectedMax) {
        public static CoverageView of(ListingCoverage page) {
            return new CoverageView(
                    page.file(),
                    page.tag(),
                    page.total(),
                    page.page(),
                    page.pages(),
                    page.found(),
                    page.expectedMin(),
                    page.expectedMax());
        }
    }

    /** The later record of two with one id, and where the earlier one stands. */
    public record RepeatView(String file, long line, Place earlier, String id, String title) {
        public static RepeatView of(IndexReport.Repeat repeat) {
            return new RepeatView(
                    repeat.location().file(),
                    repeat.location().line(),
                    Place.of(repeat.earlier()),
                    repeat.id(),
                    repeat.title());
        }
    }

    /** Where a record stands. */
    public record Place(String file, long line) {
        public static Place of(DumpRecord.Location location) {
            return new Place(location.file(), location.line());
        }
    }
}
