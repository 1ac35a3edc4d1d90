package archsearch.server.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code archsearch rollback}: makes the last good generation before the live one live again. */
@Command(
        name = "rollback",
        description = "Goes back to the generation before the live one.",
        footer = {
            "",
            "That is what the last index run or restore replaced; what --update changed",
            "since goes with the generation that it changed. The generation is looked",
            "through first. Servers that run follow within a second. The one that was live",
            "is kept until the next index run, so that --to goes to it again.",
            "",
            "--json prints one object:",
            "  index, generation, articles, committedAt, replaced, tookMs",
            "",
            "Exit status: 0 done, 2 failed with nothing changed, for example where there is",
            "nothing to go back to, 64 for a bad option, 75 while another writer holds the",
            "index.",
            "",
            "Example: go back, and forth again",
            "  ${ROOT-COMMAND-NAME} rollback",
            "  ${ROOT-COMMAND-NAME} rollback --to 20260131T120000.000Z-1"
        })
final class RollbackCommand implements Callable<Integer> {
    private final RootCommand root;
    private final Engines engines;

    @Option(names = "--index", paramLabel = "DIR", description = "Folder of the index; var/index by default.")
    private @Nullable String index;

    @Option(
            names = "--to",
            paramLabel = "NAME",
            description = "Go to this generation, as 'check' lists them, instead of the last one before.")
    private @Nullable String to;

    @Option(names = "--json", description = "Print what was done as one JSON object.")
    private boolean json;

    RollbackCommand(RootCommand root, Engines engines) {
        this.root = root;
        this.engines = engines;
    }

    @Override
    public Integer call() throws IOException {
        Path folder = root.settings().index(index);
        SwitchedText.make(
                root, json, engines.index(folder), folder, "is live again", articles -> articles.rollback(to));
        return ExitStatus.DONE;
    }
}
