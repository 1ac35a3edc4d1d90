package archsearch.server.cli;

import archsearch.indexer.IndexReport;
import archsearch.indexer.dump.DumpRecord;
import archsearch.indexer.dump.DumpSummary;
import archsearch.indexer.dump.ListingCoverage;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.json.JsonMapper;

/** Writes the report of a run as one JSON object; names and order are promised to scripts. */
final class ReportJson {
    private static final JsonMapper MAPPER = JsonMapper.builder()
            .disable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
            .build();

    private ReportJson() {}

    /** The report on one line. */
    static String of(IndexReport report) {
        DumpSummary summary = report.summary();
        return MAPPER.writeValueAsString(new Root(
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
                report.conflictList().stream().map(ConflictView::of).toList(),
                summary.unknownFields().stream()
                        .map(DumpSummary.UnknownField::name)
                        .toList(),
                summary.unsure()));
    }

    private record Root(
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
            List<ConflictView> conflictList,
            List<String> unknownFields,
            long unsureTagSplits) {}

    private record RejectView(String file, long line, String reason, String detail) {
        static RejectView of(DumpRecord.Rejected reject) {
            return new RejectView(
                    reject.location().file(),
                    reject.location().line(),
                    reject.reason().word(),
                    reject.detail());
        }
    }

    private record CoverageView(
            String file, String tag, int total, int page, int pages, int found, int expectedMin, int expectedMax) {
        static CoverageView of(ListingCoverage page) {
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

    private record ConflictView(String file, long line, String id, String title) {
        static ConflictView of(IndexReport.Conflict conflict) {
            return new ConflictView(
                    conflict.location().file(), conflict.location().line(), conflict.id(), conflict.title());
        }
    }
}
