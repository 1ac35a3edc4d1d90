package archsearch.server.page;

import archsearch.searcher.FacetDim;
import archsearch.searcher.SearchRequest;
import archsearch.searcher.SearchResponse;
import archsearch.searcher.Sort;
import archsearch.searcher.Suggestion;
import archsearch.server.url.Address;
import archsearch.server.url.RequestUrl;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a page says instead of hits.
 *
 * @param message what was not found
 * @param offers links that are known to lead to articles, best first; at least one where the index has any article
 */
public record NoHits(String message, List<Count> offers) {

    /** What to say, or null where the answer has hits. */
    static @Nullable NoHits of(Reader reader, RequestUrl url, Address address, SearchResponse response) {
        if (!response.hits().isEmpty()) {
            return null;
        }
        Wording words = reader.words();
        if (response.total() > 0) {
            int last = response.reachablePages();
            Count offer =
                    new Count(words.lastPage(last), Paging.href(url, address, last), words.articles(response.total()));
            return new NoHits(words.pageBeyond(last), List.of(offer));
        }
        SearchRequest request = address.request();
        return new NoHits(words.noResults(request.q(), request.isFiltered()), offers(reader, response));
    }

    private static List<Count> offers(Reader reader, SearchResponse response) {
        Wording words = reader.words();
        List<Count> offers = new ArrayList<>();
        for (Suggestion s : response.suggestions()) {
            offers.add(new Count(describe(words, s), search(reader, s.request()), words.articles(s.count())));
        }
        int docs = response.index().docs();
        if (docs > 0) {
            SearchRequest all = SearchRequest.builder().sort(Sort.NEWEST).build();
            offers.add(new Count(words.allArticles(docs), search(reader, all), words.articles(docs)));
        }
        return offers;
    }

    private static String describe(Wording words, Suggestion s) {
        StringBuilder text = new StringBuilder(words.suggestion(s.kind()));
        if (!s.request().q().isEmpty()) {
            text.append(": ").append(s.request().q());
        }
        for (FacetDim dim : FacetDim.values()) {
            s.request().selected(dim).forEach(v -> text.append(" · ").append(words.facetValue(dim, v)));
        }
        return text.toString();
    }

    private static String search(Reader reader, SearchRequest request) {
        return RequestUrl.SEARCH.href(Address.of(request).in(reader.chosen()));
    }
}
