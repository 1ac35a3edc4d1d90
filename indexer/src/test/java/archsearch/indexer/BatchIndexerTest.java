package archsearch.indexer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import archsearch.indexer.article.Article;
import archsearch.indexer.dump.DumpRecord.Location;
import archsearch.indexer.dump.DumpRecord.Rejected;
import archsearch.indexer.dump.RejectReason;
import archsearch.indexer.tags.TagVocabulary;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BatchIndexerTest {
    private static final String BROKEN = "{\"title\":\"X\",\"publisher\":\"P\",\"date\":\"2019-02-30\"}\n";

    @TempDir
    private Path folder;

    private MemoryIndex index = new MemoryIndex();

    @BeforeEach
    void start() {
        index = new MemoryIndex();
    }

    private static String record(String id, String title) {
        return "{\"id\":\"" + id + "\",\"title\":\"" + title + "\",\"publisher\":\"P\",\"date\":\"2019-08-27\"}\n";
    }

    private String file(String name, String text) throws IOException {
        Path file = folder.resolve(name);
        Files.writeString(file, text);
        return file.toString();
    }

    private IndexReport run(IndexJob.Builder job) throws IOException {
        return new BatchIndexer(index).run(job.build(), IndexProgress.NONE);
    }

    private List<String> titles() {
        return index.live(true).values().stream().map(Article::title).toList();
    }

    @Test
    void batch_ofSeveralFiles_becomesTheLiveIndex() throws IOException {
        IndexReport report = run(IndexJob.of(List.of(
                file("b.jsonl", record("2", "B") + BROKEN),
                file("a.csv", "id,title,publisher,date\n1,A,P,2019-08-27\n"))));
        assertThat(titles()).containsExactly("A", "B");
        assertThat(List.of(report.read(), report.accepted(), report.rejected(), report.indexed()))
                .containsExactly(3L, 2L, 1L, 2L);
        assertThat(report.generation()).isEqualTo("g1");
        assertThat(report.rejects()).extracting(Rejected::reason).containsExactly(RejectReason.BAD_DATE);
        assertThat(index.isOpen()).isFalse();
    }

    @Test
    void batch_again_forgetsWhatTheDumpsDoNotHold_andUpdateKeepsIt() throws IOException {
        run(IndexJob.of(List.of(file("a.jsonl", record("1", "A") + record("2", "B")))));
        run(IndexJob.of(List.of(file("b.jsonl", record("2", "B2") + record("3", "C"))))
                .update(true));
        assertThat(titles()).containsExactly("A", "B2", "C");
        run(IndexJob.of(List.of(file("b.jsonl", record("3", "C")))));
        assertThat(titles()).containsExactly("C");
    }

    @Test
    void sameId_identicalIsSkipped_differentWinsWhenLater() throws IOException {
        String first = file("1.jsonl", record("a", "Old") + record("a", "Old") + record("b", "B"));
        String second = file("2.jsonl", record("a", "New"));
        for (List<String> dumps : List.of(List.of(first, second), List.of(second, first))) {
            IndexReport report = run(IndexJob.of(dumps));
            assertThat(titles()).containsExactly("New", "B");
            assertThat(List.of(report.duplicates(), report.conflicts(), report.indexed()))
                    .containsExactly(1L, 1L, 2L);
            assertThat(report.duplicateList())
                    .singleElement()
                    .extracting(r -> r.location().line(), r -> r.earlier().line(), IndexReport.Repeat::id)
                    .containsExactly(2L, 1L, "a");
            assertThat(report.conflictList()).singleElement().satisfies(conflict -> {
                assertThat(conflict.location().toString()).endsWith("2.jsonl:1");
                assertThat(conflict.earlier().toString()).endsWith("1.jsonl:1");
            });
        }
    }

    @Test
    void strictRun_withAReject_changesNothingButWritesTheReject() throws IOException {
        run(IndexJob.of(List.of(file("a.jsonl", record("1", "A")))));
        Path rejects = folder.resolve("out/rejects.jsonl");
        String bad = file("b.jsonl", record("2", "B") + BROKEN + record("3", "C"));
        assertThatThrownBy(() -> run(IndexJob.of(List.of(bad)).strict(true).rejects(rejects)))
                .isInstanceOf(IndexRunException.class)
                .hasMessageContaining("b.jsonl:2: bad-date");
        assertThat(titles()).containsExactly("A");
        assertThat(index.isOpen()).isFalse();
        assertThat(Files.readString(rejects)).contains("\"line\":2,\"reason\":\"bad-date\"");
    }

    @Test
    void maxRejects_isTheNumberThatIsStillAccepted() throws IOException {
        String two = file("b.jsonl", record("2", "B") + BROKEN + BROKEN);
        assertThat(run(IndexJob.of(List.of(two)).maxRejects(2)).rejected()).isEqualTo(2);
        assertThatThrownBy(() -> run(IndexJob.of(List.of(two)).maxRejects(1)))
                .isInstanceOfSatisfying(
                        IndexRunException.class,
                        e -> assertThat(e.report())
                                .isNotNull()
                                .extracting(IndexReport::rejected)
                                .isEqualTo(2L));
        assertThat(index.commits()).isEqualTo(1);
    }

    @Test
    void dryRun_reportsAndWritesNothing() throws IOException {
        Path rejects = folder.resolve("rejects.jsonl");
        IndexReport report = run(IndexJob.of(List.of(file("a.jsonl", record("1", "A") + BROKEN)))
                .dryRun(true)
                .rejects(rejects));
        assertThat(List.of(report.accepted(), report.rejected(), report.indexed()))
                .containsExactly(1L, 1L, 1L);
        assertThat(report.generation()).isNull();
        assertThat(index.commits()).isZero();
        assertThat(rejects).doesNotExist();
    }

    @Test
    void batch_withoutAnyArticle_leavesTheLiveIndex() throws IOException {
        run(IndexJob.of(List.of(file("a.jsonl", record("1", "A")))));
        for (String text : List.of("", BROKEN)) {
            String dump = file("empty.jsonl", text);
            assertThatThrownBy(() -> run(IndexJob.of(List.of(dump))))
                    .isInstanceOf(IndexRunException.class)
                    .hasMessageContaining("no article");
            assertThat(run(IndexJob.of(List.of(dump)).update(true)).generation())
                    .isEqualTo("g1");
        }
        assertThat(titles()).containsExactly("A");
    }

    @Test
    void missingDump_failsBeforeTheIndexIsOpened() throws IOException {
        index.openBatch();
        String missing = folder.resolve("none").toString();
        assertThatThrownBy(() -> run(IndexJob.of(List.of(missing)))).hasMessageContaining("no such file or folder");
    }

    @Test
    void lockedIndex_isPassedOn() throws IOException {
        try (ArticleWriter other = index.openBatch()) {
            assertThat(other).isNotNull();
            String dump = file("a.jsonl", record("1", "A"));
            assertThatThrownBy(() -> run(IndexJob.of(List.of(dump)))).isInstanceOf(IndexLockedException.class);
        }
    }

    @Test
    void failingWriter_endsTheRunWithNothingChanged() throws IOException {
        index.failOnWrite();
        StringBuilder many = new StringBuilder();
        for (int i = 0; i < 5_000; i++) {
            many.append(record("id" + i, "T" + i));
        }
        String dump = file("a.jsonl", many.toString());
        assertThatThrownBy(() -> run(IndexJob.of(List.of(dump))))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("no space left");
        assertThat(index.commits()).isZero();
        assertThat(index.isOpen()).isFalse();
    }

    @Test
    void interruptedRun_endsWithNothingChanged() throws IOException {
        String dump = file("a.jsonl", record("1", "A"));
        Thread.currentThread().interrupt();
        assertThatThrownBy(() -> run(IndexJob.of(List.of(dump)))).isInstanceOf(IndexRunException.class);
        assertThat(Thread.interrupted()).isTrue();
        assertThat(index.commits()).isZero();
    }

    @Test
    void rejectFile_correctedAndFedBack_completesTheIndex() throws IOException {
        String listing = """
            P
            P
            Aug 27, 2019 · Backend

            One

            A summary of One.

            GoKafka
            0 likes · 3 min read
            One
            P
            P
            Feb 30, 2019 · Backend

            Two

            A summary of Two.

            GoKafka
            0 likes · 3 min read
            Two
            """;
        String csv = "title,publisher,date\nThree,P,2019-08-27\nFour,P,2019-02-30\n";
        Path rejects = folder.resolve("rejects.jsonl");
        Map<String, String> dumps = Map.of("a.txt", listing, "b.csv", csv, "c.jsonl", record("5", "Five") + BROKEN);
        List<String> files = new ArrayList<>();
        for (Map.Entry<String, String> dump : dumps.entrySet()) {
            files.add(file(dump.getKey(), dump.getValue()));
        }
        assertThat(run(IndexJob.of(files).rejects(rejects)).rejected()).isEqualTo(3);

        IndexReport again =
                run(IndexJob.of(List.of(rejects.toString())).update(true).rejects(rejects));
        assertThat(List.of(again.accepted(), again.rejected())).containsExactly(0L, 3L);
        String lines = Files.readString(rejects);
        assertThat(lines.lines().count()).isEqualTo(3);

        Files.writeString(rejects, lines.replace("2019-02-30", "2019-02-28").replace("Feb 30", "Feb 28"));
        IndexReport corrected =
                run(IndexJob.of(List.of(rejects.toString())).update(true).rejects(rejects));
        assertThat(List.of(corrected.accepted(), corrected.rejected())).containsExactly(3L, 0L);
        assertThat(titles()).containsExactlyInAnyOrder("One", "Two", "Three", "Four", "Five", "X");
        assertThat(Files.readString(rejects)).isEmpty();
    }

    @Test
    void standardInput_isReadForADash() throws IOException {
        InputStream in = new ByteArrayInputStream(record("1", "A").getBytes(StandardCharsets.UTF_8));
        new BatchIndexer(index, in).run(IndexJob.of(List.of("-")).build(), IndexProgress.NONE);
        assertThat(titles()).containsExactly("A");
    }

    @Test
    void progress_endsWithTheCommit() throws IOException {
        List<IndexProgress.State> states = new ArrayList<>();
        new BatchIndexer(index)
                .run(IndexJob.of(List.of(file("a.jsonl", record("1", "A")))).build(), states::add);
        assertThat(states.getLast().phase()).isEqualTo(IndexProgress.Phase.COMMITTING);
        assertThat(states.getLast().bytes()).isEqualTo(states.getLast().totalBytes());
    }

    @Test
    void manyArticles_areSeenOnceEach() {
        SeenArticles seen = new SeenArticles();
        for (int round = 0; round < 2; round++) {
            for (int i = 0; i < 50_000; i++) {
                Article article = Article.builder("T" + i, "P", java.time.LocalDate.EPOCH)
                        .id("id" + i)
                        .build();
                assertThat(seen.add(article, new Location("a.jsonl", i + 1)))
                        .isEqualTo(round == 0 ? SeenArticles.Sighting.NEW : SeenArticles.Sighting.SAME);
            }
        }
        Article changed = Article.builder("Other", "P", java.time.LocalDate.EPOCH)
                .id("id7")
                .build();
        assertThat(seen.add(changed, new Location("b.jsonl", 3))).isEqualTo(SeenArticles.Sighting.CHANGED);
        assertThat(seen.earlier()).isEqualTo(new Location("a.jsonl", 8));
        assertThat(seen.add(changed, new Location("c.jsonl", 1))).isEqualTo(SeenArticles.Sighting.SAME);
        assertThat(seen.earlier()).isEqualTo(new Location("b.jsonl", 3));
    }

    private static String page(int number, String... titles) {
        StringBuilder page = new StringBuilder("Tagged articles\n6 articles\nPage " + number + " of 3\n");
        for (String title : titles) {
            page.append("P\nP\nAug 27, 2019 · Backend\n\n" + title + "\n\nA summary.\n\nGoKafka\n")
                    .append("0 likes · 3 min read\n" + title + "\n");
        }
        return page.toString();
    }

    @Test
    void endedRun_reportsWhatWasReadUntilThen() throws IOException {
        List<String> dumps = List.of(
                file("1.txt", page(1, "One", "Two")),
                file(
                        "2.txt",
                        page(2, "Three", "Four").replace("Aug 27, 2019 · Backend\n\nFour", "Feb 30, 2019 · B\n\nFour")),
                file("3.txt", page(3, "Five", "Six")));
        assertThatThrownBy(() -> run(IndexJob.of(dumps).strict(true)))
                .isInstanceOfSatisfying(IndexRunException.class, e -> {
                    IndexReport report = Objects.requireNonNull(e.report());
                    assertThat(List.of(report.read(), report.accepted(), report.rejected()))
                            .containsExactly(4L, 3L, 1L);
                    assertThat(report.summary().reasons()).containsExactly(Map.entry(RejectReason.BAD_DATE, 1L));
                    assertThat(report.coverage()).singleElement().satisfies(page -> {
                        assertThat(page.file()).endsWith("1.txt");
                        assertThat(page.found()).isEqualTo(2);
                    });
                    assertThat(report.summary().missingPages()).isEmpty();
                    assertThat(report.summary().notes())
                            .singleElement()
                            .asString()
                            .contains("2.txt: not read to its end");
                });
    }

    @Test
    void vocabulary_cardsIndexedAgain_areCountedOnce() throws IOException {
        String[] titles = {"One", "Two", "Three", "Four", "Five"};
        String first = file("1.txt", page(1, titles));
        run(IndexJob.of(List.of(first)));
        TagVocabulary once = index.tagVocabulary();
        assertThat(once.count("Kafka")).isGreaterThan(4);
        for (int i = 0; i < 3; i++) {
            run(IndexJob.of(List.of(first)).update(true));
        }
        assertThat(index.tagVocabulary()).isEqualTo(once);
        run(IndexJob.of(List.of(first, file("2.txt", page(2, "Six", "Seven")))).update(true));
        assertThat(index.tagVocabulary().count("Kafka")).isBetween(once.count("Kafka") + 1.5, once.count("Kafka") + 2);
    }
}
