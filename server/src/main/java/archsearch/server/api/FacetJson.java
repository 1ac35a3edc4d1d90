package archsearch.server.api;

import archsearch.searcher.Facet;
import archsearch.searcher.FacetDim;
import archsearch.searcher.FacetRequest;
import archsearch.searcher.FacetResponse;
import archsearch.server.url.RequestUrl;
import java.util.List;

/** The values of a facet in JSON: those within a search, or all there are. Lists are never null. Thread-safe. */
public final class FacetJson {
    private FacetJson() {}

    /** Writes the values within a search as one line of JSON. */
    public static String write(FacetResponse response) {
        Facet facet = response.facet();
        return Json.write(new Root(
                facet.dim().word(),
                QueryView.of(response.request()),
                values(facet),
                facet.more(),
                IndexJson.of(response.index()),
                millis(response),
                response.partial()));
    }

    /**
     * Writes all values, each with the address of its page, as one line of JSON.
     *
     * @param response about tags or publishers; other values have no pages
     */
    public static String writeAll(FacetResponse response) {
        FacetRequest request = response.request();
        Facet facet = response.facet();
        return Json.write(new Listing(
                facet.dim().word(),
                new ListingQuery(request.prefix(), request.order().word(), request.size()),
                facet.values().stream().map(v -> PageValue.of(facet.dim(), v)).toList(),
                facet.more(),
                IndexJson.of(response.index()),
                millis(response),
                response.partial()));
    }

    record Root(
            String name,
            QueryView query,
            List<FacetValue> values,
            int more,
            IndexJson index,
            long tookMs,
            boolean partial) {}

    record QueryView(String q, String prefix, String order, int size) {
        static QueryView of(FacetRequest request) {
            return new QueryView(
                    request.search().q(), request.prefix(), request.order().word(), request.size());
        }
    }

    record FacetValue(String value, int count, boolean selected) {}

    record Listing(
            String name,
            ListingQuery query,
            List<PageValue> values,
            int more,
            IndexJson index,
            long tookMs,
            boolean partial) {}

    record ListingQuery(String prefix, String order, int size) {}

    record PageValue(String value, int count, String url) {
        static PageValue of(FacetDim dim, Facet.Value value) {
            return new PageValue(value.value(), value.count(), RequestUrl.hrefOf(dim, value.value(), null));
        }
    }

    static List<FacetValue> values(Facet facet) {
        return facet.values().stream()
                .map(v -> new FacetValue(v.value(), v.count(), v.selected()))
                .toList();
    }

    private static long millis(FacetResponse response) {
        return response.tookNanos() / 1_000_000;
    }
}
