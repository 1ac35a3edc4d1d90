package archsearch.indexer.lucene;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import archsearch.indexer.ArticleReader;
import archsearch.indexer.ArticleWriter;
import archsearch.indexer.Generation;
import archsearch.indexer.GenerationRefusedException;
import archsearch.indexer.IndexLockedException;
import archsearch.indexer.article.Article;
import archsearch.indexer.tags.TagVocabulary;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GenerationCopyTest {
    @TempDir
    Path folder;

    private LuceneArticleIndex index;
    private Path to;

    @BeforeEach
    void name() {
        index = new LuceneArticleIndex(folder.resolve("index"));
        to = folder.resolve("copy");
    }

    @Test
    void snapshot_nothingCommitted_isEmptyAndMakesNothing() throws IOException {
        assertThat(index.snapshot(to)).isEmpty();
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void snapshot_afterUpdates_isAnIndexWithAllOfIt() throws IOException {
        batch("a", "b");
        try (ArticleWriter writer = index.openUpdate()) {
            writer.put(article("c"));
            writer.delete("a");
            writer.commit();
        }
        Generation copied = index.snapshot(to).orElseThrow();
        LuceneArticleIndex copy = new LuceneArticleIndex(to);
        assertThat(copied).isEqualTo(index.live().orElseThrow());
        assertThat(copy.live()).contains(copied);
        assertThat(copy.check().orElseThrow().isSound()).isTrue();
        assertThat(ids(copy)).containsExactly("b", "c");
        assertThat(copy.tagVocabulary()).isEqualTo(index.tagVocabulary());
        batch("z");
        assertThat(ids(copy)).containsExactly("b", "c");
    }

    @Test
    void snapshot_whileAWriterIsAtWork_isOfTheLastCommit() throws IOException {
        batch("a");
        try (ArticleWriter writer = index.openUpdate()) {
            writer.put(article("b"));
            assertThat(index.snapshot(to).orElseThrow().articles()).isEqualTo(1);
            writer.commit();
        }
    }

    @Test
    void snapshot_whileCommitsFollowEachOther_isSoundEachTime() throws Exception {
        batch("a");
        try (ExecutorService threads = Executors.newSingleThreadExecutor()) {
            Future<?> writing = threads.submit(() -> {
                for (int i = 0; i < 12; i++) {
                    if (i % 4 == 3) {
                        batch("a", "b" + i);
                    } else {
                        try (ArticleWriter writer = index.openUpdate()) {
                            writer.put(article("c" + i));
                            writer.commit();
                        }
                    }
                }
                return null;
            });
            for (int i = 0; i < 50 && !writing.isDone(); i++) {
                Path copy = folder.resolve("copy" + i);
                index.snapshot(copy);
                assertThat(new LuceneArticleIndex(copy).check().orElseThrow().faults())
                        .isEmpty();
            }
            writing.get();
        }
    }

    @Test
    void snapshot_ontoSomething_isRefused() throws IOException {
        batch("a");
        Files.createDirectories(to);
        index.snapshot(to);
        assertThatThrownBy(() -> index.snapshot(to))
                .isInstanceOf(FileAlreadyExistsException.class)
                .hasMessageContaining(to.toString());
        Path file = Files.writeString(folder.resolve("file"), "x");
        assertThatThrownBy(() -> index.snapshot(file)).isInstanceOf(FileAlreadyExistsException.class);
        assertThat(file).content().isEqualTo("x");
    }

    @Test
    void snapshot_ofADamagedGeneration_namesTheFileAndLeavesNothing() throws IOException {
        batch("a");
        damage(folder.resolve("index"));
        assertThatThrownBy(() -> index.snapshot(to)).hasMessageContaining("_0.cfs");
        assertThat(to).doesNotExist();
        assertThat(folder.resolve("copy.unfinished")).doesNotExist();
    }

    @Test
    void restore_intoAnIndexOrNone_isLiveAndCanBeUndone() throws IOException {
        Generation saved = batch("a", "b");
        index.snapshot(to);
        Generation lost = batch("c");
        Generation restored = index.restore(to);
        assertThat(restored.name()).isGreaterThan(lost.name());
        assertThat(restored.committedAt()).isEqualTo(saved.committedAt());
        assertThat(index.live()).contains(restored);
        assertThat(ids(index)).containsExactly("a", "b");
        assertThat(index.check().orElseThrow().isSound()).isTrue();
        assertThat(index.rollback(null)).isEqualTo(lost);

        LuceneArticleIndex empty = new LuceneArticleIndex(folder.resolve("empty"));
        empty.restore(to);
        assertThat(ids(empty)).containsExactly("a", "b");
        assertThat(empty.tagVocabulary()).isEqualTo(TagVocabulary.of(Map.of("Go", 2)));
    }

    @Test
    void restore_fromNothingOrADamagedCopy_changesNothing() throws IOException {
        Generation live = batch("a");
        assertThatThrownBy(() -> index.restore(folder.resolve("none")))
                .isInstanceOf(GenerationRefusedException.class)
                .hasMessageContaining("archsearch snapshot");
        index.snapshot(to);
        damage(to);
        assertThatThrownBy(() -> index.restore(to)).hasMessageContaining("_0.cfs");
        assertThat(index.live()).contains(live);
        assertThat(new IndexFolder(folder.resolve("index")).names()).hasSize(1);
    }

    @Test
    void restore_whileAWriterIsAtWork_isLockedOut() throws IOException {
        batch("a");
        index.snapshot(to);
        try (ArticleWriter writer = index.openUpdate()) {
            assertThat(writer).isNotNull();
            assertThatThrownBy(() -> index.restore(to)).isInstanceOf(IndexLockedException.class);
        }
    }

    private static void damage(Path index) throws IOException {
        IndexFolder damaged = new IndexFolder(index);
        Path file = damaged.generation(damaged.live().orElseThrow()).resolve("_0.cfs");
        byte[] bytes = Files.readAllBytes(file);
        bytes[bytes.length / 2] ^= 1;
        Files.write(file, bytes);
    }

    private static List<String> ids(LuceneArticleIndex index) throws IOException {
        List<String> ids = new ArrayList<>();
        try (ArticleReader reader = index.openReader().orElseThrow()) {
            for (Article article = reader.next(); article != null; article = reader.next()) {
                ids.add(article.id());
            }
        }
        return ids;
    }

    private Generation batch(String... ids) throws IOException {
        try (ArticleWriter writer = index.openBatch()) {
            for (String id : ids) {
                writer.put(article(id));
            }
            writer.keepTagVocabulary(TagVocabulary.of(Map.of("Go", 2)));
            return writer.commit();
        }
    }

    private static Article article(String id) {
        return Article.builder("Title " + id, "Publisher", LocalDate.of(2019, 1, 1))
                .id(id)
                .build();
    }
}
