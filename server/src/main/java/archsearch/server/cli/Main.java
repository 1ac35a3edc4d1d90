package archsearch.server.cli;

import java.nio.file.Path;
import java.util.Map;

/** Entry point of the {@code archsearch} command. */
public final class Main {
    private Main() {}

    /**
     * Runs the command line and ends the process with its exit status.
     *
     * <p>The system property {@code archsearch.home} says where the default folders of index and data are; without it, as when
     * the jar is run by hand, they are in the current directory. {@code archsearch.command} says how the command was called.
     */
    public static void main(String[] args) {
        Map<String, String> environment = System.getenv();
        Terminal terminal = Terminal.ofProcess(environment);
        boolean debug = environment.getOrDefault("ARCHSEARCH_DEBUG", "").equals("1");
        CommandLog log = CommandLog.install(terminal.err(), debug);
        Path home = Path.of(System.getProperty("archsearch.home", ""));
        String calledAs = System.getProperty("archsearch.command", RootCommand.NAME);
        int status = new Cli(terminal, environment, home, new LuceneEngines(), calledAs).run(args);
        log.flush();
        System.exit(status);
    }
}
