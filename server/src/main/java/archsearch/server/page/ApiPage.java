package archsearch.server.page;

import archsearch.searcher.Facet;
import archsearch.searcher.FacetDim;
import archsearch.searcher.FacetRequest;
import archsearch.searcher.Hit;
import archsearch.searcher.SearchRequest;
import archsearch.searcher.SearchResponse;
import archsearch.searcher.Sort;
import archsearch.server.api.ApiDescription;
import archsearch.server.url.Address;
import archsearch.server.url.ApiUrl;
import archsearch.server.url.RequestUrl;
import archsearch.server.url.ValueList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What programs can ask, explained, with examples that find something in the index at hand.
 *
 * @param about paragraphs about the API as a whole
 * @param document the address of the whole description for programs
 * @param sections what can be asked
 */
public record ApiPage(Frame frame, String heading, List<String> about, String document, List<Section> sections)
        implements Page {
    private static final String PAGES = "pages";

    /** What belongs together. */
    public record Section(String title, List<Operation> operations) {}

    /**
     * A path that can be asked.
     *
     * @param anchor the id of its section, which no other part of a page has
     * @param detail more than the summary; empty where there is nothing to add
     * @param example a request that finds something, or null where the index holds nothing for it
     * @param open whether the parameters are shown at once
     * @param answer an example of an answer, or null
     */
    public record Operation(
            String anchor,
            String path,
            String summary,
            String detail,
            @Nullable Link example,
            List<Parameter> parameters,
            boolean open,
            @Nullable String answer) {}

    /** A parameter: what it may be, and what it does. */
    public record Parameter(String name, String values, String meaning) {}

    /** The search whose answer gives the examples. */
    public static SearchRequest request() {
        return SearchRequest.builder()
                .sort(Sort.NEWEST)
                .size(1)
                .facets(Set.of(FacetDim.TAG, FacetDim.PUBLISHER))
                .facetSize(1)
                .highlights(false)
                .build();
    }

    /**
     * The page.
     *
     * @param response the answer to {@link #request()}
     */
    public static ApiPage of(Reader reader, Assets assets, ApiDescription api, SearchResponse response) {
        RequestUrl url = RequestUrl.page("api");
        Wording words = reader.words();
        Examples examples = Examples.of(response);
        return new ApiPage(
                Frame.of(reader, assets, words.apiTitle(), url, url.defaults().in(reader.chosen()), true),
                words.apiTitle(),
                api.about().stream().map(text -> text.in(reader.language())).toList(),
                "/openapi.json",
                api.sections().stream()
                        .filter(section -> !section.name().equals(PAGES))
                        .map(section -> section(reader, section, examples))
                        .toList());
    }

    private static Section section(Reader reader, ApiDescription.Section section, Examples examples) {
        return new Section(
                section.title().in(reader.language()),
                section.operations().stream()
                        .map(operation -> operation(reader, operation, examples))
                        .toList());
    }

    private static Operation operation(Reader reader, ApiDescription.Operation o, Examples examples) {
        String href = examples.href(o);
        return new Operation(
                "get-" + o.id(),
                o.path(),
                o.summary().in(reader.language()),
                o.detail() == null ? "" : o.detail().in(reader.language()),
                href == null ? null : new Link(reader.site() + href, href),
                o.parameters().stream().map(p -> parameter(reader, p)).toList(),
                o.id().equals("search"),
                o.answer());
    }

    private static Parameter parameter(Reader reader, ApiDescription.Parameter p) {
        return new Parameter(p.name(), reader.words().parameter(p), p.meaning().in(reader.language()));
    }

    /**
     * What the index holds that examples can name.
     *
     * @param tag the tag with the most articles, or null
     * @param publisher the publisher with the most articles, or null
     * @param id an article's id, or null where there is none
     */
    private record Examples(
            @Nullable String tag,
            @Nullable String publisher,
            @Nullable String id) {
        private static final int FEW = 3;

        static Examples of(SearchResponse response) {
            return new Examples(
                    first(response, FacetDim.TAG),
                    first(response, FacetDim.PUBLISHER),
                    response.hits().stream()
                            .map(Hit::article)
                            .map(article -> article.id())
                            .filter(RequestUrl::isSegment)
                            .findFirst()
                            .orElse(null));
        }

        private static @Nullable String first(SearchResponse response, FacetDim dim) {
            return response.facet(dim).stream()
                    .flatMap(facet -> facet.values().stream())
                    .map(Facet.Value::value)
                    .filter(RequestUrl::isSegment)
                    .findFirst()
                    .orElse(null);
        }

        /** A request of an operation that has an answer, or null where the index holds nothing for it. */
        @Nullable String href(ApiDescription.Operation operation) {
            return switch (operation.id()) {
                case "search" ->
                    RequestUrl.API_SEARCH.href(Address.of(words().size(FEW).build()));
                case "suggest" -> RequestUrl.API_SUGGEST.href(typed(RequestUrl.API_SUGGEST));
                case "facet" -> ApiUrl.facet(FacetDim.PUBLISHER).href(Address.of(words().build()));
                case "article" -> id == null ? null : ApiUrl.article(id).path();
                case "similar" -> id == null ? null : ApiUrl.similar(id).path();
                case "tags" -> most(ApiUrl.index(FacetDim.TAG));
                case "publishers" -> most(ApiUrl.index(FacetDim.PUBLISHER));
                case "searchFeed" ->
                    RequestUrl.FEED.href(Address.of(words().sort(Sort.NEWEST).build()));
                case "tagFeed" ->
                    tag == null ? null : RequestUrl.feedOf(FacetDim.TAG, tag).path();
                case "publisherFeed" ->
                    publisher == null
                            ? null
                            : RequestUrl.feedOf(FacetDim.PUBLISHER, publisher).path();
                case "browserSuggestions" -> RequestUrl.SUGGEST.href(typed(RequestUrl.SUGGEST));
                case "sitemapPart" -> "/sitemap-pages.xml";
                default -> operation.parameters().isEmpty() ? operation.path() : null;
            };
        }

        private SearchRequest.Builder words() {
            return SearchRequest.builder().q(tag == null ? "" : tag);
        }

        /** The beginning of the tag, as somebody types it. */
        private Address typed(RequestUrl url) {
            String all = tag == null ? "" : tag;
            int two = all.offsetByCodePoints(0, Math.min(2, all.codePointCount(0, all.length())));
            return url.defaults()
                    .with(url.defaults().request().toBuilder()
                            .q(all.substring(0, two))
                            .build());
        }

        private static String most(RequestUrl url) {
            return url.href(
                    url.defaults().with(ValueList.all(FacetRequest.Order.COUNT).upTo(FEW)));
        }
    }
}
