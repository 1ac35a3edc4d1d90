package archsearch.server.page;

import archsearch.searcher.Facet;
import archsearch.searcher.FacetDim;
import archsearch.searcher.InvalidRequestException;
import archsearch.searcher.SearchRequest;
import archsearch.searcher.SearchResponse;
import archsearch.searcher.Sort;
import archsearch.server.url.Address;
import archsearch.server.url.Parameter;
import archsearch.server.url.RequestUrl;
import archsearch.server.url.Selection;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Tags over time: the most frequent ones, each on a scale of its own, or those asked for on one scale. By month where the articles
 * span less than three years, else by year.
 *
 * @param line what is shown
 * @param notes what is missing from the page, and why
 * @param trends empty where no article has a tag
 * @param dim what is counted by
 * @param rows the same counts as a table: one row for each time
 * @param choices tags to choose from; those that are shown are chosen where tags are compared
 * @param names tags to type, the most frequent first
 * @param hidden names and values that the form sends along
 */
public record TrendsPage(
        Frame frame,
        Link parent,
        String heading,
        String line,
        List<String> notes,
        List<Trend> trends,
        FacetDim dim,
        List<Row> rows,
        List<Option> choices,
        List<String> names,
        List<Map.Entry<String, String>> hidden)
        implements Page {
    /** Tags on one page; each costs a search. */
    public static final int MAX_TAGS = 12;

    /** Tags on the page where none are asked for: with all articles before them, a dozen drawings. */
    public static final int USUAL_TAGS = 11;

    /** Years on the page; months are fewer. */
    public static final int MAX_TIMES = 60;

    private static final int CHOICES = 24;
    private static final int NAMES = 100;

    /**
     * The articles with a tag.
     *
     * @param total their number
     * @param facet their years or months
     */
    public record TagCounts(String tag, int total, Facet facet) {}

    /**
     * What was counted.
     *
     * @param tags in the order in which they are shown
     * @param unknown names of tags that no article has
     * @param partial whether a search was cut short, so that counts may be too low
     */
    public record Counts(List<TagCounts> tags, List<String> unknown, boolean partial) {}

    /**
     * One tag, or all articles.
     *
     * @param line how many articles, and when most
     */
    public record Trend(String name, String href, String line, Histogram drawing) {}

    /**
     * A time.
     *
     * @param cells one for each of the page's trends
     */
    public record Row(String time, List<Cell> cells) {}

    /**
     * A count in the table.
     *
     * @param href the articles, or null where there are none
     */
    public record Cell(String count, @Nullable String href) {}

    /** A tag to choose. */
    public record Option(String tag, String count, boolean chosen) {}

    /**
     * The tags that an address asks for; empty for the most frequent ones.
     *
     * @throws InvalidRequestException if there are more than {@link #MAX_TAGS}
     */
    public static List<String> tags(Address address) {
        List<String> tags = address.request().tags();
        if (tags.size() > MAX_TAGS) {
            throw new InvalidRequestException(
                    Parameter.TAG.key(),
                    tags.size() + " tags are given; at most " + MAX_TAGS + " can be compared on one page.");
        }
        return tags;
    }

    /** The search for all articles, whose answer says what there is to choose from. */
    public static SearchRequest request() {
        return SearchRequest.builder()
                .size(1)
                .facets(Set.of(FacetDim.TAG, FacetDim.YEAR, FacetDim.MONTH))
                .facetSize(NAMES)
                .highlights(false)
                .build();
    }

    /**
     * What the page counts by.
     *
     * @param all the answer to {@link #request}
     */
    public static FacetDim unit(SearchResponse all) {
        return all.facet(FacetDim.MONTH).stream()
                        .allMatch(facet -> facet.values().isEmpty())
                ? FacetDim.YEAR
                : FacetDim.MONTH;
    }

    /**
     * The page.
     *
     * @param all the answer to {@link #request}
     */
    public static TrendsPage of(Reader reader, Assets assets, Address address, SearchResponse all, Counts counts) {
        Wording words = reader.words();
        boolean compared = !address.request().tags().isEmpty();
        FacetDim dim = unit(all);
        List<Line> lines = lines(reader, all, counts, compared);
        return new TrendsPage(
                Frame.of(reader, assets, words.trendsTitle(), RequestUrl.TRENDS, address, !compared),
                ListingPage.parent(reader, FacetDim.TAG),
                words.trendsTitle(),
                words.trendsLine(counts.tags().size(), compared, dim),
                notes(words, counts),
                trends(reader, all, lines, compared),
                dim,
                rows(reader, all, lines),
                choices(words, all, compared ? counts.tags() : List.of()),
                all.facet(FacetDim.TAG).stream()
                        .flatMap(facet -> facet.values().stream())
                        .map(Facet.Value::value)
                        .toList(),
                RequestUrl.TRENDS.hiddenFields(address, Set.of(Parameter.TAG)));
    }

    private static List<String> notes(Wording words, Counts counts) {
        return Stream.concat(
                        counts.unknown().stream().map(name -> words.missingValue(FacetDim.TAG, name)),
                        Stream.of(words.partial()).filter(note -> counts.partial()))
                .toList();
    }

    /** What is counted over time: the articles that a search finds. */
    private record Line(String name, String href, SearchRequest search, int total, Facet facet) {
        String at(Reader reader, String time) {
            return RequestUrl.SEARCH.href(
                    Address.of(Selection.toggle(search, facet.dim(), time)).in(reader.chosen()));
        }

        int count(String time) {
            return facet.values().stream()
                    .filter(v -> v.value().equals(time))
                    .mapToInt(Facet.Value::count)
                    .findFirst()
                    .orElse(0);
        }

        Facet.Value peak() {
            return Collections.max(facet.values(), Comparator.comparingInt(Facet.Value::count));
        }
    }

    /** Where nothing is compared, all articles come first: they say how much of a tag's rise is the index's own. */
    private static List<Line> lines(Reader reader, SearchResponse all, Counts counts, boolean compared) {
        List<Line> lines = new ArrayList<>();
        Optional<Facet> every =
                all.facet(unit(all)).filter(facet -> !facet.values().isEmpty());
        if (!compared && every.isPresent()) {
            SearchRequest newest = SearchRequest.builder().sort(Sort.NEWEST).build();
            String href = RequestUrl.SEARCH.href(Address.of(newest).in(reader.chosen()));
            lines.add(new Line(reader.words().resultsHeading(""), href, newest, all.total(), every.get()));
        }
        for (TagCounts t : counts.tags()) {
            String href = RequestUrl.hrefOf(FacetDim.TAG, t.tag(), reader.chosen());
            SearchRequest search = SearchRequest.of("").toggled(FacetDim.TAG, t.tag());
            lines.add(new Line(t.tag(), href, search, t.total(), t.facet()));
        }
        return lines;
    }

    private static List<Trend> trends(Reader reader, SearchResponse all, List<Line> lines, boolean compared) {
        if (lines.isEmpty()) {
            return List.of();
        }
        Wording words = reader.words();
        FacetDim dim = unit(all);
        Histogram.Axis axis = Histogram.Axis.of(all.facet(dim).orElseThrow());
        int most = lines.stream().mapToInt(line -> line.peak().count()).max().orElse(1);
        return lines.stream()
                .map(line -> new Trend(
                        line.name(),
                        line.href(),
                        words.trendLine(
                                line.total(),
                                words.facetValue(dim, line.peak().value()),
                                line.peak().count()),
                        Histogram.on(
                                axis.upTo(compared ? most : line.peak().count()),
                                words,
                                line.facet(),
                                time -> line.at(reader, time))))
                .toList();
    }

    private static List<Row> rows(Reader reader, SearchResponse all, List<Line> lines) {
        Wording words = reader.words();
        Optional<Facet> every = all.facet(unit(all));
        return every.stream()
                .flatMap(facet -> Histogram.inTime(facet).stream())
                .map(Facet.Value::value)
                .map(time -> new Row(
                        words.facetValue(unit(all), time),
                        lines.stream().map(line -> cell(reader, line, time)).toList()))
                .toList();
    }

    private static Cell cell(Reader reader, Line line, String time) {
        int count = line.count(time);
        return new Cell(reader.words().number(count), count == 0 ? null : line.at(reader, time));
    }

    private static List<Option> choices(Wording words, SearchResponse all, List<TagCounts> chosen) {
        Map<String, Option> choices = new LinkedHashMap<>();
        chosen.forEach(t -> choices.put(t.tag(), new Option(t.tag(), words.number(t.total()), true)));
        all.facet(FacetDim.TAG).stream()
                .flatMap(facet -> facet.values().stream())
                .limit(CHOICES)
                .forEach(v -> choices.putIfAbsent(v.value(), new Option(v.value(), words.number(v.count()), false)));
        return List.copyOf(choices.values());
    }

    /** The path that the form asks. */
    public String action() {
        return RequestUrl.TRENDS.path();
    }

    /** The most characters of a tag. */
    public int maxLength() {
        return SearchRequest.MAX_FILTER_LENGTH;
    }

    static Link link(Reader reader) {
        return new Link(
                reader.words().trendsTitle(),
                RequestUrl.TRENDS.href(RequestUrl.TRENDS.defaults().in(reader.chosen())));
    }

    /** The page with one tag, to compare others with. */
    static String href(Reader reader, String tag) {
        return RequestUrl.TRENDS.href(
                Address.of(SearchRequest.builder().tags(List.of(tag)).build()).in(reader.chosen()));
    }
}
