package archsearch.server.cli;

import static org.assertj.core.api.Assertions.assertThat;

import archsearch.indexer.IndexReport;
import archsearch.indexer.dump.DumpRecord.Location;
import archsearch.indexer.dump.DumpRecord.Rejected;
import archsearch.indexer.dump.DumpSummary;
import archsearch.indexer.dump.ListingCoverage;
import archsearch.indexer.dump.RejectReason;
import archsearch.indexer.tags.TagVocabulary;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ReportTextTest {
    @Test
    void lines_everything_isToldInOrder() {
        List<Rejected> rejects = IntStream.rangeClosed(1, 12)
                .mapToObj(n -> new Rejected(new Location("d\u001B.txt", n), RejectReason.BAD_DATE, "no day", "x"))
                .toList();
        List<ListingCoverage> coverage = List.of(
                ListingCoverage.of("p8.txt", "Backend Architecture", 949, 8, 10, 86),
                ListingCoverage.of("p1.txt", "", 40, 1, 1, 40),
                ListingCoverage.of("none.txt", "", 0, 0, 0, 3));
        IndexReport report = new IndexReport(
                1_234,
                1_220,
                14,
                2,
                1,
                1_217,
                "g-1",
                2_340,
                rejects,
                List.of(),
                List.of(new IndexReport.Repeat(
                        new Location("e.jsonl", 7), new Location("d.jsonl", 2), "id1", "Two\nlines")),
                new DumpSummary(
                        1_234,
                        1_220,
                        14,
                        Map.of(RejectReason.BAD_DATE, 14L),
                        coverage,
                        List.of(new DumpSummary.MissingPages("Backend Architecture", 10, "1-7, 9-10")),
                        List.of(),
                        List.of(),
                        List.of(new DumpSummary.UnknownField("views", new Location("e.jsonl", 1))),
                        0,
                        List.of(),
                        List.of("empty.txt holds nothing"),
                        TagVocabulary.empty()));
        assertThat(ReportText.lines(report, false))
                .startsWith(
                        "1,234 records read in 2.3 s: 1,220 accepted, 14 rejected; 2 duplicates, 1 conflicts",
                        "1,217 articles indexed, live as generation g-1",
                        "p8.txt: Backend Architecture, page 8 of 10: 86 cards, 95 to 105 expected: incomplete",
                        "p1.txt: page 1 of 1: 40 cards, 40 expected: complete",
                        "missing from the listing of Backend Architecture: pages 1-7, 9-10 of 10",
                        "d\uFFFD.txt:1: bad-date: no day")
                .endsWith(
                        "d\uFFFD.txt:10: bad-date: no day",
                        "... and 4 more",
                        "e.jsonl:7: takes the place of d.jsonl:2, which has the same id id1: Two lines",
                        "fields that no article has, ignored: views",
                        "empty.txt holds nothing");
    }
}
