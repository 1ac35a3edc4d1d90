package archsearch.indexer.lucene;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import archsearch.indexer.ArticleReader;
import archsearch.indexer.ArticleWriter;
import archsearch.indexer.BatchIndexer;
import archsearch.indexer.IndexJob;
import archsearch.indexer.IndexProgress;
import archsearch.indexer.IndexReport;
import archsearch.indexer.article.Article;
import archsearch.indexer.dump.DumpWriter;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Articles read back from the index, and the dump that they make. */
class ArticleReaderTest {
    /** Every kind of text that a dump can be made of and that a reader is likely to trip over. */
    private static final String HOSTILE = """
            {"title":"\\"quotes\\" 'single' \\\\ back\\/slash <script>&amp;","publisher":"P","date":"2019-08-27","tags":["a,b","c|d","\\"e\\"","C++",".NET"]}
            {"title":"control \\u0000\\u0007\\u001b[2J \\t\\n\\r\\u007f\\u0085\\u009b end","publisher":"P","date":"2019-08-27"}
            {"title":"bidi \\u202eevil\\u202c \\u2066x\\u2069 \\u200f\\u061c\\ufeff end","publisher":"P","date":"2019-08-27"}
            {"title":"astral 😀 𝕊 𠮷野家 \\ud83d\\ude80","summary":"half \\ud83d pair \\ude80","publisher":"𠮷","date":"2019-08-27"}
            {"id":"z","title":"empty fields","publisher":"P","date":"0001-01-01","summary":"","tags":[],"category":"","url":null,"likes":null}
            {"id":"😀","title":"lines \\u2028 and \\u2029 end","publisher":"P","date":"9999-12-31","url":"https://x/?q=%20|\\u00e9","lang":"zh"}
            {"id":"\\uffee","title":"below the astral id by code points, above it by chars","publisher":"P","date":"2019-01-01"}
            {"id":" spaces around ","title":"\\u00a0no-break\\u202finside\\u3000","publisher":"\\u200bP\\u200b","date":"2019-01-01","tags":["  t  ","t",""]}
            {"title":"e\\u0301 ﬁ Ａ ｶﾞ 계 \\u1100\\u1161","publisher":"forms","date":"2019-01-01","likes":2147483647,"readMinutes":2147483647}
            """;

    @TempDir
    Path folder;

    private LuceneArticleIndex index(String name) {
        return new LuceneArticleIndex(folder.resolve(name));
    }

    private static IndexReport index(LuceneArticleIndex into, Path dump) throws IOException {
        return new BatchIndexer(into).run(IndexJob.of(List.of(dump.toString())).build(), IndexProgress.NONE);
    }

