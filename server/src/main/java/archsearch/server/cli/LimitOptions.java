package archsearch.server.cli;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Options of what one client and all of them together may take; {@link Settings} knows what they are set to otherwise. */
final class LimitOptions {
    @Option(
            names = "--search-timeout",
            paramLabel = "MILLIS",
            description = "When a search stops to collect and answers with what it has, marked as partial; 2000 by"
                    + " default, 0 for never.")
    @Nullable String searchTimeout;
}
