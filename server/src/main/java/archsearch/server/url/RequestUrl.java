package archsearch.server.url;

import archsearch.indexer.article.Language;
import archsearch.searcher.FacetDim;
import archsearch.searcher.FacetRequest;
import archsearch.searcher.InvalidRequestException;
import archsearch.searcher.SearchRequest;
import archsearch.searcher.Sort;
import archsearch.searcher.SuggestRequest;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A path of the site with the parameters it takes: turns a query string into an {@link Address} and back. Reading what was
 * written gives the same address again, as far as the path has parameters for it; what equals the path's default is never
 * written, so that one search has one URL. Immutable.
 */
public final class RequestUrl {
    static final Set<Parameter> FILTERS = EnumSet.range(Parameter.Q, Parameter.GROUP);

    /** The results page. */
    public static final RequestUrl SEARCH =
            new RequestUrl("/search", SearchRequest.of(""), with(FILTERS, Parameter.FACET_SIZE, Parameter.UI));

    /** Tags over time: the most frequent ones, or those that are given. */
    public static final RequestUrl TRENDS =
            new RequestUrl("/trends", SearchRequest.of(""), EnumSet.of(Parameter.TAG, Parameter.UI));

    /** The same searches in JSON. */
    public static final RequestUrl API_SEARCH = new RequestUrl(
            "/api/v1/search",
            SearchRequest.of(""),
            with(
                    FILTERS,
                    Parameter.CURSOR,
                    Parameter.FACETS,
                    Parameter.FACET_SIZE,
                    Parameter.HIGHLIGHT,
                    Parameter.EXPLAIN));

    /** Suggestions while somebody types. */
    public static final RequestUrl API_SUGGEST = new RequestUrl(
            "/api/v1/suggest",
            SearchRequest.builder().size(SuggestRequest.DEFAULT_SIZE).build(),
            EnumSet.of(Parameter.Q, Parameter.SIZE, Parameter.HIGHLIGHT));

    /** The same searches as a feed, newest first. */
    public static final RequestUrl FEED = new RequestUrl(
            "/feeds/search.atom", SearchRequest.builder().sort(Sort.NEWEST).build(), FILTERS);

    /** Suggestions for a browser's own search box. */
    public static final RequestUrl SUGGEST = new RequestUrl(
            "/suggest/opensearch", API_SUGGEST.defaults.request(), EnumSet.of(Parameter.Q, Parameter.SIZE));

    private final String path;
    private final Address defaults;
    private final Set<Parameter> parameters;

    RequestUrl(String path, SearchRequest defaults, Set<Parameter> parameters) {
        this(path, Address.of(defaults), parameters);
    }

    RequestUrl(String path, Address defaults, Set<Parameter> parameters) {
        this.path = path;
        this.defaults = defaults;
        this.parameters = parameters;
    }

    static Set<Parameter> with(Set<Parameter> some, Parameter... more) {
        Set<Parameter> all = EnumSet.copyOf(some);
        all.addAll(List.of(more));
        return all;
    }

    /** A page that searches nothing and only lets the reader choose the language of its words. */
    public static RequestUrl page(String... segments) {
        return new RequestUrl(path(segments), SearchRequest.of(""), EnumSet.of(Parameter.UI));
    }

    /** A path in JSON without parameters. */
    public static RequestUrl api(String... segments) {
        return new RequestUrl(path(segments), SearchRequest.of(""), EnumSet.noneOf(Parameter.class));
    }

    /** The listing of all articles with a tag, newest first. */
    public static RequestUrl tag(String tag) {
        return listing("tags", tag, SearchRequest.builder().tags(List.of(tag)));
    }

    /** The listing of all articles of a publisher, newest first. */
    public static RequestUrl publisher(String publisher) {
        return listing("publishers", publisher, SearchRequest.builder().publishers(List.of(publisher)));
    }

