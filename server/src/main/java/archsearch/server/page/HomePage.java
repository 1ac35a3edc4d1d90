package archsearch.server.page;

import archsearch.searcher.Facet;
import archsearch.searcher.FacetDim;
import archsearch.searcher.SearchRequest;
import archsearch.searcher.SearchResponse;
import archsearch.searcher.Sort;
import archsearch.server.api.JsonLd;
import archsearch.server.url.Address;
import archsearch.server.url.RequestUrl;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The home page: what is here to search.
 *
 * @param status how many articles of how many publishers and of which years, and of which day the index is
 * @param languages the number of articles in each language
 * @param shape the number of articles of each year, drawn; null where there are not two years
 * @param newest the address of all articles, newest first
 */
public record HomePage(
        Frame frame,
        String status,
        List<Count> languages,
        List<Count> tags,
        List<Count> publishers,
        @Nullable Histogram shape,
        List<Count> years,
        List<Card> cards,
        String newest)
        implements Page {
    private static final int NEWEST = 8;
    private static final int TAGS = 24;
    private static final int PUBLISHERS = 12;

    /** The search whose answer the page shows. */
    public static SearchRequest request() {
        return SearchRequest.builder()
                .sort(Sort.NEWEST)
                .size(NEWEST)
                .facets(Set.of(FacetDim.TAG, FacetDim.PUBLISHER, FacetDim.LANG, FacetDim.YEAR))
                .facetSize(Filters.COUNTED)
                .build();
    }

    /** The page that shows the answer to {@link #request()}. */
    public static HomePage of(Reader reader, Assets assets, SearchResponse response) {
        Wording words = reader.words();
        RequestUrl url = RequestUrl.page("");
        Frame frame =
                Frame.of(reader, assets, words.homeTitle(), url, url.defaults().in(reader.chosen()), true);
        return new HomePage(
                frame.offering(RequestUrl.FEED.path(), JsonLd.site(reader.site())),
                words.homeStatus(
                        response.index().docs(),
                        publishers(response),
                        span(response),
                        ResultsPage.day(response.index())),
                counts(reader, response, FacetDim.LANG),
                counts(reader, response, FacetDim.TAG),
                counts(reader, response, FacetDim.PUBLISHER),
                response.facet(FacetDim.YEAR)
                        .map(facet -> Histogram.of(
                                words, facet, year -> RequestUrl.hrefOf(FacetDim.YEAR, year, reader.chosen())))
                        .orElse(null),
                counts(reader, response, FacetDim.YEAR),
                response.hits().stream().map(hit -> Card.of(reader, hit)).toList(),
                RequestUrl.SEARCH.href(
                        Address.of(SearchRequest.builder().sort(Sort.NEWEST).build())
                                .in(reader.chosen())));
    }

    /** The first and the last year, or the only one; none where there are no articles. */
    private static List<String> span(SearchResponse response) {
        List<String> years = response.facet(FacetDim.YEAR).stream()
                .flatMap(facet -> Histogram.inTime(facet).stream())
                .map(Facet.Value::value)
                .toList();
        return years.size() < 2 ? years : List.of(years.getFirst(), years.getLast());
    }

    private static int publishers(SearchResponse response) {
        return response.facet(FacetDim.PUBLISHER)
                .map(facet -> facet.values().size() + facet.more())
                .orElse(0);
    }

    private static List<Count> counts(Reader reader, SearchResponse response, FacetDim dim) {
        List<Facet.Value> values = response.facet(dim).map(Facet::values).orElse(List.of());
        return ValuesPage.counts(
                reader,
                dim,
                switch (dim) {
                    case YEAR -> values.stream().sorted(Filters.LATEST_YEAR).toList();
                    case PUBLISHER -> values.stream().limit(PUBLISHERS).toList();
                    case TAG -> values.stream().limit(TAGS).toList();
                    case CATEGORY, LANG, MONTH, MINUTES -> values;
                });
    }

    static Link link(Reader reader) {
        RequestUrl url = RequestUrl.page("");
        return new Link(reader.words().home(), url.href(url.defaults().in(reader.chosen())));
    }
}
