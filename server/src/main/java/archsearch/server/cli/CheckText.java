package archsearch.server.cli;

import archsearch.indexer.Generation;
import archsearch.indexer.IndexCondition;
import archsearch.indexer.IndexReport;
import archsearch.indexer.RepostsFound;
import archsearch.indexer.article.Article;
import archsearch.indexer.dump.DumpSummary;
import archsearch.indexer.dump.DumpSummary.DateBreak;
import archsearch.indexer.dump.DumpSummary.RetitledRepeat;
import archsearch.indexer.dump.DumpSummary.UnsureSplit;
import archsearch.indexer.tags.TagDictionary;
import java.nio.file.Path;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Writes what a check found for people. What comes from dumps and indexes goes through {@link SafeText}. */
final class CheckText {
    private CheckText() {}

    /** The lines on dumps, without line ends. Unlike the report of an index run they hold everything that is listed. */
    static List<String> lines(IndexReport report, RepostsFound reposts) {
        DumpSummary summary = report.summary();
        List<String> lines = new ArrayList<>();
        lines.add(ReportText.counts(report));
        if (!summary.reasons().isEmpty()) {
            lines.add("rejected: "
                    + summary.reasons().entrySet().stream()
                            .map(e -> String.format(
                                    Locale.ROOT,
                                    "%,d %s",
                                    e.getValue(),
                                    e.getKey().word()))
                            .collect(Collectors.joining(", ")));
        }
        add(lines, report.rejects(), report.rejected(), ReportText::reject);
        report.coverage().stream()
                .filter(page -> page.pages() > 0)
                .forEach(page -> lines.add(ReportText.coverage(page)));
        add(lines, summary.missingPages(), summary.missingPages().size(), ReportText::missing);
        add(lines, summary.dateBreaks(), summary.dateBreaks().size(), CheckText::dateBreak);
        add(lines, summary.retitled(), summary.retitled().size(), CheckText::retitled);
        add(lines, report.duplicateList(), report.duplicates(), CheckText::duplicate);
        add(lines, report.conflictList(), report.conflicts(), ReportText::conflict);
        if (!summary.unknownFields().isEmpty()) {
            lines.add(ReportText.unknownFields(summary));
        }
        lines.addAll(summary.notes());
        add(lines, reposts.listed(), reposts.groups(), CheckText::reposts);
        add(lines, summary.unsureSplits(), summary.unsure(), CheckText::unsure);
        List<String> safe = new ArrayList<>(lines.stream().map(SafeText::of).toList());
        safe.addAll(dictionary(summary.unsureSplits()));
        return safe;
    }

    private static <T> void add(List<String> lines, List<T> entries, long count, Function<T, String> line) {
        ReportText.add(lines, Integer.MAX_VALUE, entries, count, line);
    }

    private static String ofListing(String tag) {
        return tag.isEmpty() ? "a listing" : "the listing of " + tag;
    }

    private static String dateBreak(DateBreak found) {
        String between =
                "pages " + found.page() + " and " + (found.page() + 1) + " of " + ofListing(found.tag()) + ": ";
        return between
                + switch (found.kind()) {
                    case GAP ->
                        "no card for " + ChronoUnit.DAYS.between(found.newestAfter(), found.oldest()) + " days, from "
                                + found.newestAfter() + " to " + found.oldest() + "; cards may be missing";
                    case OVERLAP ->
                        "the first ends with " + found.oldest() + ", the second starts later, with "
                                + found.newestAfter() + "; they may have been saved at different times";
                };
    }

    private static String retitled(RetitledRepeat repeat) {
        return repeat.second() + ": may be the article of " + repeat.first() + " under another title: '"
                + repeat.secondTitle() + "', before '" + repeat.firstTitle() + "'";
    }

    private static String duplicate(IndexReport.Repeat duplicate) {
        return duplicate.location() + ": the same as " + duplicate.earlier() + ", skipped: " + duplicate.title();
    }