    /** The listing of a tag or publisher; only these two dimensions have listings. */
    public static RequestUrl listing(FacetDim dim, String value) {
        return switch (dim) {
            case TAG -> tag(value);
            case PUBLISHER -> publisher(value);
            case CATEGORY, LANG, YEAR, MONTH, MINUTES -> throw new IllegalArgumentException("no listings of " + dim);
        };
    }

    /** The list of all tags or publishers, by name. */
    public static RequestUrl index(FacetDim dim) {
        return new RequestUrl(
                path(folder(dim)),
                Address.of(SearchRequest.of("")).with(ValueList.all(FacetRequest.Order.NAME)),
                EnumSet.of(Parameter.PAGE, Parameter.PREFIX, Parameter.ORDER, Parameter.LETTER, Parameter.UI));
    }

    static String folder(FacetDim dim) {
        return dim == FacetDim.TAG ? "tags" : "publishers";
    }

    /** The list of a facet's values within a search, those with the most hits first; its pages are pages of values. */
    public static RequestUrl facet(FacetDim dim) {
        return new RequestUrl(
                path("search", "facets", dim.word()),
                SearchRequest.of(""),
                with(FILTERS, Parameter.PREFIX, Parameter.ORDER, Parameter.UI));
    }

    /** A listing as a feed, newest first. */
    public static RequestUrl feedOf(FacetDim dim, String value) {
        RequestUrl page = dim == FacetDim.TAG ? tag(value) : publisher(value);
        return new RequestUrl(
                page.path + "/feed.atom",
                page.defaults.request(),
                EnumSet.of(Parameter.Q, Parameter.PAGE, Parameter.SIZE, Parameter.GROUP));
    }

    private static RequestUrl listing(String folder, String value, SearchRequest.Builder defaults) {
        return new RequestUrl(
                path(folder, value),
                defaults.sort(Sort.NEWEST).build(),
                EnumSet.of(Parameter.Q, Parameter.SORT, Parameter.PAGE, Parameter.SIZE, Parameter.GROUP, Parameter.UI));
    }

    static String path(String... segments) {
        return List.of(segments).stream().map(QueryString::encodeSegment).collect(Collectors.joining("/", "/", ""));
    }

    /** The path, percent-encoded. */
    public String path() {
        return path;
    }

    /** Whether the path has a parameter. */
    public boolean takes(Parameter parameter) {
        return parameters.contains(parameter);
    }

    /** What the path shows without any parameter. */
    public Address defaults() {
        return defaults;
    }

    /**
     * Reads a query string.
     *
     * @param query what follows the question mark, still percent-encoded; null or empty where there is none
     * @throws UnknownParameterException if a parameter is none of this path's
     * @throws InvalidRequestException if a value is not allowed or a parameter is given too often
     * @throws MalformedQueryException if the query string cannot be decoded
     */
    public Address read(@Nullable String query) {
        Map<Parameter, List<String>> given = new EnumMap<>(Parameter.class);
        for (QueryString.Pair pair : QueryString.read(query == null ? "" : query)) {
            Parameter parameter = parameter(pair.name());
            // A form sends its empty fields too; only for the list of facets does empty mean something: none.
            if (!pair.value().isBlank() || parameter == Parameter.FACETS) {
                given.computeIfAbsent(parameter, p -> new ArrayList<>()).add(pair.value());
            }
        }
        ParameterValues values = new ParameterValues(defaults);
        given.forEach((parameter, texts) -> {
            if (texts.size() > 1 && !parameter.isRepeatable()) {
                throw new InvalidRequestException(
                        parameter.key(),
                        parameter.key() + " is given " + texts.size() + " times; it can be given once.");
            }
            values.read(parameter, texts);
        });
        return values.address();
    }

    private Parameter parameter(String name) {
        return Parameter.ofKey(name, parameters).orElseThrow(() -> unknown(name));
    }

