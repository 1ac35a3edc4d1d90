package archsearch.indexer.lucene;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import archsearch.indexer.ArticleWriter;
import archsearch.indexer.Generation;
import archsearch.indexer.IndexLockedException;
import archsearch.indexer.article.Article;
import archsearch.indexer.tags.TagVocabulary;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.store.FSDirectory;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LuceneArticleIndexTest {
    @TempDir
    Path folder;

    private LuceneArticleIndex index;

    @BeforeEach
    void name() {
        index = new LuceneArticleIndex(folder);
    }

    @Test
    void live_nothingCommitted_isEmpty() throws IOException {
        assertThat(index.live()).isEmpty();
    }

    @Test
    void batch_committed_replacesWhatWasLive() throws IOException {
        Generation first = batch("a", "b");
        Generation second = batch("c");
        assertThat(second.name()).isGreaterThan(first.name());
        assertThat(index.live()).contains(second);
        assertThat(second.articles()).isEqualTo(1);
    }

    @Test
    void batch_closedWithoutCommit_changesNothingAndLeavesNothing() throws IOException {
        Generation live = batch("a");
        try (ArticleWriter writer = index.openBatch()) {
            writer.put(article("b"));
        }
        assertThat(index.live()).contains(live);
        assertThat(generations()).hasSize(1);
    }

    @Test
    void batch_manyTimes_keepsTheLiveAndTheLastGoodGeneration() throws IOException {
        batch("a");
        batch("b");
        batch("c");
        Generation live = batch("d");
        assertThat(generations()).hasSizeBetween(2, 3).anyMatch(g -> live.name().startsWith(g));
        try (ArticleWriter writer = index.openBatch()) {
            assertThat(writer).isNotNull();
            assertThat(generations())
                    .as("live, last good and the one being built")
                    .hasSize(3);
        }
    }

    @Test
    void update_committed_replacesById() throws IOException {
        batch("a", "b");
        Generation updated;
        try (ArticleWriter writer = index.openUpdate()) {
            writer.put(article("b"));
            writer.put(article("c"));
            writer.delete("a");
            updated = writer.commit();
        }
        assertThat(updated.articles()).isEqualTo(2);
        assertThat(index.live()).contains(updated);
    }

    @Test
    void update_closedWithoutCommit_changesNothing() throws IOException {
        Generation live = batch("a");
        try (ArticleWriter writer = index.openUpdate()) {
            writer.delete("a");
        }
        assertThat(index.live()).contains(live);
    }

    @Test
    void update_withoutAnIndex_startsOne() throws IOException {
        try (ArticleWriter writer = index.openUpdate()) {
            writer.put(article("a"));
            writer.commit();
        }
        assertThat(index.live().orElseThrow().articles()).isEqualTo(1);
    }

    @Test
    void open_whileAnotherWriterIsAtWork_saysWho() throws IOException {
        try (ArticleWriter writer = index.openBatch()) {
            assertThat(writer).isNotNull();
            assertThatThrownBy(() -> new LuceneArticleIndex(folder).openUpdate())
                    .isInstanceOf(IndexLockedException.class)
                    .hasMessageContaining(folder.toString())
                    .hasMessageContaining("process " + ProcessHandle.current().pid());
        }
        batch("a");
    }

    @Test
    void live_pointerOfNonsense_saysWhatToDo() throws IOException {
        Files.writeString(folder.resolve("CURRENT"), "../../etc");
        assertThatThrownBy(index::live).isInstanceOf(IOException.class).hasMessageContaining("build the index again");
    }

    @Test
    void batch_overAPointerOfNonsense_mendsItAndDeletesNothing() throws IOException {
        Generation lost = batch("a");
        Files.writeString(folder.resolve("CURRENT"), "garbage");
        Generation mended = batch("b");
        assertThat(index.live()).contains(mended);
        assertThat(generations()).anyMatch(g -> lost.name().startsWith(g));
    }

    @Test
    void update_ofAnotherFormat_isRefusedWithTheCommandToRun() throws IOException {
        batch("a");
        Path live = folder.resolve("generations").resolve(generations().getFirst());
        try (FSDirectory directory = FSDirectory.open(live);
                IndexWriter foreign = new IndexWriter(directory, new IndexWriterConfig())) {
            foreign.setLiveCommitData(Map.of("archsearch.format", "0").entrySet());
            foreign.commit();
        }
        assertThatThrownBy(index::openUpdate)
                .isInstanceOf(UnreadableIndexException.class)
                .hasMessageContaining("format 0")
                .hasMessageContaining("archsearch index");
        batch("b");
    }

    @Test
    void tagVocabulary_kept_livesAndDiesWithItsGeneration() throws IOException {
        TagVocabulary first = TagVocabulary.of(Map.of("Kafka", 3, "消息队列", 1.5));
        try (ArticleWriter writer = index.openBatch()) {
            writer.put(article("a"));
            writer.keepTagVocabulary(first);
            writer.commit();
        }
        assertThat(index.tagVocabulary()).isEqualTo(first);
        try (ArticleWriter writer = index.openUpdate()) {
            writer.keepTagVocabulary(TagVocabulary.of(Map.of("Go", 1)));
        }
        assertThat(index.tagVocabulary()).as("an update that was not committed").isEqualTo(first);
        try (ArticleWriter writer = index.openUpdate()) {
            writer.put(article("b"));
            writer.commit();
        }
        assertThat(index.tagVocabulary()).as("an update that kept none").isEqualTo(first);
        TagVocabulary second = first.mergedWith(TagVocabulary.of(Map.of("Go", 1)));
        try (ArticleWriter writer = index.openUpdate()) {
            writer.put(article("c"));
            writer.keepTagVocabulary(second);
            writer.commit();
        }
        assertThat(index.tagVocabulary()).isEqualTo(second);
        batch("d");
        assertThat(index.tagVocabulary()).isEqualTo(TagVocabulary.empty());
    }

    private Generation batch(String... ids) throws IOException {
        try (ArticleWriter writer = index.openBatch()) {
            for (String id : ids) {
                writer.put(article(id));
            }
            return writer.commit();
        }
    }

    private List<String> generations() throws IOException {
        try (Stream<Path> folders = Files.list(folder.resolve("generations"))) {
            return folders.map(f -> f.getFileName().toString()).sorted().toList();
        }
    }

    private static Article article(String id) {
        return Article.builder("Title " + id, "Publisher", LocalDate.of(2019, 1, 1))
                .id(id)
                .tags(List.of("Go", "go"))
                .build();
    }
}
