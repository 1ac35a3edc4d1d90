package archsearch.server.url;

import archsearch.indexer.article.Language;
import archsearch.searcher.FacetRequest;
import archsearch.searcher.SearchRequest;
import org.jspecify.annotations.Nullable;

/**
 * All that the query string of a URL says: what to search and how to show it.
 *
 * @param request what to search
 * @param values which values to list, where the path lists the values of a facet
 * @param highlighting how JSON marks matches; pages always mark them
 * @param ui the language of the page's own words where the reader chose one, else null
 */
public record Address(
        SearchRequest request,
        ValueList values,
        Highlighting highlighting,
        @Nullable Language ui) {
    /** The address of a search that lists no facet's values. */
    public Address(SearchRequest request, Highlighting highlighting, @Nullable Language ui) {
        this(request, ValueList.all(FacetRequest.Order.COUNT), highlighting, ui);
    }

    /** An address that shows a search in the usual way. */
    public static Address of(SearchRequest request) {
        return new Address(request, Highlighting.HTML, null);
    }

    /** The same way to show another search. */
    public Address with(SearchRequest other) {
        return new Address(other, values, highlighting, ui);
    }

    /** Other values of the same facet. */
    public Address with(ValueList other) {
        return new Address(request, other, highlighting, ui);
    }

    /** The same search with the page's own words in another language; null for the reader's own preference. */
    public Address in(@Nullable Language language) {
        return new Address(request, values, highlighting, language);
    }
}
