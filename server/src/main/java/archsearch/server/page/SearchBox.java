package archsearch.server.page;

import archsearch.server.url.Address;
import archsearch.server.url.Parameter;
import archsearch.server.url.RequestUrl;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A form that searches.
 *
 * @param action the path it asks
 * @param label what it searches, for people who cannot see it
 * @param q the words in it
 * @param hidden names and values that it sends along
 */
public record SearchBox(String action, String label, String q, List<Map.Entry<String, String>> hidden) {
    /**
     * A form that keeps everything about a search but its words.
     *
     * @param fields further parameters that other fields of the form stand for
     */
    static SearchBox of(String label, RequestUrl url, Address address, Set<Parameter> fields) {
        return new SearchBox(url.path(), label, address.request().q(), url.hiddenFields(address, fields));
    }
}
