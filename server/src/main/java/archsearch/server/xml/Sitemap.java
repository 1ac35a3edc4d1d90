package archsearch.server.xml;

import org.jspecify.annotations.Nullable;

/** Writes a sitemap or an index of sitemaps (the protocol of sitemaps.org, 0.9). Not thread-safe. */
public final class Sitemap {
    private static final String NAMESPACE = "http://www.sitemaps.org/schemas/sitemap/0.9";
    /** The protocol's limit: an address must be shorter. */
    private static final int MAX_LENGTH = 2_048;

    private final XmlDocument xml;
    private final String element;
    private final String site;

    private Sitemap(String root, String element, String site) {
        this.xml = new XmlDocument(root, NAMESPACE);
        this.element = element;
        this.site = site;
    }

    /**
     * Begins a list of pages.
     *
     * @param site what stands before each path, without a slash at the end
     */
    public static Sitemap ofPages(String site) {
        return new Sitemap("urlset", "url", site);
    }

    /** Begins a list of sitemaps. */
    public static Sitemap ofSitemaps(String site) {
        return new Sitemap("sitemapindex", "sitemap", site);
    }

    /**
     * Adds a page or sitemap; one whose address is too long is left out.
     *
     * @param path begins with a slash
     * @param changed the day or time it last changed, as ISO 8601 writes it, or null where that is not known
     */
    public void add(String path, @Nullable String changed) {
        if (site.length() + path.length() >= MAX_LENGTH) {
            return;
        }
        xml.open(element).text("loc", site + path);
        if (changed != null) {
            xml.text("lastmod", changed);
        }
        xml.close();
    }

    /** Ends the document. */
    public String end() {
        return xml.end();
    }
}
