package archsearch.server.page;

import archsearch.server.url.WebAddress;
import java.net.URI;
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
        URI uri = WebAddress.of(url);
        return uri == null ? null : new OutLink(words.readAt(uri.getHost()), uri.toASCIIString());
    }
}
