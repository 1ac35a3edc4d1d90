package archsearch.server.page;

import archsearch.searcher.FacetRequest;
import archsearch.searcher.SearchRequest;
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
 * @param field the parameter that its words are sent as
 * @param text the words in it
 * @param maxLength the most characters it takes
 * @param hidden names and values that it sends along
 */
public record SearchBox(
        String action, String label, String field, String text, int maxLength, List<Map.Entry<String, String>> hidden) {
    /**
     * A form that keeps everything about a search but its words.
     *
     * @param fields further parameters that other fields of the form stand for
     */
    static SearchBox of(String label, RequestUrl url, Address address, Set<Parameter> fields) {
        return new SearchBox(
                url.path(),
                label,
                Parameter.Q.key(),
                address.request().q(),
                SearchRequest.MAX_QUERY_LENGTH,
                url.hiddenFields(address, fields));
    }

    /** A form that finds values by their beginnings, under any letter. */
    static SearchBox finding(String label, RequestUrl url, Address address) {
        return new SearchBox(
                url.path(),
                label,
                Parameter.PREFIX.key(),
                address.values().prefix(),
                FacetRequest.MAX_PREFIX_LENGTH,
                url.hiddenFields(address, Set.of(Parameter.PREFIX, Parameter.LETTER)));
    }
}
