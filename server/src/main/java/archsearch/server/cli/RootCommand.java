package archsearch.server.cli;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;

/** {@code archsearch} without a command, and the options that every command has. Not thread-safe. */
// Picocli answers --help and --version by itself, so nothing here reads their fields.
@SuppressWarnings("UnusedVariable")
@Command(
        name = RootCommand.NAME,
        description = "Searches tech articles, Chinese and English.",
        synopsisSubcommandLabel = "COMMAND",
        versionProvider = ProductVersion.class,
        footer = {
            "",
            "What counts first: option, ARCHSEARCH_* in the environment, --config FILE, default;",
            "'${ROOT-COMMAND-NAME} config' shows it.",
            "",
            "Example: index the sample articles and answer at http://127.0.0.1:8080/",
            "  ${ROOT-COMMAND-NAME} serve"
        })
final class RootCommand implements Callable<Integer> {
    static final String NAME = "archsearch";

    private final Terminal terminal;
    private final Map<String, String> environment;
    private final Path home;

    @Spec
    private @Nullable CommandSpec spec;

    @Option(
            names = "--config",
            paramLabel = "FILE",
            scope = ScopeType.INHERIT,
            description = "Read settings from this properties file.")
    private @Nullable String config;

    @Option(names = "--no-color", scope = ScopeType.INHERIT, description = "No colours; also by NO_COLOR=1.")
    private boolean noColor;

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            scope = ScopeType.INHERIT,
            description = "Show this help.")
    private boolean help;

    @Option(
            names = {"-V", "--version"},
            versionHelp = true,
            description = "Show the version.")
    private boolean version;

    RootCommand(Terminal terminal, Map<String, String> environment, Path home) {
        this.terminal = terminal;
        this.environment = environment;
        this.home = home;
    }

    /** Runs where no command is given. */
    @Override
    public Integer call() {
        throw new UsageException("a command is missing: "
                + String.join(", ", spec().commandLine().getSubcommands().keySet()));
    }

    private CommandSpec spec() {
        return Objects.requireNonNull(spec, "picocli sets it");
    }

    /**
     * A message with the commands in it as they were called: the modules that say what to run know no shell, and in the repository
     * {@code archsearch} is {@code ./archsearch}.
     */
    String asCalled(String message) {
        CommandLine command = spec().commandLine();
        String names = String.join("|", command.getSubcommands().keySet());
        return Pattern.compile("(?<![\\w./-])" + NAME + " (?=(?:" + names + ")\\b)")
                .matcher(message)
                .replaceAll(Matcher.quoteReplacement(command.getCommandName() + " "));
    }

    Terminal terminal() {
        return noColor ? terminal.withoutColours() : terminal;
    }

    /**
     * The settings as the command line, the environment and the configuration file give them.
     *
     * @throws UsageException if the configuration file cannot be read
     */
    Settings settings() {
        String file = config != null ? config : environment.getOrDefault("ARCHSEARCH_CONFIG", "");
        try {
            return new Settings(environment, file.isBlank() ? null : Path.of(file), home);
        } catch (InvalidPathException e) {
            throw new UsageException("'" + file + "' is no path here: " + e.getReason());
        }
    }
}
