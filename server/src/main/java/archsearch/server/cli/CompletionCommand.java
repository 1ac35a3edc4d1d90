package archsearch.server.cli;

import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.AutoComplete;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code archsearch completion}: prints the script that lets a shell complete commands and options. */
@Command(
        name = "completion",
        description = "Prints a script that lets the shell complete commands and options.",
        footer = {
            "",
            "For fish: ${ROOT-COMMAND-NAME} completion fish > ~/.config/fish/completions/archsearch.fish",
            "",
            "Example: completion in this shell, bash or zsh",
            "  eval \"$(${ROOT-COMMAND-NAME} completion bash)\""
        })
final class CompletionCommand implements Callable<Integer> {
    private final RootCommand root;

    @Spec
    private @Nullable CommandSpec spec;

    @Parameters(paramLabel = "SHELL", description = "One of: ${COMPLETION-CANDIDATES}.")
    private Shell shell = Shell.bash;

    /** The names are those of the command line. */
    enum Shell {
        bash,
        zsh,
        fish
    }

    CompletionCommand(RootCommand root) {
        this.root = root;
    }

    @Override
    public Integer call() {
        String script = switch (shell) {
            // The script for bash brings zsh's bashcompinit along.
            case bash, zsh -> AutoComplete.bash(RootCommand.NAME, commands());
            case fish -> FishCompletion.of(RootCommand.NAME, commands());
        };
        root.terminal().out().println(script.stripTrailing());
        return ExitStatus.DONE;
    }

    private CommandLine commands() {
        return Objects.requireNonNull(spec, "picocli sets it").root().commandLine();
    }
}
