package archsearch.server.url;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Addresses that articles carry. They come from outside, so not everything that stands there is one. */
public final class WebAddress {
    private WebAddress() {}

    /** The address if it leads to a web site; null for any other scheme, for what is no address, and for null. */
    public static @Nullable URI of(@Nullable String url) {
        if (url == null) {
            return null;
        }
        try {
            URI uri = new URI(url.strip());
            String scheme = uri.getScheme();
            boolean leadsToSite = scheme != null
                    && uri.getHost() != null
                    && scheme.toLowerCase(Locale.ROOT).matches("https?");
            return leadsToSite ? uri : null;
        } catch (URISyntaxException e) {
            return null;
        }
    }
}
