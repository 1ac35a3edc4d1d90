package archsearch.server.url;

import archsearch.searcher.FacetDim;
import archsearch.searcher.FacetRequest;
import archsearch.searcher.SearchRequest;
import archsearch.searcher.SimilarRequest;
import java.util.EnumSet;
import java.util.Set;

/** The paths in JSON beside searches and suggestions. */
public final class ApiUrl {
    private static final String API = "api";
    private static final String VERSION = "v1";
    private static final String ARTICLES = "articles";

    private ApiUrl() {}

    /** The values of a facet within a search, those with the most hits first. */
    public static RequestUrl facet(FacetDim dim) {
        Set<Parameter> filters = EnumSet.copyOf(RequestUrl.FILTERS);
        // Which hits are counted is the same in any order and on any page.
        filters.removeAll(EnumSet.of(Parameter.SORT, Parameter.PAGE, Parameter.SIZE));
        return new RequestUrl(
                RequestUrl.path(API, VERSION, "facets", dim.word()),
                SearchRequest.of(""),
                RequestUrl.with(filters, Parameter.PREFIX, Parameter.ORDER, Parameter.VALUES));
    }

    /** All tags or publishers, by name. */
    public static RequestUrl index(FacetDim dim) {
        return new RequestUrl(
                RequestUrl.path(API, VERSION, RequestUrl.folder(dim)),
                Address.of(SearchRequest.of(""))
                        .with(ValueList.all(FacetRequest.Order.NAME).upTo(FacetRequest.MAX_SIZE)),
                EnumSet.of(Parameter.PREFIX, Parameter.ORDER, Parameter.VALUES));
    }

    /** One article. */
    public static RequestUrl article(String id) {
        return RequestUrl.api(API, VERSION, ARTICLES, id);
    }

    /** The articles like one, the most similar first. */
    public static RequestUrl similar(String id) {
        return new RequestUrl(
                RequestUrl.path(API, VERSION, ARTICLES, id, "similar"),
                SearchRequest.builder().size(SimilarRequest.DEFAULT_SIZE).build(),
                EnumSet.of(Parameter.SIZE, Parameter.HIGHLIGHT));
    }

    /** What the index holds. */
    public static RequestUrl stats() {
        return RequestUrl.api(API, VERSION, "stats");
    }
}
