package archsearch.server.page;

import archsearch.searcher.Facet;
import archsearch.searcher.FacetDim;
import archsearch.searcher.Hit;
import archsearch.searcher.SearchRequest;
import archsearch.searcher.SearchResponse;
import archsearch.searcher.Sort;
import archsearch.searcher.ValueName;
import archsearch.server.api.JsonLd;
import archsearch.server.url.Address;
import archsearch.server.url.Parameter;
import archsearch.server.url.RequestUrl;
import archsearch.server.url.Selection;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * All articles with a tag, or of a publisher.
 *
 * @param parent the list of all tags or publishers
 * @param name the tag or publisher
 * @param line how many articles and which page of how many
 * @param also other spellings that articles carry, in a sentence, or null
 * @param same other values with the same meaning
 * @param within searches within the listing
 * @param related what the articles have in common, each value with its number of articles
 * @param all the same articles on the results page, with every filter
 * @param trend the tag over time, to compare others with; null where the listing is of no tag
 * @param months the cards; in one month without a name where they are not in the order of time
 * @param notes whether another query was answered or may have been meant
 * @param none what to say instead of cards, or null
 */
public record ListingPage(
        Frame frame,
        Link parent,
        String name,
        String line,
        @Nullable String also,
        List<Count> same,
        SearchBox within,
        List<Related> related,
        String all,
        @Nullable String trend,
        List<Choice> sorts,
        List<Choice> sizes,
        List<Choice> folding,
        List<Month> months,
        QueryNotes notes,
        @Nullable NoHits none,
        @Nullable Paging paging,
        String json)
        implements Page {
    private static final int RELATED = 8;

    /** The dimensions that say something about a listing. */
    private static final List<FacetDim> FACETS = List.of(FacetDim.TAG, FacetDim.PUBLISHER, FacetDim.YEAR);

    /** Spellings to name; names that are written in more ways do not get clearer. */
    private static final int SPELLINGS = 6;

    /**
     * A row of values.
     *
     * @param drawing the values over time, or null
     * @param more the page with all values, or null where the row has them all
     */
    public record Related(
            String heading,
            @Nullable Histogram drawing,
            List<Count> values,
            @Nullable Link more) {}

    /**
     * Cards of one month.
     *
     * @param name empty where the cards are not of one month
     * @param start the rank of the first card
     */
    public record Month(String name, int start, List<Card> cards) {}

    /** The search whose answer the page shows. */
    public static SearchRequest request(Address address) {
        return address.request().toBuilder()
                .facets(FACETS)
                .facetSize(Filters.COUNTED)
                .build();
    }

    /**
     * The page of a listing.
     *
     * @param name the tag or publisher
     * @param same the values of the same meaning, with their numbers of articles
     * @param response the answer to {@link #request}
     */
    public static ListingPage of(
            Reader reader,
            Assets assets,
            ValueName name,
            List<Facet.Value> same,
            Address address,
            SearchResponse response) {
        Wording words = reader.words();
        FacetDim dim = name.dim();
        String value = name.value();
        RequestUrl url = RequestUrl.listing(dim, value);
        SearchRequest request = address.request();
        boolean plain = request.q().isEmpty()
                && request.sort() == url.defaults().request().sort();
        String title = words.listingTitle(dim, value, request.page());
        return new ListingPage(
                Frame.of(reader, assets, title, url, address, plain)
                        .offering(
                                RequestUrl.feedOf(dim, value).href(newest(address)),
                                JsonLd.listing(reader.site(), url.href(address.in(null)), dim, value, response)),
                parent(reader, dim),
                value,
                line(words, dim, response),
                alsoWritten(words, name),
                ValuesPage.counts(reader, dim, same),
                SearchBox.of(words.searchWithin(value), url, address, Set.of(Parameter.Q)),
                related(reader, dim, request, response),
                RequestUrl.SEARCH.href(address),
                dim == FacetDim.TAG ? TrendsPage.href(reader, value) : null,
                ResultsPage.sorts(words, url, address, response),
                ResultsPage.sizes(url, address, response),
                ResultsPage.folding(words, url, address, response),
                months(reader, dim == FacetDim.TAG ? value : null, response),
                QueryNotes.of(reader, address, response),
                NoHits.of(reader, url, address, response),
                Paging.of(words, url, address, response.pages(), response.reachablePages()),
                RequestUrl.API_SEARCH.href(Address.of(request)));
    }

    /** What a feed of a page shows: the newest, whatever page of it is open. */
    static Address newest(Address address) {
        return Address.of(address.request().toBuilder()
                .sort(Sort.NEWEST)
                .page(1)
                .cursor(null)
                .size(SearchRequest.DEFAULT_SIZE)
                .build());
    }

    static Link parent(Reader reader, FacetDim dim) {
        RequestUrl url = RequestUrl.page(dim == FacetDim.TAG ? "tags" : "publishers");
        return new Link(reader.words().indexTitle(dim), url.href(url.defaults().in(reader.chosen())));
    }

    private static @Nullable String alsoWritten(Wording words, ValueName name) {
        List<String> others = name.spellings().stream()
                .filter(s -> !s.equals(name.value()))
                .limit(SPELLINGS)
                .toList();
        return others.isEmpty() ? null : words.alsoWritten(others);
    }

    private static String line(Wording words, FacetDim dim, SearchResponse r) {
        int first = r.hits().isEmpty() ? 1 : r.hits().getFirst().rank();
        int last = r.hits().isEmpty() ? 0 : r.hits().getLast().rank();
        return words.listingLine(dim, r.total(), r.request().page(), r.pages(), first, last);
    }

    private static List<Related> related(Reader reader, FacetDim dim, SearchRequest request, SearchResponse response) {
        Wording words = reader.words();
        List<Related> related = new ArrayList<>();
        for (Facet facet : response.facets()) {
            String heading = switch (facet.dim()) {
                case TAG -> dim == FacetDim.TAG ? words.oftenWith() : words.topTags();
                case PUBLISHER -> words.topPublishers();
                case CATEGORY, LANG, MONTH, MINUTES -> words.facet(facet.dim());
                case YEAR -> words.years();
            };
            // The publishers beside a selected publisher are other publishers, which says nothing about this one.
            List<Facet.Value> others = facet.dim() == dim && !dim.isConjunctive()
                    ? List.of()
                    : facet.values().stream().filter(v -> !v.selected()).toList();
            if (!others.isEmpty()) {
                related.add(related(reader, heading, facet.dim(), others, facet.more(), request));
            }
        }
        return related;
    }

    private static Related related(
            Reader reader, String heading, FacetDim dim, List<Facet.Value> values, int more, SearchRequest request) {
        Wording words = reader.words();
        SearchRequest base = request.toBuilder().sort(Sort.RELEVANCE).page(1).build();
        List<Facet.Value> shown = dim == FacetDim.YEAR
                ? values.stream().sorted(Filters.LATEST_YEAR).toList()
                : values.stream().limit(RELATED).toList();
        int left = values.size() - shown.size() + more;
        Function<String, String> href = value -> RequestUrl.SEARCH.href(
                Address.of(Selection.toggle(base, dim, value)).in(reader.chosen()));
        return new Related(
                heading,
                dim == FacetDim.YEAR ? Histogram.of(words, new Facet(dim, values, more), href) : null,
                shown.stream()
                        .map(v -> new Count(
                                words.facetValue(dim, v.value()), href.apply(v.value()), words.number(v.count())))
                        .toList(),
                left == 0
                        ? null
                        : new Link(
                                words.showMore(left),
                                RequestUrl.facet(dim).href(Address.of(base).in(reader.chosen()))));
    }

    private static List<Month> months(Reader reader, @Nullable String ownTag, SearchResponse response) {
        Sort sort = response.request().sort();
        boolean inTime = sort == Sort.NEWEST || sort == Sort.OLDEST;
        List<Month> months = new ArrayList<>();
        for (Hit hit : response.hits()) {
            String name =
                    inTime ? reader.words().month(YearMonth.from(hit.article().date())) : "";
            if (months.isEmpty() || !months.getLast().name().equals(name)) {
                months.add(new Month(name, hit.rank(), new ArrayList<>()));
            }
            Card card = Card.of(reader, hit);
            months.getLast().cards().add(ownTag == null ? card : card.withoutTag(ownTag));
        }
        return months;
    }
}
