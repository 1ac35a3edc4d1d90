package archsearch.indexer.lucene;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import archsearch.indexer.ArticleWriter;
import archsearch.indexer.CommitTerms;
import archsearch.indexer.Generation;
import archsearch.indexer.GenerationRefusedException;
import archsearch.indexer.article.Article;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.lucene.store.FSDirectory;
import org.apache.lucene.store.FilterDirectory;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is refused before it goes live. */
class SwitchCheckTest {
    @TempDir
    Path folder;

    private LuceneArticleIndex index;

    @BeforeEach
    void name() {
        index = new LuceneArticleIndex(folder);
    }

    @Test
    void batch_asManyArticlesAsStated_goesLive() throws IOException {
        assertThat(batch(index, new CommitTerms(300, 0), 300).articles()).isEqualTo(300);
    }

    @Test
    void batch_ofAnotherNumberOfArticles_isRefusedAndLeavesNothing() throws IOException {
        Generation live = batch(index, CommitTerms.SOUND, 2);
        assertThatThrownBy(() -> batch(index, new CommitTerms(4, 0), 3))
                .isInstanceOf(GenerationRefusedException.class)
                .hasMessageContaining("3 articles")
                .hasMessageContaining("4 articles")
                .hasMessageContaining("left as it is");
        assertThat(index.live()).contains(live);
        assertThat(new IndexFolder(folder).names()).hasSize(1);
    }

    @Test
    void batch_farFewerArticlesThanBefore_isRefusedUnlessAnyNumberWillDo() throws IOException {
        Generation live = batch(index, CommitTerms.SOUND, 10);
        assertThatThrownBy(() -> batch(index, new CommitTerms(4, 50), 4))
                .isInstanceOf(GenerationRefusedException.class)
                .hasMessageContaining("4 articles")
                .hasMessageContaining("50% of the 10 articles")
                .hasMessageContaining("--force");
        assertThat(index.live()).contains(live);
        assertThat(batch(index, new CommitTerms(5, 50), 5).articles()).isEqualTo(5);
        assertThat(batch(index, new CommitTerms(1, 0), 1).articles()).isEqualTo(1);
    }

    @Test
    void batch_overADamagedGeneration_isComparedWithTheOneBefore() throws IOException {
        batch(index, CommitTerms.SOUND, 10);
        Generation live = batch(index, CommitTerms.SOUND, 10);
        String name = live.name().substring(0, live.name().lastIndexOf('-'));
        Path commit = folder.resolve("generations").resolve(name).resolve("segments_1");
        byte[] damaged = Files.readAllBytes(commit);
        damaged[damaged.length / 2] ^= 1;
        Files.write(commit, damaged);
        assertThatThrownBy(() -> batch(index, new CommitTerms(4, 50), 4))
                .isInstanceOf(GenerationRefusedException.class)
                .hasMessageContaining("10 articles");
        assertThat(batch(index, new CommitTerms(9, 50), 9).articles()).isEqualTo(9);
    }

    /** A bit changes on its way to the disk, without any error. */
    @ParameterizedTest
    @ValueSource(strings = {".cfs", ".cfe", ".si"})
    void batch_onADiskThatSpoilsAFile_isRefusedWithItsPath(String suffix) throws IOException {
        Generation live = batch(index, CommitTerms.SOUND, 2);
        LuceneArticleIndex faulty = new LuceneArticleIndex(
                new IndexFolder(folder, place -> new SpoilingDirectory(place, suffix)), Clock.systemUTC());
        assertThatThrownBy(() -> batch(faulty, CommitTerms.SOUND, 300)).hasMessageContaining(suffix);
        assertThat(index.live()).contains(live);
        assertThat(new IndexFolder(folder).names()).hasSize(1);
    }

    @Test
    void update_ofAnotherNumberOfArticles_isUndone() throws IOException {
        Generation live = batch(index, CommitTerms.SOUND, 2);
        try (ArticleWriter writer = index.openUpdate()) {
            writer.put(article(7));
            assertThatThrownBy(() -> writer.commit(new CommitTerms(2, 0)))
                    .isInstanceOf(GenerationRefusedException.class);
        }
        assertThat(index.live()).contains(live);
        assertThat(index.check().orElseThrow().isSound()).isTrue();
    }

    @Test
    void probes_putTwiceAndDeleted_areOfTheLastState() throws IOException {
        batch(index, CommitTerms.SOUND, 3);
        try (ArticleWriter writer = index.openUpdate()) {
            writer.put(article(1));
            writer.put(Article.builder("另一个标题", "p", LocalDate.of(2020, 1, 1))
                    .id("a1")
                    .build());
            writer.delete("a0");
            writer.put(article(2));
            writer.delete("a2");
            writer.put(article(2));
            assertThat(writer.commit(new CommitTerms(2, 0)).articles()).isEqualTo(2);
        }
    }

    private static Generation batch(LuceneArticleIndex index, CommitTerms terms, int articles) throws IOException {
        try (ArticleWriter writer = index.openBatch()) {
            for (Article article : IntStream.range(0, articles)
                    .mapToObj(SwitchCheckTest::article)
                    .toList()) {
                writer.put(article);
            }
            return writer.commit(terms);
        }
    }

    private static Article article(int number) {
        return Article.builder("Title of C++ 秒杀系统 " + number, "Publisher", LocalDate.of(2019, 1, 1))
                .id("a" + number)
                .tags(List.of("Go", "go"))
                .build();
    }

    /** Flips a bit in the middle of each file of one kind once it is written. */
    private static final class SpoilingDirectory extends FilterDirectory {
        private final Path place;
        private final String suffix;

        SpoilingDirectory(Path place, String suffix) throws IOException {
            super(FSDirectory.open(place));
            this.place = place;
            this.suffix = suffix;
        }

        @Override
        public void sync(Collection<String> names) throws IOException {
            super.sync(names);
            for (String name : names) {
                if (name.endsWith(suffix)) {
                    byte[] bytes = Files.readAllBytes(place.resolve(name));
                    bytes[bytes.length / 2] ^= 4;
                    Files.write(place.resolve(name), bytes);
                }
            }
        }
    }
}
