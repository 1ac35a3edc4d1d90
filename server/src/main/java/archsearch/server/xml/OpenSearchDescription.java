package archsearch.server.xml;

import archsearch.server.url.Parameter;
import archsearch.server.url.RequestUrl;

/** Tells browsers and other programs how to search here (OpenSearch 1.1, draft 6). */
public final class OpenSearchDescription {
    private static final String NAMESPACE = "http://a9.com/-/spec/opensearch/1.1/";
    private static final String WORDS = Parameter.Q.key() + "={searchTerms}";
    private static final String PAGE = '&' + Parameter.PAGE.key() + "={startPage?}";
    private static final String SIZE = '&' + Parameter.SIZE.key() + "={count?}";

    private OpenSearchDescription() {}

    /**
     * Writes the description.
     *
     * @param site what stands before each path, without a slash at the end
     */
    public static String write(String site) {
        XmlDocument xml = new XmlDocument("OpenSearchDescription", NAMESPACE);
        // At most 16, 48 and 1,024 characters.
        xml.text("ShortName", "archsearch");
        xml.text("LongName", "archsearch · tech articles · 技术文章搜索");
        xml.text("Description", "Searches tech articles in Chinese and English. 搜索中英文技术文章。");
        xml.text("Image", site + "/favicon.svg", "width", "16", "height", "16", "type", "image/svg+xml");
        // Browsers fill every place of a template, so the page size, which readers choose themselves, has none here.
        url(xml, "results", "text/html", site + RequestUrl.SEARCH.path() + '?' + WORDS + PAGE);
        url(xml, "results", "application/atom+xml", site + RequestUrl.FEED.path() + '?' + WORDS + PAGE + SIZE);
        url(xml, "results", "application/json", site + RequestUrl.API_SEARCH.path() + '?' + WORDS + PAGE + SIZE);
        url(xml, "suggestions", "application/x-suggestions+json", site + RequestUrl.SUGGEST.path() + '?' + WORDS);
        url(xml, "self", "application/opensearchdescription+xml", site + "/opensearch.xml");
        xml.empty("Query", "role", "example", "searchTerms", "flash sale");
        xml.text("SyndicationRight", "open");
        xml.text("AdultContent", "false");
        xml.text("Language", "zh");
        xml.text("Language", "en");
        xml.text("InputEncoding", "UTF-8");
        xml.text("OutputEncoding", "UTF-8");
        return xml.end();
    }

    private static void url(XmlDocument xml, String relation, String type, String template) {
        xml.empty("Url", "rel", relation, "type", type, "template", template);
    }
}
