package archsearch.server.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SettingsTest {
    @TempDir
    Path folder;

    @Test
    void of_everySourceSet_countsOptionThenEnvironmentThenFileThenDefault() throws IOException {
        Path file = file("bind=127.0.0.1:3\n");
        Map<String, String> environment = Map.of("ARCHSEARCH_BIND", "127.0.0.1:2");
        assertThat(new Settings(environment, file, folder).of(Setting.BIND, List.of("127.0.0.1:1")))
                .isEqualTo(new Settings.Value(List.of("127.0.0.1:1"), "option --bind"));
        assertThat(new Settings(environment, file, folder).of(Setting.BIND, List.of()))
                .isEqualTo(new Settings.Value(List.of("127.0.0.1:2"), "environment ARCHSEARCH_BIND"));
        assertThat(new Settings(Map.of("ARCHSEARCH_BIND", " "), file, folder).of(Setting.BIND, List.of()))
                .isEqualTo(new Settings.Value(List.of("127.0.0.1:3"), "file " + file));
        assertThat(new Settings(Map.of(), null, folder).of(Setting.BIND, List.of()))
                .isEqualTo(new Settings.Value(List.of("127.0.0.1:8080"), "default"));
    }

    @Test
    void site_thatIsNoAddress_isToldWhereItWasSet() {
        Settings settings = new Settings(Map.of("ARCHSEARCH_BASE_URL", "search.example.org"), null, folder);
        assertThat(settings.site("https://search.example.org")).isNotNull();
        assertThatThrownBy(() -> settings.site(null))
                .isInstanceOf(UsageException.class)
                .hasMessageContainingAll(
                        "base-url is 'search.example.org'",
                        "environment ARCHSEARCH_BASE_URL",
                        "for example https://search.example.org");
        assertThat(new Settings(Map.of(), null, folder).site(null)).isNotNull();
    }

    @Test
    void index_byDefault_liesUnderTheHome() {
        Settings settings = new Settings(Map.of(), null, folder);
        assertThat(settings.index(null)).isEqualTo(folder.resolve("var/index"));
        assertThat(settings.data(List.of())).containsExactly(folder.resolve("data"));
        assertThat(settings.index("my/index")).isEqualTo(Path.of("my/index"));
    }

    @Test
    void index_byDefaultInTheCurrentFolder_isShownAsItWouldBeTyped() {
        assertThat(new Settings(Map.of(), null, Path.of("")).index(null)).isEqualTo(Path.of("var/index"));
    }

    @Test
    void index_inFile_startsAtTheFilesFolder() throws IOException {
        Settings settings = new Settings(Map.of(), file("index=索引\ndata=a" + File.pathSeparator + "/b\n"), folder);
        assertThat(settings.index(null)).isEqualTo(folder.resolve("索引"));
        assertThat(settings.data(List.of())).containsExactly(folder.resolve("a"), Path.of("/b"));
    }

    @Test
    void data_inEnvironment_isSeparatedAsPathIs() {
        Map<String, String> environment = Map.of("ARCHSEARCH_DATA", "a" + File.pathSeparator + "b c");
        assertThat(new Settings(environment, null, folder).data(List.of()))
                .containsExactly(Path.of("a"), Path.of("b c"));
    }

    @Test
    void count_noNumber_namesTheSourceAndWhatIsExpected() {
        Settings settings = new Settings(Map.of("ARCHSEARCH_MAX_REJECTS", "-1"), null, folder);
        assertThatThrownBy(() -> settings.count(Setting.MAX_REJECTS, null))
                .isInstanceOf(UsageException.class)
                .hasMessageContainingAll("max-rejects", "'-1'", "ARCHSEARCH_MAX_REJECTS", "from 0");
        assertThat(settings.count(Setting.MAX_REJECTS, "7")).isEqualTo(7);
        assertThat(new Settings(Map.of(), null, folder).count(Setting.MAX_REJECTS, null))
                .isNull();
    }

    @Test
    void settings_unknownNameInFile_namesItAndTheKnownOnes() throws IOException {
        Path file = file("indx=x\n");
        assertThatThrownBy(() -> new Settings(Map.of(), file, folder))
                .isInstanceOf(UsageException.class)
                .hasMessageContainingAll(file.toString(), "'indx'", "index, data, bind");
    }

    @Test
    void settings_unreadableFile_isTheUsersFault() throws IOException {
        assertThatThrownBy(() -> new Settings(Map.of(), folder.resolve("none"), folder))
                .isInstanceOf(UsageException.class)
                .hasMessageContaining("no configuration file");
        Path latin1 = Files.write(folder.resolve("latin1"), "index=\u00fc".getBytes(StandardCharsets.ISO_8859_1));
        assertThatThrownBy(() -> new Settings(Map.of(), latin1, folder))
                .isInstanceOf(UsageException.class)
                .hasMessageContaining("UTF-8");
    }

    private Path file(String lines) throws IOException {
        return Files.writeString(folder.resolve("archsearch.properties"), lines);
    }
}
