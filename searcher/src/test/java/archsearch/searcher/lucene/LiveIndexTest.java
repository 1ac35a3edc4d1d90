package archsearch.searcher.lucene;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import archsearch.indexer.ArticleWriter;
import archsearch.indexer.Generation;
import archsearch.indexer.article.Article;
import archsearch.indexer.lucene.IndexFolder;
import archsearch.indexer.lucene.LuceneArticleIndex;
import archsearch.searcher.IndexUnavailableException;
import archsearch.searcher.SearchEngine;
import archsearch.searcher.SearchRequest;
import archsearch.searcher.query.GlossaryTerms;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An engine that stays open while its index is built, updated, rebuilt and damaged. */
class LiveIndexTest {
    private static final Duration SEEN_WITHIN = Duration.ofSeconds(5);

    @TempDir
    Path folder;

    private LuceneSearchEngine engine;

    @BeforeEach
    void open() {
        engine = LuceneSearchEngine.open(folder);
    }

    @AfterEach
    void close() {
        engine.close();
    }

    @Test
    void search_withoutAnIndex_saysWhatToRun() {
        assertThatThrownBy(() -> engine.search(SearchRequest.of("kafka")))
                .isInstanceOf(IndexUnavailableException.class)
                .hasMessageContaining(folder.toString())
                .hasMessageContaining("archsearch index");
    }

    @Test
    void search_indexBuiltAfterOpening_findsIt() throws IOException {
        batch("a", "b");
        assertThat(total()).isEqualTo(2);
    }

    @Test
    void search_afterARebuild_answersFromIt() throws IOException {
        batch("a");
        assertThat(total()).isEqualTo(1);
        Generation rebuilt = batch("b", "c", "d");
        awaitGeneration(rebuilt);
        assertThat(total()).isEqualTo(3);
        assertThat(engine.article("a")).isEmpty();
    }

    @Test
    void search_afterAnUpdate_answersFromIt() throws IOException {
        batch("a");
        assertThat(total()).isEqualTo(1);
        Generation updated;
        try (ArticleWriter writer = new LuceneArticleIndex(folder).openUpdate()) {
            writer.put(article("b"));
            updated = writer.commit();
        }
        awaitGeneration(updated);
        assertThat(total()).isEqualTo(2);
    }

    @Test
    void search_pointerDamagedMeanwhile_keepsTheGenerationItHas() throws IOException {
        batch("a");
        assertThat(total()).isEqualTo(1);
        Files.writeString(folder.resolve("CURRENT"), "garbage");
        long end = System.nanoTime() + Duration.ofMillis(600).toNanos();
        while (System.nanoTime() < end) {
            assertThat(total()).isEqualTo(1);
        }
    }

    @Test
    void search_theOnlyGenerationDamaged_saysWhereAndWhatToDo() throws IOException {
        Path file = damage(batch("a"), "_0.cfs");
        for (int i = 0; i < 2; i++) {
            assertThatThrownBy(this::total)
                    .isInstanceOf(IndexUnavailableException.class)
                    .hasMessageContaining(file.toString())
                    .hasMessageContaining("archsearch check");
        }
        Generation mended = batch("a");
        assertThat(total()).isEqualTo(1);
        assertThat(engine.index().generation()).isEqualTo(mended.name());
    }

    @Test
    void search_anyFileDamagedFromTheStart_answersFromTheGenerationBefore() throws IOException {
        Generation good = batch("a");
        Generation damaged = batch("a", "b");
        for (Path file : files(damaged)) {
            byte[] sound = Files.readAllBytes(file);
            byte[] changed = sound.clone();
            changed[sound.length / 2] ^= 1;
            byte[] cut = Arrays.copyOf(sound, sound.length - 1);
            for (byte[] damage : List.of(changed, cut, new byte[0])) {
                Files.write(file, damage);
                try (LuceneSearchEngine late = LuceneSearchEngine.open(folder)) {
                    assertThat(late.index().generation()).as("%s", file).isEqualTo(good.name());
                    assertThat(late.search(SearchRequest.of("title")).total()).isEqualTo(1);
                }
            }
            Files.write(file, sound);
        }
        assertThat(total()).isEqualTo(2);
    }

    @Test
    void search_pointerDamagedFromTheStart_answersFromTheNewestGeneration() throws IOException {
        batch("a");
        Generation live = batch("a", "b");
        for (String pointer : List.of("garbage", "20200101T000000.000Z", "")) {
            Files.writeString(folder.resolve("CURRENT"), pointer);
            try (LuceneSearchEngine late = LuceneSearchEngine.open(folder)) {
                assertThat(late.index().generation()).isEqualTo(live.name());
            }
        }
    }

    @Test
    void search_nextGenerationDamaged_keepsTheOneItHasUntilAGoodOne() throws IOException {
        Generation good = batch("a");
        assertThat(total()).isEqualTo(1);
        damage(batch("a", "b"), "_0.cfs");
        long end = System.nanoTime() + Duration.ofMillis(600).toNanos();
        while (System.nanoTime() < end) {
            assertThat(engine.index().generation()).isEqualTo(good.name());
        }
        awaitGeneration(batch("a", "b", "c"));
        assertThat(total()).isEqualTo(3);
    }

