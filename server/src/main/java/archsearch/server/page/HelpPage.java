package archsearch.server.page;

import archsearch.searcher.FacetDim;
import archsearch.searcher.SearchRequest;
import archsearch.searcher.SearchResponse;
import archsearch.searcher.Sort;
import archsearch.server.url.Address;
import archsearch.server.url.RequestUrl;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What can be written in the search box, and what becomes of it, with examples that find something in the index at hand.
 *
 * @param about paragraphs before everything else
 * @param sections what can be written
 * @param notes what else helps to find
 */
public record HelpPage(Frame frame, String heading, List<String> about, List<Section> sections, List<Note> notes)
        implements Page {
    private static final int ARTICLES = 50;
    private static final int VALUES = 100;

    /**
     * What belongs together.
     *
     * @param id its place on the page
     */
    public record Section(String id, String title, List<Row> rows) {}

    /**
     * Something that can be written.
     *
     * @param href the search for it, or null where the index holds nothing that would make an example
     * @param count how many articles the example finds, written for the reader; empty without a link
     * @param meaning what it does
     */
    public record Row(String written, @Nullable String href, String count, String meaning) {}

    /**
     * Something worth knowing.
     *
     * @param id its place on the page
     */
    public record Note(String id, String title, List<String> paragraphs) {}

    /** The search whose answer the examples are made of. */
    public static SearchRequest request() {
        return SearchRequest.builder()
                .sort(Sort.NEWEST)
                .size(ARTICLES)
                .facets(Set.of(FacetDim.TAG, FacetDim.PUBLISHER, FacetDim.CATEGORY, FacetDim.LANG))
                .facetSize(VALUES)
                .highlights(false)
                .build();
    }

    /**
     * The page.
     *
     * @param response the answer to {@link #request()}
     * @param search tries the examples; asked a bounded number of times
     */
    public static HelpPage of(
            Reader reader, Assets assets, SearchResponse response, Function<SearchRequest, SearchResponse> search) {
        HelpWording words = reader.words().help();
        RequestUrl url = RequestUrl.page("help");
        HelpExamples examples = HelpExamples.of(response);
        return new HelpPage(
                Frame.of(reader, assets, words.title(), url, url.defaults().in(reader.chosen()), true),
                words.title(),
                words.about(),
                Arrays.stream(HelpTopic.Section.values())
                        .map(section -> new Section(
                                section.id(),
                                words.section(section),
                                Arrays.stream(HelpTopic.values())
                                        .filter(topic -> topic.section() == section)
                                        .map(topic -> row(reader, topic, examples, search))
                                        .toList()))
                        .toList(),
                words.notes());
    }

    private static Row row(
            Reader reader, HelpTopic topic, HelpExamples examples, Function<SearchRequest, SearchResponse> search) {
        String meaning = reader.words().help().meaning(topic);
        List<String> queries = examples.of(topic);
        if (topic == HelpTopic.PINYIN) {
            // Nothing has pinyin in its text: the box and the page without hits offer the Chinese word for it.
            return new Row(queries.isEmpty() ? topic.written() : queries.getFirst(), null, "", meaning);
        }
        for (String q : queries) {
            SearchResponse found = search.apply(request(q));
            if (shows(topic, found) && (topic != HelpTopic.GLOSSARY || hasPartners(q, search))) {
                String href =
                        RequestUrl.SEARCH.href(Address.of(SearchRequest.of(q)).in(reader.chosen()));
                return new Row(q, href, reader.words().articles(found.total()), meaning);
            }
        }
        return new Row(topic.written(), null, "", meaning);
    }

    private static SearchRequest request(String q) {
        return SearchRequest.builder()
                .q(q)
                .size(1)
                .facets(Set.of())
                .highlights(false)
                .build();
    }

    /** Whether an answer shows what a topic is about. */
    private static boolean shows(HelpTopic topic, SearchResponse found) {
        boolean corrected = found.correctedFrom() != null;
        return found.total() > 0
                && !found.partial()
                && found.warnings().isEmpty()
                && corrected == (topic == HelpTopic.TYPO);
    }

    /** Whether articles are found that do not have the term itself. */
    private static boolean hasPartners(String term, Function<SearchRequest, SearchResponse> search) {
        SearchResponse others = search.apply(request(term + " -\"" + term + '"'));
        return others.total() > 0 && others.correctedFrom() == null;
    }
}
