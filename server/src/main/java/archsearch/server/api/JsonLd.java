package archsearch.server.api;

import archsearch.indexer.article.Article;
import archsearch.searcher.FacetDim;
import archsearch.searcher.Hit;
import archsearch.searcher.SearchResponse;
import archsearch.server.url.Parameter;
import archsearch.server.url.RequestUrl;
import archsearch.server.url.WebAddress;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What a page is about, for search engines: JSON-LD in the words of schema.org, in a form that can stand inside an element
 * {@code script} whatever articles hold.
 */
public final class JsonLd {
    private static final String SITE = "archsearch";
    private static final String TERM = "search_term_string";

    private JsonLd() {}

    /**
     * The site and how it is searched.
     *
     * @param site what stands before each path, without a slash at the end
     */
    public static String site(String site) {
        String template = site + RequestUrl.SEARCH.path() + '?' + Parameter.Q.key() + "={" + TERM + '}';
        Map<String, Object> search = thing("SearchAction");
        search.put("target", put(thing("EntryPoint"), "urlTemplate", template));
        search.put("query-input", "required name=" + TERM);
        Map<String, Object> root = root("WebSite");
        root.putAll(part(site));
        root.put("inLanguage", List.of("zh", "en"));
        root.put("potentialAction", search);
        return script(root);
    }

    /** An article. What its source does not say is left out. */
    public static String article(String site, Article a) {
        String page = site + RequestUrl.page("articles", a.id()).path();
        URI source = WebAddress.of(a.url());
        Map<String, Object> root = root("TechArticle");
        root.put("headline", a.title());
        if (!a.summary().isEmpty()) {
            root.put("description", a.summary());
        }
        root.put("inLanguage", a.lang().code());
        root.put("datePublished", a.date().toString());
        root.put("author", organization(site, a.publisher()));
        root.put("publisher", organization(site, a.publisher()));
        root.put("url", source == null ? page : source.toASCIIString());
        root.put("mainEntityOfPage", page);
        if (!a.category().isEmpty()) {
            root.put("articleSection", a.category());
        }
        if (!a.tags().isEmpty()) {
            root.put("keywords", a.tags());
        }
        if (a.readMinutes() > 0) {
            root.put("timeRequired", "PT" + a.readMinutes() + "M");
        }
        if (a.likes() > 0) {
            Map<String, Object> likes = thing("InteractionCounter");
            likes.put("interactionType", "https://schema.org/LikeAction");
            likes.put("userInteractionCount", a.likes());
            root.put("interactionStatistic", likes);
        }
        root.put("isPartOf", part(site));
        return script(root);
    }

    /**
     * The articles of a tag or a publisher.
     *
     * @param path of the page
     * @param name the tag or publisher
     */
    public static String listing(String site, String path, FacetDim dim, String name, SearchResponse response) {
        Map<String, Object> list = thing("ItemList");
        list.put("numberOfItems", response.total());
        list.put(
                "itemListElement",
                response.hits().stream().map(hit -> item(site, hit)).toList());
        Map<String, Object> root = root("CollectionPage");
        root.put("name", name);
        root.put("url", site + path);
        root.put("about", dim == FacetDim.PUBLISHER ? organization(site, name) : put(thing("Thing"), "name", name));
        root.put("isPartOf", part(site));
        root.put("mainEntity", list);
        return script(root);
    }

    private static Map<String, Object> item(String site, Hit hit) {
        Map<String, Object> item = thing("ListItem");
        item.put("position", hit.rank());
        item.put("name", hit.article().title());
        item.put("url", site + RequestUrl.page("articles", hit.article().id()).path());
        return item;
    }

    private static Map<String, Object> organization(String site, String publisher) {
        Map<String, Object> organization = put(thing("Organization"), "name", publisher);
        return put(organization, "url", site + RequestUrl.hrefOf(FacetDim.PUBLISHER, publisher, null));
    }

    private static Map<String, Object> part(String site) {
        return put(put(thing("WebSite"), "name", SITE), "url", site + '/');
    }

    private static Map<String, Object> root(String type) {
        Map<String, Object> root = put(new LinkedHashMap<>(), "@context", "https://schema.org");
        return put(root, "@type", type);
    }

    private static Map<String, Object> thing(String type) {
        return put(new LinkedHashMap<>(), "@type", type);
    }

    private static Map<String, Object> put(Map<String, Object> thing, String name, Object value) {
        thing.put(name, value);
        return thing;
    }

    /**
     * Escapes what could end the element around the text ({@code <}, {@code >}, {@code &}), what scripts once took for line ends
     * and what HTML or UTF-8 cannot hold. All of it can stand only inside strings, so a reader of JSON gets the same texts.
     */
    static String script(Object value) {
        String json = Json.write(value);
        StringBuilder safe = new StringBuilder(json.length() + 32);
        for (int i = 0; i < json.length(); i++) {
            char c = json.charAt(i);
            boolean harmless = c != '<'
                    && c != '>'
                    && c != '&'
                    && c != '\u2028'
                    && c != '\u2029'
                    && !Character.isISOControl(c)
                    && !Character.isSurrogate(c);
            if (harmless) {
                safe.append(c);
            } else {
                safe.append(String.format("\\u%04x", (int) c));
            }
        }
        return safe.toString();
    }
}
