package archsearch.indexer.dump;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import archsearch.indexer.article.Article;
import archsearch.indexer.article.Language;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DumpWriterTest {
    private static final Article PLAIN =
            Article.builder("A title", "P", LocalDate.of(2019, 8, 27)).id("a").build();

    @TempDir
    Path folder;

    private static String text(Article... articles) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (DumpWriter writer = DumpWriter.to(out)) {
            for (Article article : articles) {
                writer.write(article);
            }
            writer.finish();
        }
        return out.toString(StandardCharsets.UTF_8);
    }

    @Test
    void line_hasTheFieldsOfTheContractInOrder() throws IOException {
        Article full = Article.builder("秒杀 \"A/B\" \\ <b>", "美团, 技术", LocalDate.of(902, 1, 2))
                .id("x-1")
                .summary("𝕊 😀 e\u0301")
                .tags(List.of("C++", "a,b", "a|b", " "))
                .category("后端")
                .likes(Integer.MAX_VALUE)
                .readMinutes(3)
                .lang(Language.ZH)
                .url("https://例子.cn/?a=\"")
                .build();
        assertThat(text(full))
                .isEqualTo("{\"id\":\"x-1\",\"title\":\"秒杀 \\\"A/B\\\" \\\\ <b>\",\"summary\":\"𝕊 😀 e\u0301\","
                        + "\"tags\":[\"C++\",\"a,b\",\"a|b\",\" \"],\"publisher\":\"美团, 技术\",\"date\":\"0902-01-02\","
                        + "\"category\":\"后端\",\"likes\":2147483647,\"readMinutes\":3,\"lang\":\"zh\","
                        + "\"url\":\"https://例子.cn/?a=\\\"\"}\n");
        assertThat(text(PLAIN, PLAIN))
                .isEqualTo(("{\"id\":\"a\",\"title\":\"A title\",\"summary\":\"\",\"tags\":[],\"publisher\":\"P\","
                                + "\"date\":\"2019-08-27\",\"category\":\"\",\"likes\":0,\"readMinutes\":0,\"lang\":\"en\"}\n")
                        .repeat(2));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"\u0000", "\n", "\u001B", "\u007F", "\u009B", "\u2028", "\u2029", "\u202E", "\u2069", "\uFEFF"})
    void unseenCharacter_isEscaped(String c) throws IOException {
        Article article = Article.builder("a" + c + "b", "P", LocalDate.EPOCH).build();
        assertThat(text(article).strip())
                .doesNotContain(c)
                .containsAnyOf("\\n", String.format("\\u%04X", (int) c.charAt(0)));
    }

    @Test
    void whatIsWritten_isReadBackTheSame() throws IOException {
        List<Article> articles = List.of(
                PLAIN,
                Article.builder("Zero\u200Bwidth \u202Fspace\u00A0", "P \u2028Q", LocalDate.of(9999, 12, 31))
                        .id(" id \\ \"")
                        .tags(List.of("tag,with,commas", "\"", "'", "𝕊"))
                        .build());
        Reading once = Reading.ofText(text(articles.toArray(Article[]::new)));
        assertThat(once.rejects()).isEmpty();
        assertThat(once.articles()).hasSize(2).first().isEqualTo(PLAIN);
        Reading twice = Reading.ofText(text(once.articles().toArray(Article[]::new)));
        assertThat(twice.articles()).isEqualTo(once.articles());
    }

    @ParameterizedTest
    @ValueSource(strings = {"a.jsonl", "new/b.jsonl.gz", "c.JSONL.ZST"})
    void file_finished_takesItsPlaceAndReadsBack(String name) throws IOException {
        Path file = folder.resolve(name);
        for (int round = 0; round < 2; round++) {
            try (DumpWriter writer = DumpWriter.toFile(file)) {
                writer.write(PLAIN);
                writer.finish();
            }
        }
        assertThat(Reading.of(file.toString()).articles()).containsExactly(PLAIN);
        assertThat(Files.readString(file, StandardCharsets.ISO_8859_1).startsWith("{"))
                .isEqualTo(name.endsWith("l"));
        assertThat(listed(file)).containsExactly(file.getFileName().toString());
    }

    @Test
    void file_notFinished_staysAsItWas() throws IOException {
        Path file = Files.writeString(folder.resolve("a.jsonl"), "before");
        try (DumpWriter writer = DumpWriter.toFile(file)) {
            writer.write(PLAIN);
        }
        assertThat(file).hasContent("before");
        assertThat(listed(file)).containsExactly("a.jsonl");
    }

    @Test
    void file_behindALink_isTheOneThatIsWritten() throws IOException {
        Path file = Files.createFile(folder.resolve("a.jsonl"));
        Path link = Files.createSymbolicLink(folder.resolve("link.jsonl"), file);
        try (DumpWriter writer = DumpWriter.toFile(link)) {
            writer.write(PLAIN);
            writer.finish();
        }
        assertThat(link).isSymbolicLink();
        assertThat(file).content().startsWith("{");
    }

    @Test
    void file_thatIsAFolder_isRefused() {
        assertThatThrownBy(() -> DumpWriter.toFile(folder)).hasMessageContaining("is a folder");
    }

    private static List<String> listed(Path file) throws IOException {
        try (Stream<Path> files = Files.list(file.getParent())) {
            return files.map(f -> f.getFileName().toString()).toList();
        }
    }
}
