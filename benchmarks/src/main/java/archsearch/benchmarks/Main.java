package archsearch.benchmarks;

import archsearch.benchmarks.dumps.DumpsCommand;
import archsearch.benchmarks.relevance.RelevanceCommand;
import archsearch.benchmarks.search.SearchCommand;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.logging.Level;
import java.util.logging.LogManager;
import picocli.CommandLine;
import picocli.CommandLine.Command;
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
                .addSubcommand(new DumpsCommand())
                .addSubcommand(new SearchCommand());
        commandLine.setOut(new PrintWriter(System.out, true, StandardCharsets.UTF_8));
        System.exit(commandLine.execute(args));
    }
}
