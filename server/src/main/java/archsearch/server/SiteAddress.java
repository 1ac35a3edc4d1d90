package archsearch.server;

import io.javalin.http.Context;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What stands before the path in the absolute addresses that feeds, sitemaps and search engines need. An operator can say it;
 * else it is taken from each request. Whoever asks writes the header {@code Host}, so it counts only where it is the name of a
 * host and nothing else; headers that name another host or scheme, such as {@code X-Forwarded-Host}, never do. Immutable.
 */
public final class SiteAddress {
    /** The longest name of a host (RFC 1035, section 2.3.4), and a port. */
    private static final int MAX_HOST_LENGTH = 253 + 6;

    private static final String LABEL = "[A-Za-z0-9_](?:[A-Za-z0-9_-]{0,61}[A-Za-z0-9_])?";
    private static final Pattern HOST = Pattern.compile(
            "(?<host>" + LABEL + "(?:\\." + LABEL + ")*\\.?|\\[[0-9A-Fa-f:.]{2,45}\\])(?::(?<port>[0-9]{1,5}))?");
    private static final int LAST_PORT = 65_535;
    private static final int HTTP_PORT = 80;
    private static final int HTTPS_PORT = 443;

    private final @Nullable String fixed;

    private SiteAddress(@Nullable String fixed) {
        this.fixed = fixed;
    }

    /** The address that each request was sent to. */
    public static SiteAddress ofRequests() {
        return new SiteAddress(null);
    }

    /**
     * The address that an operator says.
     *
     * @param url scheme, host and, where it is not the scheme's own, port
     * @throws IllegalArgumentException if it is anything else; the message says what is expected
     */
    public static SiteAddress of(String url) {
        try {
            URI uri = new URI(url.strip());
            String scheme = uri.getScheme() == null ? "" : uri.getScheme().toLowerCase(Locale.ROOT);
            String path = uri.getRawPath() == null ? "" : uri.getRawPath();
            String host = origin(scheme, uri.getRawAuthority());
            if (host != null && (path.isEmpty() || path.equals("/")) && uri.getQuery() == null && !url.contains("#")) {
                return new SiteAddress(host);
            }
        } catch (URISyntaxException e) {
            throw new IllegalArgumentException(expected(), e);
        }
        throw new IllegalArgumentException(expected());
    }

    private static String expected() {
        return "it must be http:// or https:// with a host, a port where needed, and no path, for example"
                + " https://search.example.org";
    }

    /** The origin in its one spelling; null where scheme or host are not allowed. */
    private static @Nullable String origin(String scheme, @Nullable String authority) {
        if (authority == null || authority.length() > MAX_HOST_LENGTH || !scheme.matches("https?")) {
            return null;
        }
        Matcher matcher = HOST.matcher(authority);
        if (!matcher.matches()) {
            return null;
        }
        int usual = scheme.equals("https") ? HTTPS_PORT : HTTP_PORT;
        int port = matcher.group("port") == null ? usual : Integer.parseInt(matcher.group("port"));
        if (port < 1 || port > LAST_PORT) {
            return null;
        }
        String host = matcher.group("host").toLowerCase(Locale.ROOT);
        return scheme + "://" + host + (port == usual ? "" : ":" + port);
    }

    /**
     * The address as the sender of a request knows it, without a slash at the end, for example {@code http://127.0.0.1:8080}.
     * Tells caches where it depends on the request; whoever puts it into an answer must make it part of the answer's version.
     */
    String of(Context ctx) {
        if (fixed != null) {
            return fixed;
        }
        Exchange.vary(ctx, "Host");
        String given = origin("http", ctx.req().getHeader("Host"));
        return given != null
                ? given
                : listening(ctx.req().getLocalAddr(), ctx.req().getLocalPort());
    }

    /** The address that a connection arrived at. */
    static String listening(String address, int port) {
        String bare = address.replaceAll("[\\[\\]]|%.*", "");
        String host = bare.indexOf(':') >= 0 ? '[' + bare + ']' : bare;
        return "http://" + host + (port == HTTP_PORT ? "" : ":" + port);
    }
}
