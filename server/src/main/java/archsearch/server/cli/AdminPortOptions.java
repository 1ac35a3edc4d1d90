package archsearch.server.cli;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Options of the operator's port; {@link Settings} knows what they are set to otherwise. The token is no option. */
final class AdminPortOptions {
    @Option(
            names = "--admin-bind",
            paramLabel = "HOST:PORT",
            description = "Where the admin port listens, on loopback only; 127.0.0.1:8081 by default. Off unless"
                    + " ARCHSEARCH_ADMIN_TOKEN is set, to 16 bytes or more.")
    @Nullable String adminBind;

    @Option(
            names = "--admin-dumps",
            paramLabel = "DIR",
            description = "The one folder that the admin port indexes dumps from; data by default.")
    @Nullable String adminDumps;
}
