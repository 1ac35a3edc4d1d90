package archsearch.server.page;

import archsearch.searcher.IndexInfo;
import archsearch.searcher.SearchRequest;
import archsearch.searcher.SearchResponse;
import archsearch.searcher.Sort;
import archsearch.searcher.Suggestion;
import archsearch.server.url.Address;
import archsearch.server.url.Parameter;
import archsearch.server.url.RequestUrl;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The results of a search.
 *
 * @param heading what was searched
 * @param status how many hits, how fast, from which index
 * @param notes whether another query was answered or may have been meant
 * @param warnings what could not be read as written
 * @param parsed how the query was read; null where that is no news
 * @param partial whether the search was cut short
 * @param sorts the orders to choose from
 * @param sizes the page sizes to choose from
 * @param folding whether reposts are one hit or hits of their own; empty where that makes no difference here
 * @param start the rank of the first card
 * @param none what to say instead of cards, or null
 * @param paging null where one page holds everything
 * @param json the same search in JSON
 */
public record ResultsPage(
        Frame frame,
        String heading,
        String status,
        QueryNotes notes,
        List<String> warnings,
        @Nullable String parsed,
        boolean partial,
        Filters filters,
        List<Choice> sorts,
        List<Choice> sizes,
        List<Choice> folding,
        int start,
        List<Card> cards,
        @Nullable NoHits none,
        @Nullable Paging paging,
        String json)
        implements Page {

    private static final List<Integer> SIZES = List.of(10, 20, 50, 100);

    /** The search whose answer the page shows. */
    public static SearchRequest request(Address address) {
        SearchRequest request = address.request();
        return request.toBuilder()
                .facetSize(Math.max(request.facetSize(), Filters.COUNTED))
                .build();
    }

    /** The page that shows the answer to {@link #request}. */
    public static ResultsPage of(Reader reader, Assets assets, Address address, SearchResponse response) {
        Wording words = reader.words();
        SearchRequest request = address.request();
        SearchBox box = SearchBox.of(
                words.searchLabel(),
                RequestUrl.SEARCH,
                address,
                EnumSet.of(Parameter.Q, Parameter.FROM, Parameter.TO, Parameter.MINUTES_MAX));
        String title = words.searchTitle(request.q(), request.page());
        return new ResultsPage(
                Frame.of(reader, assets, title, box, RequestUrl.SEARCH, address, false)
                        .offering(RequestUrl.FEED.href(ListingPage.newest(address)), null),
                words.resultsHeading(request.q()),
                status(words, response),
                QueryNotes.of(reader, address, response),
                response.warnings(),
                parsed(response),
                response.partial(),
                Filters.of(words, address, response),
                sorts(words, RequestUrl.SEARCH, address, response),
                sizes(RequestUrl.SEARCH, address, response),
                folding(words, RequestUrl.SEARCH, address, response),
                response.hits().isEmpty() ? 1 : response.hits().getFirst().rank(),
                response.hits().stream().map(hit -> Card.of(reader, hit)).toList(),
                NoHits.of(reader, RequestUrl.SEARCH, address, response),
                Paging.of(words, RequestUrl.SEARCH, address, response.pages(), response.reachablePages()),
                RequestUrl.API_SEARCH.href(Address.of(request)));
    }

    /** The address of a search that is offered instead, shown in the way of this page. */
    static String offered(Reader reader, Address address, Suggestion suggestion) {
        SearchRequest request = suggestion.request().toBuilder()
                .facetSize(address.request().facetSize())
                .build();
        return RequestUrl.SEARCH.href(Address.of(request).in(reader.chosen()));
    }

    private static String status(Wording words, SearchResponse r) {
        return words.status(
                r.total(), r.tookNanos() / 1_000_000, day(r.index()), r.index().docs());
    }

    /** The day that an index is of. */
    static LocalDate day(IndexInfo index) {
        return index.committedAt().atZone(ZoneOffset.UTC).toLocalDate();
    }

    private static @Nullable String parsed(SearchResponse r) {
        boolean asWritten =
                r.correctedFrom() != null || r.parsed().equals(r.request().q());
        return r.parsed().isEmpty() || (asWritten && r.warnings().isEmpty()) ? null : r.parsed();
    }

    /** The orders that can make a difference: by relevance with a query only, by likes only where there are any. */
    static List<Choice> sorts(Wording words, RequestUrl url, Address address, SearchResponse response) {
        SearchRequest request = address.request();
        boolean liked = response.hits().stream().anyMatch(h -> h.article().likes() > 0);
        List<Choice> sorts = new ArrayList<>();
        for (Sort sort : Sort.values()) {
            boolean useful = switch (sort) {
                case RELEVANCE -> !request.q().isEmpty();
                case LIKES -> liked;
                case NEWEST, OLDEST, MINUTES -> response.total() > 1;
            };
            if (useful || sort == request.sort()) {
                String href = url.href(
                        address.with(request.toBuilder().sort(sort).page(1).build()));
                sorts.add(new Choice(words.sort(sort), href, sort == request.sort()));
            }
        }
        return sorts.size() > 1 ? sorts : List.of();
    }

    /** Whether reposts are folded under one hit; no choice where the page has none to fold. */
    static List<Choice> folding(Wording words, RequestUrl url, Address address, SearchResponse response) {
        SearchRequest request = address.request();
        boolean folded = response.hits().stream().anyMatch(h -> !h.reposts().isEmpty());
        return request.grouped() && !folded
                ? List.of()
                : Stream.of(true, false)
                        .map(grouped -> new Choice(
                                words.folding(grouped),
                                url.href(address.with(request.toBuilder()
                                        .grouped(grouped)
                                        .page(1)
                                        .build())),
                                grouped == request.grouped()))
                        .toList();
    }

    /** The page sizes; none where every one would show the same. */
    static List<Choice> sizes(RequestUrl url, Address address, SearchResponse response) {
        SearchRequest request = address.request();
        if (response.total() <= SIZES.getFirst()) {
            return List.of();
        }
        return SIZES.stream()
                .map(size -> new Choice(
                        String.valueOf(size),
                        url.href(address.with(
                                request.toBuilder().size(size).page(1).build())),
                        size == request.size()))
                .toList();
    }
}
