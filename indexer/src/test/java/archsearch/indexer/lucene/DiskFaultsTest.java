package archsearch.indexer.lucene;

import static org.assertj.core.api.Assertions.assertThat;

import archsearch.indexer.ArticleReader;
import archsearch.indexer.ArticleWriter;
import archsearch.indexer.IndexCondition;
import archsearch.indexer.IndexCondition.Neighbour;
import archsearch.indexer.article.Article;
import archsearch.indexer.tags.TagVocabulary;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.apache.lucene.store.NIOFSDirectory;
import org.apache.lucene.tests.store.MockDirectoryWrapper;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Writers on a disk that is full, fails now and then, or loses what was not synced. */
class DiskFaultsTest {
    private static final Set<String> OLD = ids(0, 40);
    private static final Set<String> NEW = ids(20, 80);
    private static final Set<String> BOTH = ids(0, 80);

    @TempDir
    Path folder;

    private LuceneArticleIndex index;

    /** Sets a disk up to fail. */
    private interface Fault {
        void on(MockDirectoryWrapper disk) throws IOException;
    }

    @BeforeEach
    void old() throws IOException {
        index = new LuceneArticleIndex(folder);
        write(index, false, OLD);
    }

    @Test
    void disk_fullAtAnyPoint_leavesTheOldStateAndSaysWhere() throws IOException {
        int failed = 0;
        for (boolean update : new boolean[] {false, true}) {
            for (long room = 100; room < 30_000; room = room * 3 / 2) {
                long bytes = room;
                LuceneArticleIndex full = faulty(0, disk -> disk.setMaxSizeInBytes(disk.sizeInBytes() + bytes));
                try {
                    write(full, update, NEW);
                    break;
                } catch (IOException e) {
                    failed++;
                    assertThat(e)
                            .hasMessageContaining(folder.toString())
                            .hasMessageContaining("fake disk full")
                            .hasMessageContaining("Make room");
                }
                assertThat(content()).as("%d bytes, update %s", room, update).isEqualTo(OLD);
            }
            write(index, false, OLD);
        }
        assertThat(failed).isGreaterThan(10);
        nothingUnfinished();
    }

    @Test
    void disk_thatFailsNowAndThen_leavesTheOldOrTheNewState() throws IOException {
        int failed = 0;
        for (int seed = 0; seed < 40; seed++) {
            boolean update = seed % 2 == 1;
            LuceneArticleIndex faulty = faulty(seed, disk -> {
                disk.setRandomIOExceptionRate(0.02);
                disk.setRandomIOExceptionRateOnOpen(0.01);
            });
            Set<String> written = update ? BOTH : NEW;
            Set<String> expected = written;
            try {
                write(faulty, update, NEW);
            } catch (IOException e) {
                failed++;
                expected = String.valueOf(e.getMessage()).contains("is committed") ? written : OLD;
            }
            assertThat(content()).as("seed %d", seed).isEqualTo(expected);
            if (!expected.equals(OLD)) {
                write(index, false, OLD);
            }
        }
        assertThat(failed).isBetween(5, 39);
        nothingUnfinished();
    }

    @Test
    void power_lostAfterACommit_keepsAllOfIt() throws IOException {
        for (int seed = 0; seed < 10; seed++) {
            boolean update = seed % 2 == 1;
            Disks disks = new Disks();
            try (ArticleWriter writer = open(faulty(seed, disks), update)) {
                MockDirectoryWrapper disk = disks.last();
                put(writer, NEW);
                writer.commit();
                disk.crash();
            }
            assertThat(content()).as("seed %d", seed).isEqualTo(update ? BOTH : NEW);
            write(index, false, OLD);
        }
    }

    @Test
    void power_lostBeforeACommit_keepsWhatWas() throws IOException {
        for (int seed = 0; seed < 10; seed++) {
            Disks disks = new Disks();
            ArticleWriter writer = open(faulty(seed, disks), seed % 2 == 1);
            MockDirectoryWrapper disk = disks.last();
            put(writer, NEW);
            disk.crash();
            // The process would be gone; here its lock has to be given back.
            closeCrashed(writer);
            assertThat(content()).as("seed %d", seed).isEqualTo(OLD);
        }
        write(index, true, NEW);
        assertThat(content()).isEqualTo(BOTH);
        nothingUnfinished();
    }

    private static void closeCrashed(ArticleWriter writer) {
        try {
            writer.close();
        } catch (IOException | RuntimeException e) {
            assertThat(e).as("a disk that is gone").isNotNull();
        }
    }

    /** The disks that were opened, the writer's after those that were only looked at. */
    private static final class Disks implements Fault {
        private final List<MockDirectoryWrapper> opened = new ArrayList<>();

        @Override
        public void on(MockDirectoryWrapper disk) {
            opened.add(disk);
        }

        MockDirectoryWrapper last() {
            return opened.getLast();
        }
    }

    private LuceneArticleIndex faulty(int seed, Fault fault) {
        return new LuceneArticleIndex(
                new IndexFolder(folder, place -> {
                    MockDirectoryWrapper disk = new MockDirectoryWrapper(new Random(seed), new NIOFSDirectory(place));
                    disk.setCheckIndexOnClose(false);
                    disk.setAssertNoUnrefencedFilesOnClose(false);
                    fault.on(disk);
                    return disk;
                }),
                Clock.systemUTC());
    }

    /** What is live, which has to be sound; one look through it from another process, so to say. */
    private Set<String> content() throws IOException {
        LuceneArticleIndex fresh = new LuceneArticleIndex(folder);
        IndexCondition condition = fresh.check().orElseThrow();
        assertThat(condition.faults()).isEmpty();
        Set<String> ids = new TreeSet<>();
        try (ArticleReader reader = fresh.openReader().orElseThrow()) {
            for (Article article = reader.next(); article != null; article = reader.next()) {
                ids.add(article.id());
            }
        }
        return ids;
    }

    /** What failed writers left is gone once the next one has begun. */
    private void nothingUnfinished() throws IOException {
        write(index, true, OLD);
        assertThat(index.check().orElseThrow().neighbours())
                .extracting(Neighbour::kind)
                .doesNotContain(Neighbour.Kind.UNFINISHED, Neighbour.Kind.NEWER);
    }

    private static void write(LuceneArticleIndex index, boolean update, Set<String> ids) throws IOException {
        try (ArticleWriter writer = open(index, update)) {
            put(writer, ids);
            writer.commit();
        }
    }

    private static ArticleWriter open(LuceneArticleIndex index, boolean update) throws IOException {
        return update ? index.openUpdate() : index.openBatch();
    }

    private static void put(ArticleWriter writer, Set<String> ids) throws IOException {
        for (String id : ids) {
            writer.put(article(id));
        }
        writer.keepTagVocabulary(TagVocabulary.of(Map.of("Go", 2)));
    }

    private static Set<String> ids(int from, int to) {
        Set<String> ids = new TreeSet<>();
        for (int i = from; i < to; i++) {
            ids.add("a" + i);
        }
        return ids;
    }

    private static Article article(String id) {
        return Article.builder("Title of a text, " + id, "Publisher", LocalDate.of(2019, 1, 1))
                .id(id)
                .tags(List.of("Go"))
                .build();
    }
}
