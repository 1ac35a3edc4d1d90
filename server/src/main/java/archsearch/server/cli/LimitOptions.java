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

    @Option(
            names = "--max-searches",
            paramLabel = "N",
            description =
                    "Searches that run at one time; others wait up to a second, then get 503. Twice the processors"
                            + " by default.")
    @Nullable String maxSearches;

    @Option(
            names = "--rate-limit",
            paramLabel = "N",
            description = "Requests a minute from one address (of IPv6: one /64 network); more get 429. 0 by default,"
                    + " which is any number.")
    @Nullable String rateLimit;

    @Option(
            names = "--trusted-proxies",
            paramLabel = "IP,IP",
            description =
                    "Proxies whose X-Forwarded-For is believed; none by default. Set it with --rate-limit behind a"
                            + " proxy.")
    @Nullable String trustedProxies;

    @Option(
            names = "--client-timeout",
            paramLabel = "MILLIS",
            description = "How long a client may take to send a request or to take its answer; 30000 by default.")
    @Nullable String clientTimeout;
}
