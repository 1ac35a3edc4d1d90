package archsearch.server.cli;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where a server listens.
 *
 * @param host a name or an address, without brackets; loopback where only a port was given
 * @param port 0 lets the system choose a free one
 */
record Bind(String host, int port) {
    private static final Pattern FORM =
            Pattern.compile("(?:(?:\\[(?<v6>[0-9a-fA-F:.%]+)\\]|(?<name>[^:\\[\\]\\s]*)):)?(?<port>[0-9]{1,5})");
    private static final int LAST_PORT = 65_535;

    /**
     * Reads {@code host:port}, {@code [IPv6]:port}, {@code :port} or {@code port}.
     *
     * @param origin where the text was set, for the message
     * @throws UsageException if the text is none of these
     */
    static Bind parse(String text, String origin) {
        Matcher matcher = FORM.matcher(text);
        if (!matcher.matches() || Integer.parseInt(matcher.group("port")) > LAST_PORT) {
            throw new UsageException("bind is '" + text + "' (" + origin
                    + "); it must be HOST:PORT, for example 127.0.0.1:8080 or [::1]:8080, with a port from 0 to 65535");
        }
        String v6 = matcher.group("v6");
        String name = matcher.group("name");
        String host = v6 != null ? v6 : name != null && !name.isEmpty() ? name : "127.0.0.1";
        return new Bind(host, Integer.parseInt(matcher.group("port")));
    }

    /** The address as it stands in a URL, with the port that was chosen. */
    String url(int chosenPort) {
        return "http://" + (host.contains(":") ? "[" + host + "]" : host) + ":" + chosenPort + "/";
    }

    @Override
    public String toString() {
        return (host.contains(":") ? "[" + host + "]" : host) + ":" + port;
    }
}
