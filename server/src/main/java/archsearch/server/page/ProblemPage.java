package archsearch.server.page;

import archsearch.searcher.Facet;
import archsearch.searcher.FacetDim;
import archsearch.searcher.SearchRequest;
import archsearch.searcher.SearchResponse;
import archsearch.searcher.Sort;
import archsearch.server.api.Problem;
import archsearch.server.url.Address;
import archsearch.server.url.Parameter;
import archsearch.server.url.RequestUrl;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What went wrong, and what to do now.
 *
 * @param heading the kind of problem
 * @param help what this kind of problem means
 * @param detail what happened this time, in English; empty on the page that explains the kind
 * @param nearest what may have been meant, under headings; usually empty
 * @param didYouMean the same search with the parameter that was probably meant, or null
 * @param requestId names the request in the log, or null on the page that explains the kind
 * @param retry the address to try again, or null where that is of no use
 */
public record ProblemPage(
        Frame frame,
        String heading,
        String help,
        String detail,
        List<Offers> nearest,
        @Nullable Link didYouMean,
        @Nullable String requestId,
        @Nullable String retry)
        implements Page {

    /**
     * Links that are known to lead to articles.
     *
     * @param values at least one
     */
    public record Offers(String heading, List<Count> values) {}

    /**
     * The page of a problem that occurred.
     *
     * @param path the path asked for, still percent-encoded
     * @param query its query string, or null
     */
    public static ProblemPage of(Reader reader, Assets assets, Problem problem, String path, @Nullable String query) {
        Wording words = reader.words();
        // What is the server's fault, or of too many requests, may be over when it is tried again.
        boolean mayPass = problem.kind().status() >= 500 || problem.kind() == Problem.Kind.TOO_MANY_REQUESTS;
        return new ProblemPage(
                frame(reader, assets, words.problemTitle(problem.kind()), RequestUrl.wordsOf(query)),
                words.problemTitle(problem.kind()),
                words.problemHelp(problem.kind()),
                problem.detail(),
                List.of(),
                meant(words, problem, path, query),
                words.requestId(problem.requestId()),
                mayPass ? (query == null ? path : path + '?' + query) : null);
    }

    /**
     * The page for a name that no article carries.
     *
     * @param name what was asked for
     * @param nearest values with names like it, most articles first
     * @param search the articles that have the name in their text, or null where none has
     */
    public static ProblemPage ofValue(
            Reader reader,
            Assets assets,
            Problem problem,
            FacetDim dim,
            String name,
            List<Facet.Value> nearest,
            @Nullable SearchResponse search) {
        Wording words = reader.words();
        List<Offers> offers = new ArrayList<>();
        if (!nearest.isEmpty()) {
            offers.add(new Offers(words.nearestValues(dim), ValuesPage.counts(reader, dim, nearest)));
        }
        if (search != null) {
            SearchRequest request = SearchRequest.of(search.request().q());
            String href = RequestUrl.SEARCH.href(Address.of(request).in(reader.chosen()));
            Count found = new Count(words.resultsHeading(request.q()), href, words.articles(search.total()));
            offers.add(new Offers(words.inTheText(), List.of(found)));
        }
        return missing(
                reader, assets, problem, words.missingValue(dim, name), words.missingValueHelp(dim), name, offers);
    }

    /**
     * The page for an id that no article has.
     *
     * @param docs number of articles there are
     */
    public static ProblemPage ofArticle(Reader reader, Assets assets, Problem problem, String id, int docs) {
        Wording words = reader.words();
        SearchRequest all =
                SearchRequest.builder().sort(Sort.NEWEST).grouped(false).build();
        String href = RequestUrl.SEARCH.href(Address.of(all).in(reader.chosen()));
        List<Offers> offers = docs == 0
                ? List.of()
                : List.of(new Offers(
                        words.tryInstead(), List.of(new Count(words.allArticles(docs), href, words.articles(docs)))));
        return missing(reader, assets, problem, words.missingArticle(id), words.missingArticleHelp(), "", offers);
    }

    private static ProblemPage missing(
            Reader reader, Assets assets, Problem problem, String heading, String help, String q, List<Offers> offers) {
        return new ProblemPage(
                frame(reader, assets, heading, q),
                heading,
                help,
                "",
                offers,
                null,
                reader.words().requestId(problem.requestId()),
                null);
    }

    private static @Nullable Link meant(Wording words, Problem problem, String path, @Nullable String query) {
        String wrong = problem.parameter();
        String meant = problem.didYouMean();
        return wrong == null || meant == null || query == null
                ? null
                : new Link(words.didYouMean(meant), path + '?' + RequestUrl.renamed(query, wrong, meant));
    }

    /** The page that explains a kind of problem. */
    public static ProblemPage explaining(Reader reader, Assets assets, Problem.Kind kind) {
        Wording words = reader.words();
        RequestUrl url = RequestUrl.page("problems", kind.word());
        return new ProblemPage(
                Frame.of(
                        reader,
                        assets,
                        words.problemTitle(kind),
                        url,
                        url.defaults().in(reader.chosen()),
                        true),
                words.problemTitle(kind),
                words.problemHelp(kind),
                "",
                List.of(),
                null,
                null,
                null);
    }

    private static Frame frame(Reader reader, Assets assets, String title, String q) {
        boolean fits = q.length() <= SearchRequest.MAX_QUERY_LENGTH;
        Address address = Address.of(SearchRequest.of(fits ? q : "")).in(reader.chosen());
        SearchBox box = SearchBox.of(reader.words().searchLabel(), RequestUrl.SEARCH, address, Set.of(Parameter.Q));
        return Frame.of(reader, assets, title, box, RequestUrl.SEARCH, address, false);
    }
}