    private static String reposts(List<Article> group) {
        return "reposts of each other: "
                + group.stream()
                        .map(a -> "'" + a.title() + "' (" + a.publisher() + ", " + a.date() + ")")
                        .collect(Collectors.joining(", "));
    }

    private static String unsure(UnsureSplit split) {
        return String.format(
                Locale.ROOT,
                "%s: tags may be wrong, %.0f%% sure: '%s' read as %s",
                split.location(),
                100 * split.confidence(),
                split.line(),
                String.join(" | ", split.tags()));
    }

    /** The dictionary that says what was read, to be corrected; a line that occurs twice is written once. */
    private static List<String> dictionary(List<UnsureSplit> splits) {
        List<String> corrections = splits.stream()
                .map(split -> dictionaryLine(split))
                .flatMap(Optional::stream)
                .distinct()
                .toList();
        if (corrections.isEmpty()) {
            return List.of();
        }
        List<String> lines = new ArrayList<>(
                List.of(
                        "",
                        "# To settle these tags, keep the lines below as a file, mend what is wrong, and name it with --tags:"));
        lines.addAll(corrections);
        return lines;
    }

    /** The line of a dictionary that settles a split as it was read. Its tab is kept, nothing else that a terminal obeys. */
    static Optional<String> dictionaryLine(UnsureSplit split) {
        return TagDictionary.line(
                SafeText.of(split.line()),
                split.tags().stream().map(SafeText::of).toList());
    }

    /** The lines on an index, without line ends. */
    static List<String> lines(IndexCondition condition, Path folder) {
        List<String> lines = new ArrayList<>();
        lines.add(folder + ": "
                + (condition.isSound() ? "sound" : "damaged, " + counted(condition.faultCount(), "fault")));
        Generation generation = condition.generation();
        if (generation != null) {
            lines.add("generation " + generation.name() + " of " + generation.committedAt() + ", format "
                    + condition.format() + ": " + counted(generation.articles(), "article") + ", "
                    + (condition.isSound()
                            ? counted(condition.segments(), "segment") + ", " + counted(condition.files(), "file")
                                    + " of " + counted(condition.bytes(), "byte")
                            : String.format(Locale.ROOT, "%,d of them could be read", condition.articles())));
        }
        add(
                lines,
                condition.faults(),
                condition.faultCount(),
                fault -> fault.part().word() + ": " + fault.where() + ": " + fault.detail());
        condition
                .neighbours()
                .forEach(neighbour -> lines.add("beside it: generation " + neighbour.name() + ", "
                        + switch (neighbour.kind()) {
                            case PREVIOUS -> "the last one before, kept";
                            case LEFTOVER -> "left over, deleted by the next index run";
                            case NEWER ->
                                "complete, but not live: left by a rollback or by a run that ended before the switch;"
                                        + " kept until the next index run";
                            case UNFINISHED ->
                                "being built now, or left by a run that did not end; then the next one deletes it";
                        }));
        return lines.stream().map(SafeText::of).toList();
    }

    private static String counted(long count, String noun) {
        return String.format(Locale.ROOT, "%,d %s", count, count == 1 ? noun : noun + "s");
    }

    /** What to do about an index that is not sound. */
    static String remedy(IndexCondition condition, Path folder) {
        String place = ShellWord.of(folder.toString());
        String back = condition.neighbours().stream()
                .filter(neighbour -> neighbour.kind() == IndexCondition.Neighbour.Kind.PREVIOUS)
                .findFirst()
                .map(previous -> "go back to generation " + previous.name() + " with: archsearch rollback --index "
                        + place + " or ")
                .orElse("");
        return "the index " + folder + " is damaged; " + back + "build it again with: "
                + (condition.isReadable()
                        ? "archsearch export --index " + place
                                + " --to articles.jsonl && archsearch index articles.jsonl" + " --index " + place
                        : "archsearch index DUMP... --index " + place);
    }
}
