package archsearch.benchmarks;

import archsearch.benchmarks.dumps.DumpsCommand;
import archsearch.benchmarks.relevance.GlossaryCommand;
import archsearch.benchmarks.relevance.RelevanceCommand;
import archsearch.benchmarks.search.SearchCommand;
import archsearch.benchmarks.search.SuggestCommand;
import archsearch.benchmarks.soak.SoakCommand;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.NoSuchFileException;
import java.util.logging.Level;
import java.util.logging.LogManager;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.ScopeType;

/** Entry point of {@code benchmarks/run}. */
@Command(name = "benchmarks/run", description = "Measures archsearch.", synopsisSubcommandLabel = "COMMAND")
public final class Main {
    // Picocli answers --help by itself.
    @SuppressWarnings("UnusedVariable")
    @CommandLine.Option(
            names = {"-h", "--help"},
            usageHelp = true,
            scope = ScopeType.INHERIT,
            description = "Show this help.")
    private boolean help;

    private Main() {}

    /** Runs one benchmark and ends the process: 0 done, 1 failed, 2 wrong use. */
    public static void main(String[] args) {
        // Lucene mentions at every start that its vectors could be faster, which no benchmark here uses.
        LogManager.getLogManager().getLogger("").setLevel(Level.SEVERE);
        CommandLine commandLine = new CommandLine(new Main())
                .addSubcommand(new RelevanceCommand())
                .addSubcommand(new GlossaryCommand())
                .addSubcommand(new DumpsCommand())
                .addSubcommand(new SearchCommand())
                .addSubcommand(new SuggestCommand())
                .addSubcommand(new SoakCommand());
        commandLine.setOut(new PrintWriter(System.out, true, StandardCharsets.UTF_8));
        commandLine.setErr(new PrintWriter(System.err, true, StandardCharsets.UTF_8));
        commandLine.setExecutionExceptionHandler(Main::failure);
        System.exit(commandLine.execute(args));
    }

    /** What went wrong outside is told in one line; anything else is a fault of the benchmark and needs its stack trace. */
    private static int failure(Exception e, CommandLine command, ParseResult parsed) throws Exception {
        String message = switch (e) {
            case NoSuchFileException missing -> "there is no file or folder " + missing.getFile();
            case IOException io -> String.valueOf(io.getMessage());
            default -> throw e;
        };
        command.getErr().println("benchmarks: " + message);
        return 1;
    }
}
