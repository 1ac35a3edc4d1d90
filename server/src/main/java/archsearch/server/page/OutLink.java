package archsearch.server.page;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A link out of the site.
 *
 * @param text names the site it leads to
 * @param href begins with {@code http://} or {@code https://}
 */
public record OutLink(String text, String href) {
    /** Takes a source's address if it leads to a web site; null for any other scheme and for what is no address. */
    static @Nullable OutLink of(Wording words, @Nullable String url) {
        if (url == null) {
            return null;
        }
        try {
            URI uri = new URI(url.strip());
            String scheme = uri.getScheme();
            String host = uri.getHost();
            if (scheme == null
                    || host == null
                    || !scheme.toLowerCase(Locale.ROOT).matches("https?")) {
                return null;
            }
            return new OutLink(words.readAt(host), uri.toASCIIString());
        } catch (URISyntaxException e) {
            return null;
        }
    }
}
