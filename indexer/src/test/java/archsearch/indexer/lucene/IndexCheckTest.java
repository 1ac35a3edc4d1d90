package archsearch.indexer.lucene;

import static org.assertj.core.api.Assertions.assertThat;

import archsearch.indexer.ArticleWriter;
import archsearch.indexer.Generation;
import archsearch.indexer.IndexCondition;
import archsearch.indexer.IndexCondition.Neighbour;
import archsearch.indexer.IndexCondition.Part;
import archsearch.indexer.article.Article;
import archsearch.indexer.tags.TagVocabulary;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.KeywordField;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.NoMergePolicy;
import org.apache.lucene.store.FSDirectory;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class IndexCheckTest {
    @TempDir
    Path folder;

    private LuceneArticleIndex index;

    @BeforeEach
    void name() {
        index = new LuceneArticleIndex(folder);
    }

    @Test
    void check_nothingCommitted_isEmpty() throws IOException {
        assertThat(index.check()).isEmpty();
        assertThat(new LuceneArticleIndex(folder.resolve("none")).check()).isEmpty();
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void check_afterUpdates_isSound() throws IOException {
        batch("a", "b");
        try (ArticleWriter writer = index.openUpdate()) {
            writer.put(article("b"));
            writer.put(article("c"));
            writer.delete("a");
            writer.commit();
        }
        IndexCondition condition = index.check().orElseThrow();
        assertThat(condition.faults()).isEmpty();
        assertThat(condition.generation()).isEqualTo(index.live().orElseThrow());
        assertThat(condition.articles()).isEqualTo(2);
        assertThat(condition.format()).isEqualTo(CommitData.CURRENT_FORMAT);
        assertThat(condition.files()).isPositive();
        assertThat(condition.bytes()).isPositive();
    }

    @Test
    void check_whileAWriterIsAtWork_isSoundAndTakesNoLock() throws IOException {
        batch("a");
        try (ArticleWriter writer = index.openUpdate()) {
            writer.put(article("b"));
            assertThat(index.check().orElseThrow().faults()).isEmpty();
            writer.commit();
        }
        assertThat(index.check().orElseThrow().articles()).isEqualTo(2);
    }

    @Test
    void check_neighbours_areToldByKind() throws IOException {
        batch("a");
        batch("b");
        String previous = folderName(batch("c"));
        batch("d");
        for (String name : List.of("20000101T000000.000Z", "21000101T000000.000Z")) {
            Files.createDirectories(folder.resolve("generations").resolve(name));
        }
        IndexCondition condition = index.check().orElseThrow();
        assertThat(condition.isSound()).isTrue();
        assertThat(condition.neighbours())
                .contains(
                        new Neighbour("20000101T000000.000Z", Neighbour.Kind.LEFTOVER),
                        new Neighbour(previous, Neighbour.Kind.PREVIOUS),
                        new Neighbour("21000101T000000.000Z", Neighbour.Kind.UNFINISHED))
                .extracting(Neighbour::kind)
                .containsOnlyOnce(Neighbour.Kind.PREVIOUS);
    }

    @Test
    void pointer_missingOrOfNonsenseOrToNothing_isNamed() throws IOException {
        batch("a");
        Path pointer = folder.resolve("CURRENT");
        for (String text : List.of("garbage", "20000101T000000.000Z", "")) {
            if (text.isEmpty()) {
                Files.delete(pointer);
            } else {
                Files.writeString(pointer, text);
            }
            IndexCondition condition = index.check().orElseThrow();
            assertThat(condition.faults()).singleElement().satisfies(fault -> {
                assertThat(fault.part()).isEqualTo(Part.POINTER);
                assertThat(fault.where()).isEqualTo(pointer.toString());
            });
            assertThat(condition.isReadable()).isFalse();
        }
    }

    @Test
    void file_changedCutShortOrMissing_isNamed() throws IOException {
        batch("a", "b", "c");
        for (Path file : files()) {
            byte[] sound = Files.readAllBytes(file);
            byte[] changed = sound.clone();
            changed[sound.length / 2] ^= 0x40;
            byte[] cut = Arrays.copyOf(sound, sound.length - 1);
            for (byte[] damage : new byte[][] {changed, cut, null}) {
                if (damage == null) {
                    Files.delete(file);
                } else {
                    Files.write(file, damage);
                }
                IndexCondition condition = index.check().orElseThrow();
                boolean noCommit =
                        damage == null && file.getFileName().toString().startsWith("segments_");
                String where = noCommit ? String.valueOf(file.getParent()) : file.toString();
                assertThat(condition.faults())
                        .as("%s, %s", file, damage == null ? "missing" : damage.length)
                        .isNotEmpty()
                        .allSatisfy(fault -> assertThat(fault.where()).isEqualTo(where))
                        .allSatisfy(fault -> assertThat(fault.part())
                                .isEqualTo(where.contains("vocabulary") ? Part.VOCABULARY : Part.FILE));
                assertThat(condition.isReadable()).isEqualTo(where.contains("vocabulary"));
            }
            Files.write(file, sound);
        }
        assertThat(index.check().orElseThrow().isSound()).isTrue();
    }

    @Test
    void format_another_isTold() throws IOException {
        batch("a");
        commit(Map.of("archsearch.format", "0"));
        IndexCondition condition = index.check().orElseThrow();
        assertThat(condition.format()).isEqualTo("0");
        assertThat(condition.faults()).singleElement().satisfies(fault -> {
            assertThat(fault.part()).isEqualTo(Part.FORMAT);
            assertThat(fault.detail()).contains("format 0", "format " + CommitData.CURRENT_FORMAT);
        });
    }

    @Test
    void articles_twiceWithoutAFieldAndOfAnotherNumber_areTold() throws IOException {
        batch("a", "b");
        Document bare = new Document();
        bare.add(new KeywordField(IndexSchema.ID, "bare", KeywordField.Store.YES));
        commit(
                CommitData.at(Instant.EPOCH, null, 7).userData(),
                IndexSchema.facetsConfig().build(IndexSchema.document(article("b"))),
                bare);
        IndexCondition condition = index.check().orElseThrow();
        assertThat(condition.faults())
                .extracting(IndexCondition.Fault::part)
                .containsExactly(Part.ID, Part.ARTICLE, Part.COUNT);
        assertThat(condition.faults().get(0).where()).isEqualTo("b");
        assertThat(condition.faults().get(1).detail()).contains("bare");
        assertThat(condition.faults().get(2).detail()).contains("4 articles", "states 7");
        assertThat(condition.articles()).isEqualTo(3);
    }

    private void commit(Map<String, String> data, Document... documents) throws IOException {
        Path live =
                folder.resolve("generations").resolve(folderName(index.live().orElseThrow()));
        IndexWriterConfig config = new IndexWriterConfig(IndexSchema.analyzer()).setMergePolicy(NoMergePolicy.INSTANCE);
        try (FSDirectory directory = FSDirectory.open(live);
                IndexWriter writer = new IndexWriter(directory, config)) {
            for (Document document : documents) {
                writer.addDocument(document);
            }
            writer.setLiveCommitData(data.entrySet());
            writer.commit();
        }
    }

    private static String folderName(Generation generation) {
        return generation.name().substring(0, generation.name().lastIndexOf('-'));
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

    private List<Path> files() throws IOException {
        try (Stream<Path> files = Files.walk(folder.resolve("generations"))) {
            return files.filter(Files::isRegularFile)
                    .filter(file -> !file.getFileName().toString().equals("write.lock"))
                    .sorted()
                    .toList();
        }
    }

    private static Article article(String id) {
        return Article.builder("Title " + id, "Publisher", LocalDate.of(2019, 1, 1))
                .id(id)
                .tags(List.of("Go"))
                .build();
    }
}
