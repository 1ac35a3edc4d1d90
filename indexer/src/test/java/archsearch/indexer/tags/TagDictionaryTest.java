package archsearch.indexer.tags;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TagDictionaryTest {
    @TempDir
    Path folder;

    private Path file(String content) throws IOException {
        return Files.writeString(folder.resolve("tags.txt"), content);
    }

    private TagModel model(TagDictionary dictionary) {
        return new TagLearner(KnownTags.bundled(), dictionary, TagVocabulary.empty()).learn();
    }

    @Test
    void read_marksCommentsAndWindowsLineEnds_accepted() throws IOException {
        TagDictionary dictionary = TagDictionary.read(
                file("\uFEFF# corrections\r\n\r\nService Orchestration\r\n#\r\nC#\r\nKafkaRedis\tKafka|Redis\r\n"));
        assertThat(dictionary.tags()).containsExactlyInAnyOrder("Service Orchestration", "C#");
        assertThat(dictionary.split("KafkaRedis")).contains(List.of("Kafka", "Redis"));
        assertThat(dictionary.split("RedisKafka")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "KafkaRedis~Kafka|Redi; 2; KafkaRedi",
                "KafkaRedis~Kafka||Redis; 2; empty tag",
                "KafkaRedis~Kafka|Re~dis; 2; second tab",
                "Kafka|Redis; 2; no tab",
                "AB~A|B^AB~AB; 3; already split",
            })
    void read_badLine_errorNamesFileAndLine(String content, int line, String found) throws IOException {
        Path file = file("# corrections\n" + content.replace('~', '\t').replace('^', '\n'));
        assertThatThrownBy(() -> TagDictionary.read(file))
                .isInstanceOf(IOException.class)
                .hasMessageStartingWith(file + ":" + line + ": ")
                .hasMessageContaining(found);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            nullValues = "none",
            value = {
                "Kafka/Redis; KafkaRedis~Kafka|Redis",
                "#; #~#",
                "C#/# 1; C## 1~C#|# 1",
                "a|b/c; none",
                "# a/b; none",
                "''; none",
            })
    void line_ofASplit_isReadBackOrNone(String slashed, @Nullable String line) throws IOException {
        List<String> tags = slashed.isEmpty() ? List.of() : List.of(slashed.split("/"));
        String glued = String.join("", tags);
        Optional<String> written = TagDictionary.line(glued, tags);
        assertThat(written).isEqualTo(Optional.ofNullable(line).map(l -> l.replace('~', '\t')));
        if (written.isPresent()) {
            assertThat(TagDictionary.read(file(written.get() + "\n")).split(glued))
                    .contains(tags);
        }
    }

    @Test
    void read_notUtf8_errorNamesLine() throws IOException {
        Path file =
                Files.write(folder.resolve("latin1.txt"), "Kafka\nCaf\u00e9\n".getBytes(StandardCharsets.ISO_8859_1));
        assertThatThrownBy(() -> TagDictionary.read(file)).hasMessageStartingWith(file + ":2: not UTF-8");
    }

    @Test
    void read_hugeFile_refused() throws IOException {
        Path file = Files.write(folder.resolve("huge.txt"), new byte[TagDictionary.MAX_BYTES + 1]);
        assertThatThrownBy(() -> TagDictionary.read(file)).hasMessageContaining("larger than");
    }

    @Test
    void split_lineOfDictionary_isTakenAsItStands() throws IOException {
        TagModel model = model(TagDictionary.read(file("zebraKafka\tzebra|Kafka\n")));
        assertThat(model.split(new GluedTags("zebraKafka", "", ""), -1))
                .isEqualTo(new TagSplit(List.of("zebra", "Kafka"), 1, "zebraKafka"));
    }

    @Test
    void split_tagOfDictionary_isPreferred() throws IOException {
        GluedTags card = new GluedTags("Data LakeHouse Keeping", "", "");
        assertThat(model(TagDictionary.empty()).split(card, -1).tags())
                .isNotEqualTo(List.of("Data Lake", "House Keeping"));
        TagModel corrected = model(TagDictionary.read(file("Data LakeHouse\n")));
        assertThat(corrected
                        .split(new GluedTags("Data LakeHouseKafka", "", ""), -1)
                        .tags())
                .containsExactly("Data LakeHouse", "Kafka");
    }

    @Test
    void split_shortTagOfDictionary_doesNotCutKnownNames() throws IOException {
        TagModel model = model(TagDictionary.read(file("Go\n")));
        assertThat(model.split(new GluedTags("GolangMicroservices", "", ""), -1).tags())
                .containsExactly("Golang", "Microservices");
    }
}
