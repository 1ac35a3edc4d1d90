package archsearch.indexer.lucene;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import archsearch.indexer.ArticleReader;
import archsearch.indexer.ArticleWriter;
import archsearch.indexer.Generation;
import archsearch.indexer.GenerationRefusedException;
import archsearch.indexer.IndexLockedException;
import archsearch.indexer.article.Article;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RollbackTest {
    @TempDir
    Path folder;

    private LuceneArticleIndex index;

    @BeforeEach
    void name() {
        index = new LuceneArticleIndex(folder);
    }

    @Test
    void rollback_nothingToGoBackTo_saysSoAndChangesNothing() throws IOException {
        assertThatThrownBy(() -> index.rollback(null))
                .isInstanceOf(GenerationRefusedException.class)
                .hasMessageContaining(folder.toString());
        assertThatThrownBy(() -> new LuceneArticleIndex(folder.resolve("none")).rollback(null))
                .isInstanceOf(GenerationRefusedException.class);
        assertThat(folder.resolve("none")).doesNotExist();
        Generation live = batch("a");
        assertThatThrownBy(() -> index.rollback(null)).isInstanceOf(GenerationRefusedException.class);
        assertThat(index.live()).contains(live);
    }

    @Test
    void rollback_afterABatchAndAnUpdate_goesBehindBoth() throws IOException {
        Generation good = batch("a", "b");
        batch("c");
        try (ArticleWriter writer = index.openUpdate()) {
            writer.put(article("d"));
            writer.commit();
        }
        assertThat(index.rollback(null)).isEqualTo(good);
        assertThat(index.live()).contains(good);
        assertThat(index.check().orElseThrow().isSound()).isTrue();
    }

    @Test
    void rollback_toTheOneThatWasLeft_goesForthAgain() throws IOException {
        Generation first = batch("a");
        Generation second = batch("b");
        assertThat(index.rollback(null)).isEqualTo(first);
        assertThat(index.rollback(second.name())).isEqualTo(second);
        assertThat(index.rollback(second.name())).as("live already").isEqualTo(second);
    }

    @Test
    void writersAfterARollback_keepWhatIsLiveAndDeleteWhatWasLeft() throws IOException {
        Generation first = batch("a");
        batch("b");
        index.rollback(null);
        Generation third = batch("c");
        assertThat(new IndexFolder(folder).names())
                .hasSize(2)
                .noneMatch(name -> third.name().compareTo(name) < 0);
        assertThat(index.rollback(null)).isEqualTo(first);
    }

    @Test
    void rollback_generationBeforeDamaged_isRefusedWithTheFile() throws IOException {
        Generation damaged = batch("a");
        Generation live = batch("b");
        Path file = damage(damaged, "_0.cfs");
        assertThatThrownBy(() -> index.rollback(null))
                .isInstanceOf(GenerationRefusedException.class)
                .hasMessageContaining(file.toString())
                .hasMessageContaining("archsearch index");
        assertThat(index.live()).contains(live);
    }

    @Test
    void rollback_pointerDamagedOrToNothing_goesToTheNewestThatIsSound() throws IOException {
        Generation sound = batch("a");
        damage(batch("b"), "_0.cfs");
        for (String pointer : new String[] {"garbage", "20990101T000000.000Z", "20000101T000000.000Z"}) {
            Files.writeString(folder.resolve("CURRENT"), pointer);
            assertThat(index.rollback(null)).isEqualTo(sound);
        }
        Files.delete(folder.resolve("CURRENT"));
        assertThat(index.rollback(null)).isEqualTo(sound);
    }

    @Test
    void rollback_whileAWriterIsAtWork_isLockedOut() throws IOException {
        batch("a");
        batch("b");
        try (ArticleWriter writer = index.openUpdate()) {
            assertThat(writer).isNotNull();
            assertThatThrownBy(() -> new LuceneArticleIndex(folder).rollback(null))
                    .isInstanceOf(IndexLockedException.class);
        }
        index.rollback(null);
    }

    @Test
    void reader_ofAGenerationThatIsDeleted_readsOn() throws IOException {
        batch("a", "b");
        try (ArticleReader reader = index.openReader().orElseThrow()) {
            batch("c");
            batch("d");
            batch("e");
            assertThat(reader.next()).isEqualTo(article("a"));
            assertThat(reader.next()).isEqualTo(article("b"));
        }
    }

    private Path damage(Generation generation, String file) throws IOException {
        String name = generation.name().substring(0, generation.name().lastIndexOf('-'));
        Path path = folder.resolve("generations").resolve(name).resolve(file);
        byte[] bytes = Files.readAllBytes(path);
        bytes[bytes.length / 2] ^= 1;
        Files.write(path, bytes);
        return path;
    }

    private Generation batch(String... ids) throws IOException {
        try (ArticleWriter writer = index.openBatch()) {
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
