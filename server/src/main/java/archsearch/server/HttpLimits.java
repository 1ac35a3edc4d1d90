package archsearch.server;

import java.net.InetAddress;
import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.function.LongSupplier;

/**
 * What clients may take of the server.
 *
 * @param requestsPerMinute most requests of one client in a minute, probes and static files aside; 0 for any number
 * @param proxies those that say truly where a request came from
 * @param clientTimeout how long a client may take to send a whole request, and to take its answer
 * @param connections most connections that are open at one time; more wait to be accepted
 * @param nanos the clock of the requests in a minute, as {@link System#nanoTime} tells the time
 */
public record HttpLimits(
        int requestsPerMinute, Set<InetAddress> proxies, Duration clientTimeout, int connections, LongSupplier nanos) {
    /** Longer than a slow line takes for the longest answer. */
    public static final Duration DEFAULT_CLIENT_TIMEOUT = Duration.ofSeconds(30);

    private static final int DEFAULT_CONNECTIONS = 2_000;

    public HttpLimits {
        proxies = Set.copyOf(proxies);
    }

    /** No limit for one client's requests, and no proxies. */
    public static HttpLimits byDefault() {
        return of(0, Set.of(), DEFAULT_CLIENT_TIMEOUT);
    }

    /** The limits that an operator sets. */
    public static HttpLimits of(int requestsPerMinute, Set<InetAddress> proxies, Duration clientTimeout) {
        return new HttpLimits(requestsPerMinute, proxies, clientTimeout, DEFAULT_CONNECTIONS, System::nanoTime);
    }

    /**
     * Reads addresses of proxies.
     *
     * @param list IP addresses in digits, separated by commas; blank for none
     * @throws IllegalArgumentException if one is none; the message names it
     */
    public static Set<InetAddress> proxies(String list) {
        Set<InetAddress> proxies = new LinkedHashSet<>();
        if (!list.isBlank()) {
            for (String text : list.split(",", -1)) {
                proxies.add(ClientAddress.parse(text)
                        .orElseThrow(() -> new IllegalArgumentException(
                                "'" + text.strip() + "' is no IP address such as 10.0.0.1 or fd00::1")));
            }
        }
        return proxies;
    }
}
