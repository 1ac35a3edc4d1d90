package archsearch.server.log;

import static org.assertj.core.api.Assertions.assertThat;

import archsearch.searcher.IndexInfo;
import archsearch.searcher.SearchRequest;
import archsearch.searcher.SearchResponse;
import archsearch.searcher.Suggestion;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ZeroResultLogTest {
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-03-01T23:59:00Z"), ZoneOffset.UTC);
    private static final IndexInfo INDEX = new IndexInfo("g-1", 3, Instant.EPOCH, "");

    @TempDir
    Path folder;

    private Path file = Path.of("");

    @BeforeEach
    void name() {
        file = folder.resolve("new/missed.jsonl");
    }

    @Test
    void searched_inVain_isReadBackByFrequency() throws IOException {
        ZeroResultLog log = new ZeroResultLog(file, CLOCK, 10_000);
        log.searched("1", missed("Raft etcd", List.of("etcd")));
        log.searched("2", missed("分布式锁定", List.of()));
        log.searched("3", missed("分布式　锁定", List.of()));
        log.searched("4", missed("分布式锁定 \" \n \u0007", List.of()));
        log.searched("5", missed("RAFT  etcd", List.of("etcd")));
        log.searched("6", missed("raft-etcd", List.of("etcd")));

        ZeroResults read = ZeroResults.read(file);

        assertThat(read.searches()).isEqualTo(6);
        assertThat(read.since()).isEqualTo(LocalDate.of(2026, 3, 1));
        assertThat(read.queries().getFirst())
                .isEqualTo(new ZeroResults.Query("raft-etcd", 3, LocalDate.of(2026, 3, 1), 3, List.of("etcd")));
        assertThat(read.queries()).extracting(ZeroResults.Query::count).isSortedAccordingTo((a, b) -> b - a);
    }

    @Test
    void searched_withHitsWithoutWordsOrCutShort_isNotKept() {
        ZeroResultLog log = new ZeroResultLog(file, CLOCK, 10_000);

        log.searched("1", response(SearchRequest.of("kafka"), 1, List.of(), false));
        log.searched("2", response(SearchRequest.builder().tags(List.of("None")).build(), 0, List.of(), false));
        log.searched("3", response(SearchRequest.of("kafka"), 0, List.of(), true));

        assertThat(file).doesNotExist();
    }

    @Test
    void searched_withFilters_isToldApart() throws IOException {
        SearchRequest filtered =
                SearchRequest.builder().q("kafka").years(List.of(1999)).build();
        new ZeroResultLog(file, CLOCK, 10_000).searched("1", response(filtered, 0, List.of(), false));

        assertThat(ZeroResults.read(file).queries()).singleElement().satisfies(query -> {
            assertThat(query.count()).isEqualTo(1);
            assertThat(query.unfiltered()).isZero();
        });
    }

    @Test
    void searched_beyondTheBound_keepsOneFileBeforeAndNoMore() throws IOException {
        ZeroResultLog log = new ZeroResultLog(file, CLOCK, 200);
        for (int i = 0; i < 50; i++) {
            log.searched("1", missed("query" + i, List.of()));
        }

        assertThat(Files.size(file) + Files.size(ZeroResultLog.before(file))).isLessThan(2 * (200 + 100));
        try (var files = Files.list(folder.resolve("new"))) {
            assertThat(files).hasSize(2);
        }
        assertThat(ZeroResults.read(file).queries())
                .extracting(ZeroResults.Query::q)
                .contains("query49", "query48")
                .doesNotContain("query0");
    }

    @Test
    void searched_whereNothingCanBeWritten_goesOn() throws IOException {
        Path blocked = folder.resolve("file");
        Files.writeString(blocked, "no folder");
        ZeroResultLog log = new ZeroResultLog(blocked.resolve("missed.jsonl"), CLOCK, 10_000);

        log.searched("1", missed("kafka", List.of()));

        assertThat(blocked).hasContent("no folder");
    }

    @Test
    void read_damagedLines_costOnlyThemselves() throws IOException {
        ZeroResultLog log = new ZeroResultLog(file, CLOCK, 10_000);
        log.searched("1", missed("first", List.of()));
        Files.write(
                file,
                "{\"day\":\"2026-0\n[1]\n{\"q\":5}\n{\"day\":\"x\",\"q\":\"y\"}\n\n".getBytes(StandardCharsets.UTF_8),
                StandardOpenOption.APPEND);
        Files.write(file, new byte[] {(byte) 0xff, (byte) 0xfe, '\n'}, StandardOpenOption.APPEND);
        log.searched("2", missed("last", List.of()));

        assertThat(ZeroResults.read(file).queries())
                .extracting(ZeroResults.Query::q)
                .containsExactlyInAnyOrder("first", "last");
    }

    @Test
    void read_noFile_isNothing() throws IOException {
        assertThat(ZeroResults.read(file)).isEqualTo(ZeroResults.NONE);
    }

    @Test
    void searched_keepsNothingOfWhoAsked() throws IOException {
        new ZeroResultLog(file, CLOCK, 10_000).searched("request-7", missed("kafka", List.of()));

        assertThat(file).hasContent("{\"day\":\"2026-03-01\",\"q\":\"kafka\",\"filtered\":false,\"dropped\":[]}\n");
    }

    private static SearchResponse missed(String q, List<String> dropped) {
        List<Suggestion> suggestions = dropped.isEmpty()
                ? List.of()
                : List.of(new Suggestion(Suggestion.Kind.DROP_WORD, SearchRequest.of("other"), 2, dropped));
        return response(SearchRequest.of(q), 0, suggestions, false);
    }

    private static SearchResponse response(
            SearchRequest request, int total, List<Suggestion> suggestions, boolean partial) {
        return new SearchResponse(
                request,
                request.q(),
                null,
                List.of(),
                total,
                List.of(),
                null,
                List.of(),
                suggestions,
                INDEX,
                1_000,
                partial);
    }
}
