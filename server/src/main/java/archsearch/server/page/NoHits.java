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
        String answered = response.correctedFrom() == null ? request.q() : response.parsed();
        return new NoHits(words.noResults(answered, request.isFiltered()), offers(reader, address, response));
    }

    private static List<Count> offers(Reader reader, Address address, SearchResponse response) {
        Wording words = reader.words();
        SearchRequest request = address.request();
        List<Count> offers = new ArrayList<>();
        for (Suggestion s : response.suggestions()) {
            offers.add(new Count(
                    describe(words, request, s), ResultsPage.offered(reader, address, s), words.articles(s.count())));
        }
        int docs = response.index().docs();
        if (docs > 0) {
            // Each by itself, or there would be fewer hits than articles.
            SearchRequest all =
                    SearchRequest.builder().sort(Sort.NEWEST).grouped(false).build();
            offers.add(new Count(words.allArticles(docs), search(reader, all), words.articles(docs)));
        }
        return offers;
    }

    private static String describe(Wording words, SearchRequest request, Suggestion s) {
        List<String> dropped = s.kind() == Suggestion.Kind.DROP_FILTERS
                ? lost(chips(words, request), chips(words, s.request()))
                : s.dropped();
        StringBuilder text = new StringBuilder(words.suggestion(s.kind(), dropped));
        if (!s.request().q().isEmpty()) {
            text.append(": ").append(s.request().q());
        }
        chips(words, s.request()).forEach(chip -> text.append(" · ").append(chip));
        return text.toString();
    }

    /** The filters of a request as readers know them. */
    private static List<String> chips(Wording words, SearchRequest request) {
        List<String> chips = new ArrayList<>();
        for (FacetDim dim : FacetDim.values()) {
            if (dim.isOfValues()) {
                request.selected(dim).forEach(v -> chips.add(words.facetValue(dim, v)));
            }
        }
        if (request.from() != null) {
            chips.add(words.fromChip(request.from()));
        }
        if (request.to() != null) {
            chips.add(words.toChip(request.to()));
        }
        if (request.minutesMax() != null) {
            chips.add(words.minutesMaxChip(request.minutesMax()));
        }
        return chips;
    }

    private static List<String> lost(List<String> before, List<String> after) {
        List<String> lost = new ArrayList<>(before);
        lost.removeAll(after);
        return lost;
    }

    private static String search(Reader reader, SearchRequest request) {
        return RequestUrl.SEARCH.href(Address.of(request).in(reader.chosen()));
    }
}
