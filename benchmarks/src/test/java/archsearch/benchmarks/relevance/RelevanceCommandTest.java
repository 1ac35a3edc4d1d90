package archsearch.benchmarks.relevance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class RelevanceCommandTest {
    @TempDir
    private Path folder;

    private String set = "";
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @BeforeEach
    void writeSet() throws IOException {
        Path articles = Files.writeString(folder.resolve("articles.jsonl"), """
                {"id":"a","title":"Kafka page cache","publisher":"P","date":"2020-01-01"}
                {"id":"b","title":"消息队列的设计","summary":"Kafka","publisher":"P","date":"2020-01-02"}
                {"id":"c","title":"Redis","publisher":"P","date":"2020-01-03"}
                """);
        Path topics = Files.writeString(folder.resolve("topics"), "1\tkafka\n2\t消息\n3\tredis\n");
        Path judgements = Files.writeString(folder.resolve("qrels"), "1 0 b 1\n2 0 b 1\n");
        set = String.join(":", "small", articles.toString(), topics.toString(), judgements.toString());
    }

    @Test
    void set_isMeasuredForEveryEngine() {
        assertThat(run("--set", set)).isZero();

        List<String> lines = out.toString().lines().toList();
        assertThat(lines.getFirst()).containsSubsequence("archsearch", "no-glossary", "plain", "cjk");
        // kafka finds b second, 消息 finds it first: (1/2 + 1) / 2.
        assertThat(lines.getLast().split("\\s+", -1))
                .startsWith("small", "2", "|")
                .contains("0.7500");
    }

    @Test
    void runsAndTopics_areWritten() throws IOException {
        Path topics = folder.resolve("topics.tsv");

        assertThat(run(
                        "--set",
                        set,
                        "--engine",
                        "archsearch",
                        "--run-out",
                        folder.resolve("runs").toString(),
                        "--per-topic",
                        topics.toString()))
                .isZero();

        assertThat(Files.readAllLines(topics))
                .containsExactly(
                        "set\tqid\tarchsearch.rank\tarchsearch.ap\tarchsearch.hits\tquery",
                        "small\t1\t2\t0.5000\t2\tkafka",
                        "small\t2\t1\t1.0000\t1\t消息");
        assertThat(Files.readAllLines(folder.resolve("runs/small.archsearch.run")))
                .containsExactly(
                        "1 Q0 a 1 2 archsearch",
                        "1 Q0 b 2 1 archsearch",
                        "2 Q0 b 1 1 archsearch",
                        "3 Q0 c 1 1 archsearch");
    }

    @Test
    void limit_measuresTheTopicsAskedOnly() {
        assertThat(run("--set", set, "--engine", "plain", "--limit", "1")).isZero();

        assertThat(out.toString().lines().toList().getLast().split("\\s+", -1)).startsWith("small", "1");
    }

    @Test
    void unknownEngine_isWrongUse() {
        assertThat(run("--set", set, "--engine", "solr")).isEqualTo(2);

        assertThat(err.toString()).contains("'solr'", "archsearch, no-glossary, plain, cjk");
    }

    @Test
    void nothingToMeasure_isWrongUse() {
        assertThat(run()).isEqualTo(2);
        assertThat(err.toString()).contains("--data", "--set");
    }

    private int run(String... arguments) {
        List<String> all = new ArrayList<>(List.of(arguments));
        all.addAll(List.of("--cache", folder.resolve("cache").toString(), "--threads", "2"));
        all.addAll(List.of("--glossary", "src/test/resources/archsearch/benchmarks/terms.tsv"));
        return new CommandLine(new RelevanceCommand())
                .setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(err, true))
                .execute(all.toArray(new String[0]));
    }
}