    @Test
    void search_afterARollback_answersFromTheGenerationBefore() throws IOException {
        Generation first = batch("a");
        batch("b", "c");
        assertThat(total()).isEqualTo(2);
        new LuceneArticleIndex(folder).rollback(null);
        awaitGeneration(first);
        assertThat(total()).isEqualTo(1);
    }

    @Test
    void search_aQuarterOfASecondAfterASwitch_isTheFirstToSeeIt() throws IOException {
        AtomicLong now = new AtomicLong();
        batch("a");
        try (LuceneSearchEngine other =
                LuceneSearchEngine.over(new LiveIndex(new IndexFolder(folder), now::get), () -> GlossaryTerms.EMPTY)) {
            Generation first = new LuceneArticleIndex(folder).live().orElseThrow();
            assertThat(other.index().generation()).isEqualTo(first.name());

            Generation rebuilt = batch("b", "c");
            isSeenInTime(other, now, first, rebuilt);
            Generation updated;
            try (ArticleWriter writer = new LuceneArticleIndex(folder).openUpdate()) {
                writer.put(article("d"));
                updated = writer.commit();
            }
            isSeenInTime(other, now, rebuilt, updated);
            new LuceneArticleIndex(folder).rollback(null);
            isSeenInTime(other, now, updated, first);
        }
    }

    @Test
    void byteOfTheServedGeneration_changedUnnoticed_isFoundAfterAWhile() throws IOException {
        AtomicLong now = new AtomicLong();
        Generation good = batch("a");
        Generation live = batch("a", "b");
        try (LuceneSearchEngine other =
                LuceneSearchEngine.over(new LiveIndex(new IndexFolder(folder), now::get), () -> GlossaryTerms.EMPTY)) {
            assertThat(other.index().generation()).isEqualTo(live.name());
            Path file = files(live).stream()
                    .filter(f -> f.toString().endsWith("_0.cfs"))
                    .findFirst()
                    .orElseThrow();
            byte[] bytes = Files.readAllBytes(file);
            bytes[bytes.length / 2] ^= 1;
            // The same file, as it is mapped.
            Files.write(file, bytes, StandardOpenOption.WRITE);

            now.addAndGet(Duration.ofMinutes(10).toNanos());
            long end = System.nanoTime() + SEEN_WITHIN.toNanos();
            while (!other.index().generation().equals(good.name())) {
                assertThat(System.nanoTime()).as("the damage was not found").isLessThan(end);
                Thread.onSpinWait();
            }
            assertThat(other.search(SearchRequest.of("title")).total()).isEqualTo(1);
        }
    }

    private static void isSeenInTime(SearchEngine engine, AtomicLong now, Generation before, Generation after) {
        now.addAndGet(Duration.ofMillis(250).toNanos() - 1);
        assertThat(engine.index().generation()).isEqualTo(before.name());
        now.incrementAndGet();
        assertThat(engine.index().generation()).isEqualTo(after.name());
    }

    private List<Path> files(Generation generation) throws IOException {
        String name = generation.name().substring(0, generation.name().lastIndexOf('-'));
        try (Stream<Path> files = Files.list(folder.resolve("generations").resolve(name))) {
            return files.filter(file -> !file.endsWith("write.lock")).sorted().toList();
        }
    }

    private Path damage(Generation generation, String file) throws IOException {
        Path path = files(generation).stream()
                .filter(f -> f.endsWith(file))
                .findFirst()
                .orElseThrow();
        byte[] bytes = Files.readAllBytes(path);
        bytes[bytes.length / 2] ^= 1;
        // A new file: what is mapped already stays as it was, as on a disk that decays.
        Files.delete(path);
        Files.write(path, bytes);
        return path;
    }

    @Test
    void search_whileRebuiltOverAndOver_neverFails() throws IOException, InterruptedException, ExecutionException {
        batch("a", "b");
        try (ExecutorService searchers = Executors.newFixedThreadPool(2)) {
            long end = System.nanoTime() + Duration.ofSeconds(2).toNanos();
            List<Future<?>> running = new ArrayList<>();
            for (int i = 0; i < 2; i++) {
                running.add(searchers.submit(() -> {
                    while (System.nanoTime() < end) {
                        assertThat(total()).isEqualTo(2);
                    }
                }));
            }
            while (System.nanoTime() < end) {
                batch("a", "b");
            }
            for (Future<?> search : running) {
                search.get();
            }
        }
    }

    private int total() {
        return engine.search(SearchRequest.of("title")).total();
    }

    private void awaitGeneration(Generation wanted) {
        long end = System.nanoTime() + SEEN_WITHIN.toNanos();
        while (!engine.index().generation().equals(wanted.name())) {
            assertThat(System.nanoTime()).as("the switch was not seen").isLessThan(end);
            Thread.onSpinWait();
        }
    }

    private Generation batch(String... ids) throws IOException {
        try (ArticleWriter writer = new LuceneArticleIndex(folder).openBatch()) {
            for (String id : ids) {
                writer.put(article(id));
            }
            return writer.commit();
        }
    }

    private static Article article(String id) {
        return Article.builder("Title " + id, "Publisher", LocalDate.of(2019, 1, 1))
                .id(id)
                .build();
    }
}