    private static String export(LuceneArticleIndex index) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ArticleReader reader = index.openReader().orElseThrow();
                DumpWriter writer = DumpWriter.to(out)) {
            for (Article article = reader.next(); article != null; article = reader.next()) {
                writer.write(article);
            }
            writer.finish();
        }
        return out.toString(StandardCharsets.UTF_8);
    }

    private static List<String> ids(ArticleReader reader) throws IOException {
        List<String> ids = new ArrayList<>();
        for (Article article = reader.next(); article != null; article = reader.next()) {
            ids.add(article.id());
        }
        return ids;
    }

    @ParameterizedTest
    @ValueSource(strings = {"backend-architecture-page-8.txt", "architecture-zh.jsonl", "hostile.jsonl"})
    void export_indexedAgain_givesTheSameBytes(String dump) throws IOException {
        Path file = dump.equals("hostile.jsonl")
                ? Files.writeString(folder.resolve(dump), HOSTILE)
                : Path.of("..", "data", dump);
        IndexReport report = index(index("one"), file);
        assertThat(report.rejected()).isZero();
        String first = export(index("one"));
        assertThat(first.lines()).hasSize((int) report.indexed());

        IndexReport again = index(index("two"), Files.writeString(folder.resolve("export.jsonl"), first));
        assertThat(again.rejects()).isEmpty();
        assertThat(again.summary().unknownFields()).isEmpty();
        assertThat(again.indexed()).isEqualTo(report.indexed());
        assertThat(export(index("two"))).isEqualTo(first);
        assertThat(first.lines()).noneMatch(line -> line.contains("\"url\":null"));
    }

    @Test
    void export_withoutTheIds_givesThemAgain() throws IOException {
        index(index("one"), Path.of("..", "data", "backend-architecture-page-8.txt"));
        String first = export(index("one"));
        String without = first.replaceAll("(?m)^\\{\"id\":\"[0-9a-f]{20}\",", "{");
        assertThat(without).doesNotContain("\"id\"");
        index(index("two"), Files.writeString(folder.resolve("export.jsonl"), without));
        assertThat(export(index("two"))).isEqualTo(first);
    }

    @Test
    void order_isThatOfCodePoints_howeverTheArticlesWereWritten() throws IOException {
        List<String> ids = List.of("", "b", "a", "B", "é", "ab", "\uFFEE", "😀", "10", "9").stream()
                .filter(id -> !id.isEmpty())
                .toList();
        List<String> sorted = List.of("10", "9", "B", "a", "ab", "b", "é", "\uFFEE", "😀");
        try (ArticleWriter writer = index("one").openBatch()) {
            for (String id : ids) {
                writer.put(article(id, "first"));
            }
            writer.put(article("deleted", "first"));
            writer.commit();
        }
        for (String id : ids.reversed()) {
            try (ArticleWriter writer = index("one").openUpdate()) {
                writer.put(article(id, "second"));
                writer.delete("deleted");
                writer.commit();
            }
        }
        try (ArticleReader reader = index("one").openReader().orElseThrow()) {
            assertThat(reader.generation()).isEqualTo(index("one").live().orElseThrow());
            assertThat(ids(reader)).isEqualTo(sorted);
            assertThat(reader.next()).isNull();
        }
    }

    @Test
    void reader_whileWritersGoOn_readsTheGenerationItOpened() throws IOException {
        LuceneArticleIndex index = index("one");
        write(index.openBatch(), "a", "b");
        try (ArticleReader reader = index.openReader().orElseThrow()) {
            write(index.openUpdate(), "c");
            for (int i = 0; i < 3; i++) {
                write(index.openBatch(), "d");
            }
            assertThat(List.of(reader.contains("a"), reader.contains("c"), reader.contains("")))
                    .containsExactly(true, false, false);
            assertThat(ids(reader)).containsExactly("a", "b");
        }
    }

    @Test
    void contains_deletedOrReplaced_isTold() throws IOException {
        LuceneArticleIndex index = index("one");
        write(index.openBatch(), "a", "b", "c");
        try (ArticleWriter writer = index.openUpdate()) {
            writer.delete("a");
            writer.put(article("b", "again"));
            writer.commit();
        }
        try (ArticleReader reader = index.openReader().orElseThrow()) {
            assertThat(Stream.of("a", "b", "c", "d").filter(id -> contains(reader, id)))
                    .containsExactly("b", "c");
        }
    }

    private static boolean contains(ArticleReader reader, String id) {
        try {
            return reader.contains(id);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void reader_emptyGeneration_hasNoArticle() throws IOException {
        write(index("one").openBatch());
        try (ArticleReader reader = index("one").openReader().orElseThrow()) {
            assertThat(reader.next()).isNull();
            assertThat(reader.contains("a")).isFalse();
        }
    }

    @Test
    void reader_withoutAnIndex_isNone() throws IOException {
        assertThat(index("none").openReader()).isEmpty();
        assertThat(folder.resolve("none")).doesNotExist();
    }

    @Test
    void reader_damagedIndex_saysWhatToRun() throws IOException {
        write(index("one").openBatch(), "a");
        Path generations = folder.resolve("one/generations");
        try (Stream<Path> files = Files.walk(generations)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                if (file.getFileName().toString().startsWith("segments_")) {
                    Files.writeString(file, "garbage");
                }
            }
        }
        assertThatThrownBy(() -> index("one").openReader())
                .isInstanceOf(UnreadableIndexException.class)
                .hasMessageContaining("archsearch check --index " + folder.resolve("one"));
    }

    private static void write(ArticleWriter opened, String... ids) throws IOException {
        try (ArticleWriter writer = opened) {
            for (String id : ids) {
                writer.put(article(id, "T"));
            }
            writer.commit();
        }
    }

    private static Article article(String id, String title) {
        return Article.builder(title, "P", LocalDate.of(2019, 1, 1)).id(id).build();
    }
}
