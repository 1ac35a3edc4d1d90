package archsearch.benchmarks.relevance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class GlossaryCommandTest {
    @TempDir
    private Path folder;

    private String set = "";
    private final StringWriter out = new StringWriter();

    @BeforeEach
    void writeSet() throws IOException {
        Path articles = Files.writeString(folder.resolve("articles.jsonl"), """
                {"id":"a","title":"秒杀系统的设计","publisher":"P","date":"2020-01-01"}
                {"id":"b","title":"Storage","summary":"Where files lie","publisher":"P","date":"2020-01-02"}
                {"id":"c","title":"Harbour","publisher":"P","date":"2020-01-03"}
                {"id":"d","title":"Redis","publisher":"P","date":"2020-01-04"}
                """);
        Path topics = Files.writeString(folder.resolve("topics"), "1\tflash sale\n2\tport\n3\tredis\n");
        Path judgements = Files.writeString(folder.resolve("qrels"), "1 0 a 1\n2 0 b 1\n3 0 d 1\n");
        set = String.join(":", "small", articles.toString(), topics.toString(), judgements.toString());
    }

    @Test
    void conceptThatFindsTheArticle_gains() throws IOException {
        assertThat(run("秒杀\tflash sale\ttrade\n仓库\twarehouse\ttrade\n")).isZero();

        List<String> lines = out.toString().lines().toList();
        assertThat(lines.get(1).strip().split("\\s+", -1)).startsWith("1", "+1.000", "1", "1", "0", "秒杀");
        assertThat(lines.getLast()).startsWith("1 concepts act; in all +1.000; 0 do more harm");
    }

    @Test
    void conceptThatPutsOthersBeforeTheArticle_isHarmful() throws IOException {
        // Files were wanted, and the harbour has its name in the title.
        assertThat(run("\tport | harbour\tships\n\tport | files\tstorage\n", "--tolerance", "0.1"))
                .isEqualTo(1);

        assertThat(out.toString().lines().toList().get(1))
                .contains("-0.500")
                .contains("port | harbour")
                .contains("small -0.50 \"port\"");
    }

    private int run(String glossary, String... more) throws IOException {
        Path file = Files.writeString(folder.resolve("glossary.tsv"), glossary);
        CommandLine command = new CommandLine(new GlossaryCommand()).setOut(new PrintWriter(out));
        return command.execute(Stream.concat(
                        Stream.of(
                                "--set",
                                set,
                                "--glossary",
                                file.toString(),
                                "--cache",
                                folder.resolve("cache").toString()),
                        Arrays.stream(more))
                .toArray(String[]::new));
    }
}
