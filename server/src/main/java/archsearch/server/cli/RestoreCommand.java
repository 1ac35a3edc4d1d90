package archsearch.server.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code archsearch restore}: makes a snapshot live. */
@Command(
        name = "restore",
        description = "Copies a snapshot into the index and makes it live.",
        footer = {
            "",
            "The copy is looked through before it goes live. Servers that run follow within",
            "a second. What was live before is kept: '${ROOT-COMMAND-NAME} rollback' goes",
            "back to it.",
            "",
            "--json prints one object:",
            "  index, generation, articles, committedAt, replaced, tookMs",
            "",
            "Exit status: 0 done, 2 failed with nothing changed, 64 for a bad option,",
            "75 while another writer holds the index.",
            "",
            "Example: bring back what was saved",
            "  ${ROOT-COMMAND-NAME} restore backup/monday"
        })
final class RestoreCommand implements Callable<Integer> {
    private final RootCommand root;
    private final Engines engines;

    @Parameters(paramLabel = "FROM", description = "Folder that 'snapshot' made.")
    private Path from = Path.of("");

    @Option(names = "--index", paramLabel = "DIR", description = "Folder of the index; var/index by default.")
    private @Nullable String index;

    @Option(names = "--json", description = "Print what was done as one JSON object.")
    private boolean json;

    RestoreCommand(RootCommand root, Engines engines) {
        this.root = root;
        this.engines = engines;
    }

    @Override
    public Integer call() throws IOException {
        Path folder = root.settings().index(index);
        SwitchedText.make(
                root,
                json,
                engines.index(folder),
                folder,
                "is live, restored from " + from,
                articles -> articles.restore(from));
        return ExitStatus.DONE;
    }
}