    private UnknownParameterException unknown(String name) {
        String shown = name.length() <= 40 ? name : name.substring(0, 40) + "…";
        String nearest = ParameterNames.nearest(shown, parameters);
        String known = parameters.isEmpty()
                ? "none."
                : parameters.stream().map(Parameter::key).collect(Collectors.joining(", ", "", "."));
        String message = "There is no parameter \"" + shown + "\" here."
                + (nearest == null ? "" : " Did you mean \"" + nearest + "\"?")
                + " Known parameters: " + known;
        return new UnknownParameterException(shown, nearest, message);
    }

    /** Writes the query string, without a question mark; empty where everything is at its default. */
    public String query(Address address) {
        return parameters.stream()
                .filter(p -> !ParameterValues.texts(p, address).equals(ParameterValues.texts(p, defaults)))
                .flatMap(p -> ParameterValues.texts(p, address).stream()
                        .map(text -> p.key() + '=' + QueryString.encode(text)))
                .collect(Collectors.joining("&"));
    }

    /** Writes path and query string, as a link on this site. */
    public String href(Address address) {
        String query = query(address);
        return query.isEmpty() ? path : path + '?' + query;
    }

    /**
     * The parameters that a form must carry along as hidden fields so that sending it keeps this address.
     *
     * @param visible the parameters that are fields of the form anyway
     */
    public List<Map.Entry<String, String>> hiddenFields(Address address, Set<Parameter> visible) {
        return parameters.stream()
                .filter(p -> p != Parameter.PAGE && !visible.contains(p))
                .filter(p -> !ParameterValues.texts(p, address).equals(ParameterValues.texts(p, defaults)))
                .flatMap(p -> ParameterValues.texts(p, address).stream().map(text -> Map.entry(p.key(), text)))
                .toList();
    }

    /** The words searched for, from a query string that may otherwise be wrong; empty where there are none. */
    public static String wordsOf(@Nullable String query) {
        return firstOf(query, Parameter.Q);
    }

    /** The language that a query string asks for, which may otherwise be wrong; null where it asks for none. */
    public static @Nullable Language uiOf(@Nullable String query) {
        return Language.ofCode(firstOf(query, Parameter.UI)).orElse(null);
    }

    /** The query string with another name for one of its parameters. */
    public static String renamed(String query, String from, String to) {
        return QueryString.read(query).stream()
                .map(pair -> (pair.name().equals(from) ? to : QueryString.encode(pair.name()))
                        + '='
                        + QueryString.encode(pair.value()))
                .collect(Collectors.joining("&"));
    }

    private static String firstOf(@Nullable String query, Parameter parameter) {
        try {
            return QueryString.read(query == null ? "" : query).stream()
                    .filter(pair -> pair.name().equals(parameter.key()))
                    .map(QueryString.Pair::value)
                    .findFirst()
                    .orElse("");
        } catch (MalformedQueryException e) {
            return "";
        }
    }

    /** The address of a facet's value where the site has a page for it, else a search for it. */
    public static String hrefOf(FacetDim dim, String value, @Nullable Language ui) {
        return switch (dim) {
            case TAG -> isSegment(value) ? in(tag(value), ui) : search(dim, value, ui);
            case PUBLISHER -> isSegment(value) ? in(publisher(value), ui) : search(dim, value, ui);
            case CATEGORY, LANG, YEAR, MONTH, MINUTES -> search(dim, value, ui);
        };
    }

    private static String in(RequestUrl url, @Nullable Language ui) {
        return url.href(url.defaults.in(ui));
    }

    private static String search(FacetDim dim, String value, @Nullable Language ui) {
        SearchRequest request = Selection.toggle(SearchRequest.of(""), dim, value);
        return SEARCH.href(Address.of(request).in(ui));
    }

    /** Whether a value can be the last segment of a path: browsers resolve two away even when they are percent-encoded. */
    public static boolean isSegment(String value) {
        return !value.equals(".") && !value.equals("..");
    }
}
