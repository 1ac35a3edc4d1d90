package archsearch.server.cli;

import archsearch.indexer.Generation;
import archsearch.indexer.IndexCondition;
import archsearch.indexer.IndexReport;
import archsearch.indexer.RepostsFound;
import archsearch.indexer.article.Article;
import archsearch.indexer.dump.DumpSummary;
import archsearch.indexer.dump.ListingCoverage;
import archsearch.server.api.Json;
import archsearch.server.api.ReportJson;
import archsearch.server.api.ReportJson.Place;
import archsearch.server.api.ReportJson.RejectView;
import archsearch.server.api.ReportJson.RepeatView;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Writes what a check found as one JSON object; names and order are promised to scripts. */
final class CheckJson {
    private CheckJson() {}

    /** What was found in dumps, on one line. */
    static String of(IndexReport report, RepostsFound reposts) {
        DumpSummary summary = report.summary();
        Map<String, Long> reasons = new LinkedHashMap<>();
        summary.reasons().forEach((reason, count) -> reasons.put(reason.word(), count));
        return Json.write(new Dumps(
                report.read(),
                report.accepted(),
                report.rejected(),
                report.duplicates(),
                report.conflicts(),
                report.tookMs(),
                reasons,
                report.rejects().stream().map(RejectView::of).toList(),
                report.coverage().stream().map(PageView::of).toList(),
                summary.missingPages(),
                summary.dateBreaks().stream().map(BreakView::of).toList(),
                summary.retitled().stream().map(RetitledView::of).toList(),
                report.duplicateList().stream().map(RepeatView::of).toList(),
                report.conflictList().stream().map(RepeatView::of).toList(),
                summary.unsure(),
                summary.unsureSplits().stream().map(SplitView::of).toList(),
                summary.unknownFields().stream()
                        .map(f -> new FieldView(
                                f.name(), f.first().file(), f.first().line()))
                        .toList(),
                summary.notes(),
                reposts.groups(),
                reposts.articles(),
                reposts.listed().stream()
                        .map(group -> group.stream().map(ArticleView::of).toList())
                        .toList()));
    }

    /**
     * What was found in an index, on one line.
     *
     * @param remedy what to do, or null where the index is sound
     */
    static String of(IndexCondition condition, Path folder, @Nullable String remedy, long tookMs) {
        Generation generation = condition.generation();
        return Json.write(new Index(
                folder.toString(),
                condition.isSound(),
                generation == null ? null : generation.name(),
                generation == null ? null : generation.committedAt().toString(),
                condition.format(),
                condition.articles(),
                condition.segments(),
                condition.files(),
                condition.bytes(),
                condition.neighbours().stream()
                        .map(n -> new NeighbourView(n.name(), word(n.kind())))
                        .toList(),
                condition.faultCount(),
                condition.faults().stream()
                        .map(f -> new FaultView(f.part().word(), f.where(), f.detail()))
                        .toList(),
                remedy,
                tookMs));
    }

    private static String word(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }

    private record Dumps(
            long read,
            long accepted,
            long rejected,
            long duplicates,
            long conflicts,
            long tookMs,
            Map<String, Long> reasons,
            List<RejectView> rejects,
            List<PageView> coverage,
            List<DumpSummary.MissingPages> missingPages,
            List<BreakView> dateBreaks,
            List<RetitledView> retitled,
            List<RepeatView> duplicateList,
            List<RepeatView> conflictList,
            long unsureTagSplits,
            List<SplitView> unsureList,
            List<FieldView> unknownFields,
            List<String> notes,
            long repostGroups,
            long repostArticles,
            List<List<ArticleView>> repostList) {}

    private record ArticleView(String id, String title, String publisher, String date) {
        static ArticleView of(Article a) {
            return new ArticleView(a.id(), a.title(), a.publisher(), a.date().toString());
        }
    }

    private record PageView(@JsonUnwrapped ReportJson.CoverageView coverage, boolean complete) {
        static PageView of(ListingCoverage page) {
            return new PageView(ReportJson.CoverageView.of(page), page.isComplete());
        }
    }

    private record BreakView(String tag, int page, String oldest, String newestAfter, String kind) {
        static BreakView of(DumpSummary.DateBreak found) {
            return new BreakView(
                    found.tag(),
                    found.page(),
                    found.oldest().toString(),
                    found.newestAfter().toString(),
                    word(found.kind()));
        }
    }

    private record RetitledView(String file, long line, String title, Place earlier, String earlierTitle) {
        static RetitledView of(DumpSummary.RetitledRepeat repeat) {
            return new RetitledView(
                    repeat.second().file(),
                    repeat.second().line(),
                    repeat.secondTitle(),
                    Place.of(repeat.first()),
                    repeat.firstTitle());
        }
    }

    private record SplitView(
            String file,
            long line,
            String glued,
            List<String> tags,
            double confidence,
            @Nullable String dictionaryLine) {
        static SplitView of(DumpSummary.UnsureSplit split) {
            return new SplitView(
                    split.location().file(),
                    split.location().line(),
                    split.line(),
                    split.tags(),
                    Math.round(split.confidence() * 1_000) / 1_000.0,
                    CheckText.dictionaryLine(split).orElse(null));
        }
    }

    private record FieldView(String name, String file, long line) {}

    private record Index(
            String index,
            boolean sound,
            @Nullable String generation,
            @Nullable String committedAt,
            String format,
            long articles,
            int segments,
            int files,
            long bytes,
            List<NeighbourView> neighbours,
            long faultCount,
            List<FaultView> faults,
            @Nullable String remedy,
            long tookMs) {}

    private record NeighbourView(String name, String kind) {}

    private record FaultView(String part, String where, String detail) {}
}
