package archsearch.server.cli;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Options of what a server writes down; {@link Settings} knows what they are set to otherwise. */
final class LogOptions {
    @Option(
            names = "--log-format",
            paramLabel = "FORMAT",
            description =
                    "How the log on stderr is written: text, or json with a line of JSON an entry; text by default.")
    @Nullable String format;

    @Option(
            names = "--access-log",
            paramLabel = "on|off",
            description = "Whether every request has an entry in the log; off by default.")
    @Nullable String access;

    @Option(
            names = "--slow-search",
            paramLabel = "MILLIS",
            description = "Searches that take as long have an entry in the log; 500 by default, 0 for none.")
    @Nullable String slowSearch;

    @Option(
            names = "--zero-results",
            paramLabel = "FILE",
            description = "Where searches without hits are kept, without who asked, for 'stats' to make proposals of;"
                    + " var/zero-results.jsonl by default, off for nowhere.")
    @Nullable String zeroResults;
}
