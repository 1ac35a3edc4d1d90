package archsearch.server.cli;

import archsearch.indexer.IndexLockedException;
import archsearch.searcher.InvalidRequestException;
import archsearch.searcher.SearchException;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import picocli.CommandLine;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** Runs one command line: finds the command, runs it, and turns what goes wrong into one line and an exit status. */
final class Cli {
    private final Terminal terminal;
    private final boolean debug;
    private final RootCommand root;
    private final CommandLine commandLine;

    /** The command as it is called where it is installed. */
    Cli(Terminal terminal, Map<String, String> environment, Path home, Engines engines) {
        this(terminal, environment, home, engines, RootCommand.NAME);
    }

    /**
     * @param environment as {@link System#getenv()} gives it
     * @param home where the default paths start
     * @param calledAs how the shell that this was started from finds the command
     */
    Cli(Terminal terminal, Map<String, String> environment, Path home, Engines engines, String calledAs) {
        this.terminal = terminal;
        this.debug = environment.getOrDefault("ARCHSEARCH_DEBUG", "").equals("1");
        this.root = new RootCommand(terminal, environment, home);
        this.commandLine = new CommandLine(root)
                .addSubcommand(new ServeCommand(root, engines))
                .addSubcommand(new IndexCommand(root, engines))
                .addSubcommand(new SearchCommand(root, engines))
                .addSubcommand(new ArticleCommand(root, engines))
                .addSubcommand(new SimilarCommand(root, engines))
                .addSubcommand(new FacetsCommand(root, engines))
                .addSubcommand(new SuggestCommand(root, engines))
                .addSubcommand(new StatsCommand(root, engines))
                .addSubcommand(new CheckCommand(root, engines))
                .addSubcommand(new ExportCommand(root, engines))
                .addSubcommand(new SnapshotCommand(root, engines))
                .addSubcommand(new RestoreCommand(root, engines))
                .addSubcommand(new RollbackCommand(root, engines))
                .addSubcommand(new GlossaryCommand(root, engines))
                .addSubcommand(new ConfigCommand(root))
                .addSubcommand(new CompletionCommand(root));
        commandLine.setCommandName(ShellWord.of(calledAs));
        // A query may well begin with @, as in @Transactional.
        commandLine.setExpandAtFiles(false);
        commandLine.setColorScheme(CommandLine.Help.defaultColorScheme(terminal.colours() ? Ansi.ON : Ansi.OFF));
        commandLine.setUsageHelpWidth(Math.min(Math.max(terminal.columns(), 80), 100));
        commandLine.setOut(new PrintWriter(terminal.out(), true, StandardCharsets.UTF_8));
        commandLine.setErr(new PrintWriter(terminal.err(), true, StandardCharsets.UTF_8));
        commandLine.setParameterExceptionHandler((e, args) -> usage(e));
        commandLine.setExecutionExceptionHandler((e, command, parsed) -> failure(e, command));
    }

    /** Runs the command line and returns its exit status, see {@link ExitStatus}. */
    int run(String... args) {
        int status = commandLine.execute(args);
        terminal.out().flush();
        return status;
    }

    private int usage(ParameterException e) {
        String message = e instanceof UnmatchedArgumentException unmatched ? unknown(unmatched) : message(e);
        return usage(message, e.getCommandLine());
    }

    private static String unknown(UnmatchedArgumentException e) {
        String argument = e.getUnmatched().getFirst();
        String kind = argument.startsWith("-") ? "unknown option " : "nothing to do with ";
        List<String> close = e.getSuggestions();
        return kind + "'" + argument + "'" + (close.isEmpty() ? "" : "; is " + String.join(" or ", close) + " meant?");
    }

    private int usage(String message, CommandLine command) {
        String name = command.getCommandSpec().qualifiedName();
        boolean query = name.matches(".* (search|facets|suggest)") && message.contains("unknown option");
        String hint = query ? "; a query that begins with '-' goes after '--'" : "";
        return say(message + "\n" + RootCommand.NAME + ": try " + quoted(name + " --help") + hint, ExitStatus.USAGE);
    }

    /** In quotes, unless the name has some of its own, as a path with spaces does. */
    private static String quoted(String command) {
        return command.contains("'") ? command : "'" + command + "'";
    }

    private int failure(Exception e, CommandLine command) {
        if (debug) {
            e.printStackTrace(terminal.err());
        }
        String message = message(e);
        return switch (e) {
            case UsageException usage -> usage(message, command);
            case InvalidRequestException invalid -> usage(option(invalid.parameter()) + message, command);
            case SearchException search -> say(message, ExitStatus.FAILED);
            case CommandException failed -> say(message, ExitStatus.FAILED);
            case IndexLockedException locked -> say(message, ExitStatus.LOCKED);
            case IOException io -> say(inWords(io), ExitStatus.FAILED);
            case UncheckedIOException io -> say(message, ExitStatus.FAILED);
            default ->
                say("this is a fault in archsearch: " + e + " (ARCHSEARCH_DEBUG=1 shows where)", ExitStatus.FAILED);
        };
    }

    private static String message(Exception e) {
        return Objects.requireNonNullElse(e.getMessage(), e.toString());
    }

    /** A request's parameter as the option that sets it; the query has none. */
    private static String option(String parameter) {
        return switch (parameter) {
            case "q" -> "";
            case "minutesMax" -> "--minutes-max: ";
            default -> "--" + parameter + ": ";
        };
    }

    /** What the file system said, in a sentence: the exceptions of {@code java.nio.file} have the bare path as message. */
    private static String inWords(IOException e) {
        return switch (e) {
            case NoSuchFileException missing -> "there is no file or folder " + missing.getFile();
            case AccessDeniedException denied -> "no permission for " + denied.getFile();
            case FileSystemException other ->
                other.getFile() + ": "
                        + Objects.requireNonNullElse(
                                other.getReason(), e.getClass().getSimpleName());
            default -> message(e);
        };
    }

    private int say(String message, int status) {
        for (String line : (RootCommand.NAME + ": " + root.asCalled(message)).split("\\R", -1)) {
            terminal.err().println(SafeText.of(line));
        }
        return status;
    }
}
