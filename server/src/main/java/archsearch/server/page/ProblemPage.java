package archsearch.server.page;

import archsearch.searcher.SearchRequest;
import archsearch.server.api.Problem;
import archsearch.server.url.Address;
import archsearch.server.url.Parameter;
import archsearch.server.url.RequestUrl;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What went wrong, and what to do now.
 *
 * @param heading the kind of problem
 * @param help what this kind of problem means
 * @param detail what happened this time, in English; empty on the page that explains the kind
 * @param didYouMean the same search with the parameter that was probably meant, or null
 * @param requestId names the request in the log, or null on the page that explains the kind
 * @param retry the address to try again, or null where that is of no use
 */
public record ProblemPage(
        Frame frame,
        String heading,
        String help,
        String detail,
        @Nullable Link didYouMean,
        @Nullable String requestId,
        @Nullable String retry)
        implements Page {

    /**
     * The page of a problem that occurred.
     *
     * @param path the path asked for, still percent-encoded
     * @param query its query string, or null
     */
    public static ProblemPage of(
            Reader reader, String stylesheet, Problem problem, String path, @Nullable String query) {
        Wording words = reader.words();
        boolean mayPass = switch (problem.kind()) {
            case INDEX_UNAVAILABLE, ENGINE_UNREACHABLE, INTERNAL_ERROR -> true;
            case UNKNOWN_PARAMETER, BAD_VALUE, BAD_REQUEST, TOO_LARGE, NOT_FOUND, METHOD_NOT_ALLOWED -> false;
        };
        return new ProblemPage(
                frame(reader, stylesheet, words.problemTitle(problem.kind()), RequestUrl.wordsOf(query)),
                words.problemTitle(problem.kind()),
                words.problemHelp(problem.kind()),
                problem.detail(),
                meant(words, problem, path, query),
                words.requestId(problem.requestId()),
                mayPass ? (query == null ? path : path + '?' + query) : null);
    }

    private static @Nullable Link meant(Wording words, Problem problem, String path, @Nullable String query) {
        String wrong = problem.parameter();
        String meant = problem.didYouMean();
        return wrong == null || meant == null || query == null
                ? null
                : new Link(words.didYouMean(meant), path + '?' + RequestUrl.renamed(query, wrong, meant));
    }

    /** The page that explains a kind of problem. */
    public static ProblemPage explaining(Reader reader, String stylesheet, Problem.Kind kind) {
        Wording words = reader.words();
        RequestUrl url = RequestUrl.page("problems", kind.word());
        return new ProblemPage(
                Frame.of(
                        reader,
                        stylesheet,
                        words.problemTitle(kind),
                        url,
                        url.defaults().in(reader.chosen()),
                        true),
                words.problemTitle(kind),
                words.problemHelp(kind),
                "",
                null,
                null,
                null);
    }

    private static Frame frame(Reader reader, String stylesheet, String title, String q) {
        boolean fits = q.length() <= SearchRequest.MAX_QUERY_LENGTH;
        Address address = Address.of(SearchRequest.of(fits ? q : "")).in(reader.chosen());
        SearchBox box = SearchBox.of(reader.words().searchLabel(), RequestUrl.SEARCH, address, Set.of(Parameter.Q));
        return Frame.of(reader, stylesheet, title, box, RequestUrl.SEARCH, address, false);
    }
}
