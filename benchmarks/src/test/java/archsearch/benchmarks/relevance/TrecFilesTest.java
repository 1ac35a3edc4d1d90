package archsearch.benchmarks.relevance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TrecFilesTest {
    @TempDir
    private Path folder;

    @Test
    void topics_asTabSeparatedLines_areRead() throws IOException {
        Path file = file("1\tkafka 消息\n\n2\t\"page cache\" -redis\n");

        assertThat(Topic.read(file))
                .containsExactly(new Topic("1", "kafka 消息"), new Topic("2", "\"page cache\" -redis"));
    }

    @Test
    void topics_inTrecForm_areReadFromNumberAndTitle() throws IOException {
        Path file = file("""
                <top>
                <num> Number: 51
                <title> Topic: flash sale
                  systems
                <desc> Description: how to build them
                </top>
                <top><num>52</num><title>秒杀</title></top>
                """);

        assertThat(Topic.read(file)).containsExactly(new Topic("51", "flash sale systems"), new Topic("52", "秒杀"));
    }

    @Test
    void topicLine_withoutTab_isRefusedWithItsPlace() throws IOException {
        Path file = file("1\tkafka\nkafka streams\n");

        assertThatThrownBy(() -> Topic.read(file))
                .isInstanceOf(IOException.class)
                .hasMessageContaining(file + ":2")
                .hasMessageContaining("kafka streams");
    }

    @Test
    void judgements_inTrecForm_areRead() throws IOException {
        Judgements judgements = Judgements.read(file("1 0 a 2\n1 0 b 0\n2\t0\tc\t1\n"));

        assertThat(judgements.grades()).isEqualTo(Map.of("1", Map.of("a", 2, "b", 0), "2", Map.of("c", 1)));
        assertThat(judgements.relevant("1")).containsExactly("a");
        assertThat(judgements.relevant("3")).isEmpty();
    }

    @Test
    void judgementLine_withAnotherNumberOfColumns_isRefusedWithItsPlace() throws IOException {
        Path file = file("1 0 a 2\n1 a 2\n");

        assertThatThrownBy(() -> Judgements.read(file)).hasMessageContaining(file + ":2");
    }

    @Test
    void run_isWrittenWithRanksFromOneAndFallingScores() throws IOException {
        Map<String, List<String>> rankings = new LinkedHashMap<>();
        rankings.put("2", List.of("a", "b"));
        rankings.put("1", List.of("c"));
        Path file = folder.resolve("run");

        new Run("plain", rankings, 0).write(file);

        assertThat(Files.readAllLines(file))
                .containsExactly("2 Q0 a 1 2 plain", "2 Q0 b 2 1 plain", "1 Q0 c 1 1 plain");
    }

    @Test
    void setOption_withoutFourParts_isRefused() {
        assertThat(TestSet.parse("n:a.jsonl:t.tsv:q.txt"))
                .isEqualTo(new TestSet("n", Path.of("a.jsonl"), Path.of("t.tsv"), Path.of("q.txt")));
        assertThatThrownBy(() -> TestSet.parse("n:a.jsonl:t.tsv")).hasMessageContaining("NAME:ARTICLES:TOPICS:QRELS");
    }

    private Path file(String content) throws IOException {
        return Files.writeString(folder.resolve("file"), content);
    }
}
