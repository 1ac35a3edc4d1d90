package archsearch.server.cli;

import static org.assertj.core.api.Assertions.assertThat;

import archsearch.indexer.Generation;
import archsearch.indexer.IndexCondition;
import archsearch.indexer.IndexCondition.Fault;
import archsearch.indexer.IndexCondition.Neighbour;
import archsearch.indexer.IndexCondition.Part;
import archsearch.indexer.IndexReport;
import archsearch.indexer.RepostsFound;
import archsearch.indexer.article.Article;
import archsearch.indexer.dump.DumpRecord.Location;
import archsearch.indexer.dump.DumpSummary;
import archsearch.indexer.dump.DumpSummary.DateBreak;
import archsearch.indexer.dump.DumpSummary.UnsureSplit;
import archsearch.indexer.dump.ListingCoverage;
import archsearch.indexer.dump.RejectReason;
import archsearch.indexer.tags.TagVocabulary;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class CheckTextTest {
    private static final Path FOLDER = Path.of("var/my index");
    private static final Generation LIVE = new Generation("g-2", 3, Instant.EPOCH);

    private static IndexReport report() {
        DumpSummary summary = new DumpSummary(
                20,
                18,
                2,
                Map.of(RejectReason.CUT_OFF, 1L, RejectReason.BAD_DATE, 1_000L),
                List.of(ListingCoverage.of("p8.txt", "Go", 949, 8, 10, 86)),
                List.of(new DumpSummary.MissingPages("Go", 10, "1-7")),
                List.of(
                        new DateBreak("Go", 8, LocalDate.of(2019, 5, 1), LocalDate.of(2019, 3, 1), DateBreak.Kind.GAP),
                        new DateBreak(
                                "", 9, LocalDate.of(2019, 1, 1), LocalDate.of(2019, 1, 9), DateBreak.Kind.OVERLAP)),
                List.of(new DumpSummary.RetitledRepeat(
                        new Location("p8.txt", 4), "Old", new Location("p9.txt", 14), "New")),
                List.of(new DumpSummary.UnknownField("views", new Location("e.jsonl", 1))),
                3,
                List.of(
                        new UnsureSplit(
                                new Location("p8.txt", 30), "GoKafka\u001B", List.of("Go", "Kafka\u001B"), 0.456),
                        new UnsureSplit(new Location("p8.txt", 44), "GoC|D", List.of("Go", "C|D"), 0.5)),
                List.of("empty.txt: empty, nothing to read"),
                TagVocabulary.empty());
        return new IndexReport(
                20,
                18,
                2,
                1,
                1,
                16,
                null,
                1_000,
                List.of(),
                List.of(new IndexReport.Repeat(new Location("b", 2), new Location("a", 1), "x", "Same")),
                List.of(new IndexReport.Repeat(new Location("b", 3), new Location("a", 9), "y", "Other")),
                summary);
    }

    private static RepostsFound reposts() {
        return new RepostsFound(
                7,
                15,
                List.of(List.of(
                        Article.builder("Old", "A", LocalDate.of(2019, 1, 1))
                                .id("a")
                                .build(),
                        Article.builder("New", "B\u001B", LocalDate.of(2019, 1, 2))
                                .id("b")
                                .build())));
    }

    @Test
    void dumps_everything_isToldWithBothPlacesAndTheDictionaryLast() {
        assertThat(CheckText.lines(report(), reposts()))
                .containsExactly(
                        "20 records read in 1.0 s: 18 accepted, 2 rejected; 1 duplicates, 1 conflicts",
                        "rejected: 1,000 bad-date, 1 cut-off",
                        "... and 2 more",
                        "p8.txt: Go, page 8 of 10: 86 cards, 95 to 105 expected: incomplete",
                        "missing from the listing of Go: pages 1-7 of 10",
                        "pages 8 and 9 of the listing of Go: no card for 61 days, from 2019-03-01 to 2019-05-01;"
                                + " cards may be missing",
                        "pages 9 and 10 of a listing: the first ends with 2019-01-01, the second starts later, with"
                                + " 2019-01-09; they may have been saved at different times",
                        "p9.txt:14: may be the article of p8.txt:4 under another title: 'New', before 'Old'",
                        "b:2: the same as a:1, skipped: Same",
                        "b:3: takes the place of a:9, which has the same id y: Other",
                        "fields that no article has, ignored: views",
                        "empty.txt: empty, nothing to read",
                        "reposts of each other: 'Old' (A, 2019-01-01), 'New' (B\uFFFD, 2019-01-02)",
                        "... and 6 more",
                        "p8.txt:30: tags may be wrong, 46% sure: 'GoKafka\uFFFD' read as Go | Kafka\uFFFD",
                        "p8.txt:44: tags may be wrong, 50% sure: 'GoC|D' read as Go | C|D",
                        "... and 1 more",
                        "",
                        "# To settle these tags, keep the lines below as a file, mend what is wrong, and name it with"
                                + " --tags:",
                        "GoKafka\uFFFD\tGo|Kafka\uFFFD");
    }

    @Test
    void dumps_json_hasTheNamesThatTheHelpPromises() {
        JsonNode json = JsonMapper.shared().readTree(CheckJson.of(report(), reposts()));
        assertThat(json.propertyNames())
                .containsExactly(
                        "read",
                        "accepted",
                        "rejected",
                        "duplicates",
                        "conflicts",
                        "tookMs",
                        "reasons",
                        "rejects",
                        "coverage",
                        "missingPages",
                        "dateBreaks",
                        "retitled",
                        "duplicateList",
                        "conflictList",
                        "unsureTagSplits",
                        "unsureList",
                        "unknownFields",
                        "notes",
                        "repostGroups",
                        "repostArticles",
                        "repostList");
        assertThat(json.at("/repostList/0/1").toString())
                .isEqualTo("{\"id\":\"b\",\"title\":\"New\",\"publisher\":\"B\u001B\",\"date\":\"2019-01-02\"}"
                        .replace("\u001B", "\\u001B"));
        assertThat(json.path("reasons").toString()).isEqualTo("{\"bad-date\":1000,\"cut-off\":1}");
        assertThat(json.path("coverage").get(0).path("complete").asBoolean()).isFalse();
        assertThat(json.path("missingPages").get(0).toString())
                .isEqualTo("{\"tag\":\"Go\",\"pages\":10,\"missing\":\"1-7\"}");
        assertThat(json.path("dateBreaks").get(1).toString())
                .isEqualTo("{\"tag\":\"\",\"page\":9,\"oldest\":\"2019-01-01\",\"newestAfter\":\"2019-01-09\","
                        + "\"kind\":\"overlap\"}");
        assertThat(json.path("conflictList").get(0).toString())
                .isEqualTo("{\"file\":\"b\",\"line\":3,\"earlier\":{\"file\":\"a\",\"line\":9},\"id\":\"y\","
                        + "\"title\":\"Other\"}");
        assertThat(json.path("retitled").get(0).toString())
                .isEqualTo("{\"file\":\"p9.txt\",\"line\":14,\"title\":\"New\",\"earlier\":{\"file\":\"p8.txt\","
                        + "\"line\":4},\"earlierTitle\":\"Old\"}");
        assertThat(json.path("unsureList").get(1).toString())
                .isEqualTo("{\"file\":\"p8.txt\",\"line\":44,\"glued\":\"GoC|D\",\"tags\":[\"Go\",\"C|D\"],"
                        + "\"confidence\":0.5,\"dictionaryLine\":null}");
    }

    @Test
    void index_sound_isTwoLinesAndWhatLiesBeside() {
        IndexCondition sound = new IndexCondition(
                LIVE,
                "1",
                5,
                1_234,
                1,
                3,
                List.of(
                        new Neighbour("g0", Neighbour.Kind.LEFTOVER),
                        new Neighbour("g1", Neighbour.Kind.PREVIOUS),
                        new Neighbour("g3", Neighbour.Kind.UNFINISHED),
                        new Neighbour("g4", Neighbour.Kind.NEWER)),
                0,
                List.of());
        assertThat(CheckText.lines(sound, FOLDER))
                .containsExactly(
                        "var/my index: sound",
                        "generation g-2 of 1970-01-01T00:00:00Z, format 1: 3 articles, 1 segment, 5 files of 1,234 bytes",
                        "beside it: generation g0, left over, deleted by the next index run",
                        "beside it: generation g1, the last one before, kept",
                        "beside it: generation g3, being built now, or left by a run that did not end; then the next"
                                + " one deletes it",
                        "beside it: generation g4, complete, but not live: left by a rollback or by a run that ended"
                                + " before the switch; kept until the next index run");
        assertThat(CheckJson.of(sound, FOLDER, null, 7))
                .isEqualTo("{\"index\":\"var/my index\",\"sound\":true,\"generation\":\"g-2\","
                        + "\"committedAt\":\"1970-01-01T00:00:00Z\",\"format\":\"1\",\"articles\":3,\"segments\":1,"
                        + "\"files\":5,\"bytes\":1234,\"neighbours\":[{\"name\":\"g0\",\"kind\":\"leftover\"},"
                        + "{\"name\":\"g1\",\"kind\":\"previous\"},{\"name\":\"g3\",\"kind\":\"unfinished\"},"
                        + "{\"name\":\"g4\",\"kind\":\"newer\"}],"
                        + "\"faultCount\":0,\"faults\":[],\"remedy\":null,\"tookMs\":7}");
    }

    @Test
    void index_damaged_namesFaultsAndARemedyThatLosesNothing() {
        Fault vocabulary = new Fault(Part.VOCABULARY, "tag-vocabulary-1", "the file is missing");
        Fault file = new Fault(Part.FILE, "_0.cfs", "damaged: checksum\u001B failed");
        IndexCondition readable = new IndexCondition(LIVE, "1", 4, 9, 1, 3, List.of(), 1, List.of(vocabulary));
        IndexCondition lost = new IndexCondition(LIVE, "1", 4, 9, 0, 0, List.of(), 101, List.of(vocabulary, file));
        assertThat(CheckText.lines(readable, FOLDER))
                .containsExactly(
                        "var/my index: damaged, 1 fault",
                        "generation g-2 of 1970-01-01T00:00:00Z, format 1: 3 articles, 3 of them could be read",
                        "vocabulary: tag-vocabulary-1: the file is missing");
        assertThat(CheckText.lines(lost, FOLDER))
                .startsWith("var/my index: damaged, 101 faults")
                .endsWith("file: _0.cfs: damaged: checksum\uFFFD failed", "... and 99 more");
        assertThat(CheckText.remedy(readable, FOLDER))
                .endsWith("archsearch export --index 'var/my index' --to articles.jsonl"
                        + " && archsearch index articles.jsonl --index 'var/my index'");
        assertThat(CheckText.remedy(lost, FOLDER)).endsWith("archsearch index DUMP... --index 'var/my index'");
        IndexCondition kept = new IndexCondition(
                LIVE, "1", 4, 9, 0, 0, List.of(new Neighbour("g1", Neighbour.Kind.PREVIOUS)), 1, List.of(file));
        assertThat(CheckText.remedy(kept, FOLDER))
                .contains("go back to generation g1 with: archsearch rollback --index 'var/my index' or build");
    }
}
