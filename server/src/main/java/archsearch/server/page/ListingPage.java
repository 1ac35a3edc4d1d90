package archsearch.server.page;

import archsearch.searcher.Facet;
import archsearch.searcher.FacetDim;
import archsearch.searcher.Hit;
import archsearch.searcher.SearchRequest;
import archsearch.searcher.SearchResponse;
import archsearch.searcher.Sort;
import archsearch.server.url.Address;
import archsearch.server.url.Parameter;
import archsearch.server.url.RequestUrl;
import archsearch.server.url.Selection;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * All articles with a tag, or of a publisher.
 *
 * @param parent the list of all tags or publishers
 * @param name the tag or publisher
 * @param line how many articles and which page of how many
 * @param within searches within the listing
 * @param related what the articles have in common, each value with its number of articles
 * @param all the same articles on the results page, with every filter
 * @param months the cards; in one month without a name where they are not in the order of time
 * @param notes whether another query was answered or may have been meant
 * @param none what to say instead of cards, or null
 */
public record ListingPage(
        Frame frame,
        Link parent,
        String name,
        String line,
        SearchBox within,
        List<Related> related,
        String all,
        List<Choice> sorts,
        List<Choice> sizes,
        List<Month> months,
        QueryNotes notes,
        @Nullable NoHits none,
        @Nullable Paging paging,
        String json)
        implements Page {
    private static final int RELATED = 8;

    /** The dimensions that say something about a listing. */
    public static final List<FacetDim> FACETS = List.of(FacetDim.TAG, FacetDim.PUBLISHER, FacetDim.YEAR);

    /** How many values of each of them are counted: enough for the years of two decades. */
    public static final int FACET_SIZE = 20;

    /** A row of values. */
    public record Related(String heading, List<Count> values) {}

    /**
     * Cards of one month.
     *
     * @param name empty where the cards are not of one month
     * @param start the rank of the first card
     */
    public record Month(String name, int start, List<Card> cards) {}

    /**
     * The page of a listing.
     *
     * @param dim the tag or publisher dimension
     * @param value the tag or publisher
     * @param url the listing's path
     */
    public static ListingPage of(
            Reader reader,
            String stylesheet,
            FacetDim dim,
            String value,
            RequestUrl url,
            Address address,
            SearchResponse response) {
        Wording words = reader.words();
        SearchRequest request = address.request();
        boolean plain = request.q().isEmpty()
                && request.sort() == url.defaults().request().sort();
        String title = words.listingTitle(dim, value, request.page());
        return new ListingPage(
                Frame.of(reader, stylesheet, title, url, address, plain),
                parent(reader, dim),
                value,
                line(words, dim, response),
                SearchBox.of(words.searchWithin(value), url, address, Set.of(Parameter.Q)),
                related(reader, dim, request, response),
                RequestUrl.SEARCH.href(address),
                ResultsPage.sorts(words, url, address, response),
                ResultsPage.sizes(url, address, response),
                months(reader, dim == FacetDim.TAG ? value : null, response),
                QueryNotes.of(reader, response),
                NoHits.of(reader, url, address, response),
                Paging.of(words, url, address, response.pages(), response.reachablePages()),
                RequestUrl.API_SEARCH.href(Address.of(request)));
    }

    private static Link parent(Reader reader, FacetDim dim) {
        RequestUrl url = RequestUrl.page(dim == FacetDim.TAG ? "tags" : "publishers");
        return new Link(reader.words().indexTitle(dim), url.href(url.defaults().in(reader.chosen())));
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
                case CATEGORY, LANG -> words.facet(facet.dim());
                case YEAR -> words.years();
            };
            // The publishers beside a selected publisher are other publishers, which says nothing about this one.
            List<Count> values =
                    facet.dim() == dim && !dim.isConjunctive() ? List.of() : values(reader, facet, request);
            if (!values.isEmpty()) {
                related.add(new Related(heading, values));
            }
        }
        return related;
    }

    private static List<Count> values(Reader reader, Facet facet, SearchRequest request) {
        Comparator<Facet.Value> order = facet.dim() == FacetDim.YEAR
                ? Filters.LATEST_YEAR
                : Comparator.comparingInt(Facet.Value::count).reversed();
        SearchRequest base = request.toBuilder().sort(Sort.RELEVANCE).build();
        return facet.values().stream()
                .filter(v -> !v.selected())
                .limit(facet.dim() == FacetDim.YEAR ? Long.MAX_VALUE : RELATED)
                .sorted(order)
                .map(v -> new Count(
                        v.value(),
                        RequestUrl.SEARCH.href(Address.of(Selection.toggle(base, facet.dim(), v.value()))
                                .in(reader.chosen())),
                        reader.words().number(v.count())))
                .toList();
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
            months.getLast().cards().add(ownTag == null ? card : card.withoutTag(ownTag, reader));
        }
        return months;
    }
}
