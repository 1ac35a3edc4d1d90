package archsearch.server.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/** A folder that commands run in, as they would in processes of their own. */
record CommandFolder(Path path) {
    /** Runs a command, which must end well. */
    void run(String... words) {
        Screen screen = new Screen();
        int status = new Cli(screen.piped(), Map.of(), path, new LuceneEngines()).run(words);
        assertThat(status).as("%s: %s", words[0], screen.err()).isZero();
    }

    /** A dump of that many articles, {@code a0}, {@code a1} and so on, which are all found by {@code title}. */
    Path dump(String name, int articles) throws IOException {
        StringBuilder lines = new StringBuilder();
        for (int i = 0; i < articles; i++) {
            lines.append("{\"id\":\"a" + i + "\",\"title\":\"Title number " + i
                    + "\",\"publisher\":\"p\",\"date\":\"2020-01-02\"}\n");
        }
        return Files.writeString(path.resolve(name), lines);
    }
}
