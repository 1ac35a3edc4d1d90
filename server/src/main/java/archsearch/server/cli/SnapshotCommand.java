package archsearch.server.cli;

import archsearch.indexer.Generation;
import archsearch.server.api.Json;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code archsearch snapshot}: copies the live generation. */
@Command(
        name = "snapshot",
        description = "Copies the live index to another folder, while servers and writers go on.",
        footer = {
            "",
            "The copy is complete or not there, is looked through, and is an index like any",
            "other: --index TO searches, checks or exports it, and it is made live by",
            "'${ROOT-COMMAND-NAME} restore TO'. Another version may need another format;",
            "'${ROOT-COMMAND-NAME} export' makes a copy that outlives versions.",
            "",
            "--json prints one object:",
            "  index, to, generation, articles, committedAt, tookMs",
            "",
            "Exit status: 0 done, 2 failed with nothing at TO, 64 for a bad option.",
            "",
            "Example: save what is live now",
            "  ${ROOT-COMMAND-NAME} snapshot backup/monday"
        })
final class SnapshotCommand implements Callable<Integer> {
    private final RootCommand root;
    private final Engines engines;

    @Parameters(paramLabel = "TO", description = "Folder to make; where there is one already, it must be empty.")
    private Path to = Path.of("");

    @Option(names = "--index", paramLabel = "DIR", description = "Folder of the index; var/index by default.")
    private @Nullable String index;

    @Option(names = "--json", description = "Print what was done as one JSON object.")
    private boolean json;

    SnapshotCommand(RootCommand root, Engines engines) {
        this.root = root;
        this.engines = engines;
    }

    @Override
    public Integer call() throws IOException {
        Path folder = root.settings().index(index);
        long start = System.nanoTime();
        Generation generation = engines.index(folder).snapshot(to).orElseThrow(() -> CommandException.noIndex(folder));
        long tookMs = (System.nanoTime() - start) / 1_000_000;
        Terminal terminal = root.terminal();
        terminal.out()
                .println(
                        json
                                ? SafeText.json(Json.write(View.of(folder, to, generation, tookMs)))
                                : SafeText.of(line(generation)));
        terminal.out().flush();
        return ExitStatus.DONE;
    }

    private String line(Generation generation) {
        return String.format(
                Locale.ROOT,
                "generation %s, %,d %s, copied to %s; it goes live again by: %s",
                generation.name(),
                generation.articles(),
                generation.articles() == 1 ? "article" : "articles",
                to,
                root.asCalled("archsearch restore " + ShellWord.of(to.toString())));
    }

    private record View(String index, String to, String generation, int articles, String committedAt, long tookMs) {
        static View of(Path folder, Path to, Generation generation, long tookMs) {
            return new View(
                    folder.toString(),
                    to.toString(),
                    generation.name(),
                    generation.articles(),
                    generation.committedAt().toString(),
                    tookMs);
        }
    }
}
