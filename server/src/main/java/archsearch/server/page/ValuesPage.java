package archsearch.server.page;

import archsearch.searcher.Facet;
import archsearch.searcher.FacetDim;
import archsearch.searcher.FacetRequest;
import archsearch.searcher.FacetRequest.Order;
import archsearch.searcher.SearchRequest;
import archsearch.server.url.Address;
import archsearch.server.url.RequestUrl;
import archsearch.server.url.ValueList;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * All tags, or all publishers: by name or by number of articles, in pages of bounded length.
 *
 * @param line how many there are, or how many begin with what was looked for
 * @param find looks a value up by its beginning
 * @param letters the letters of a list by name; each leads to its values, on this page or on its own
 * @param top those with the most articles, most first; empty where the page lists by number anyway
 * @param groups the values of the page, by their first letter where they are listed by name; Chinese names by their pinyin
 * @param trends the page about tags over time, or null where the list is not of tags
 * @param note why some values are not listed, or null
 */
public record ValuesPage(
        Frame frame,
        Link parent,
        String heading,
        String line,
        SearchBox find,
        List<Choice> orders,
        List<LetterLink> letters,
        List<Count> top,
        List<Group> groups,
        @Nullable Link trends,
        @Nullable String note,
        @Nullable Paging paging)
        implements Page {
    private static final int TOP = 24;
    private static final Letters LETTERS = new Letters();

    /**
     * A letter of the alphabet.
     *
     * @param count written for the reader; empty where unknown
     */
    public record LetterLink(String letter, String href, String count, boolean current) {}

    /**
     * The values under one letter.
     *
     * @param letter empty where the values are not of one letter
     * @param id the group's place on the page; empty where it has none
     */
    public record Group(String letter, String id, List<Count> values) {}

    /** Asks for what the page lists, as far as one answer can hold it. */
    public static FacetRequest request(FacetDim dim, Address address) {
        ValueList list = address.values();
        return new FacetRequest(SearchRequest.of(""), dim, list.prefix(), list.order(), FacetRequest.MAX_SIZE);
    }

    /**
     * Asks for all values under a letter where there are more values than {@link #request} brings; null where that brought all
     * that the page can list.
     *
     * @param all the answer to {@link #request}
     */
    public static @Nullable FacetRequest underLetter(FacetDim dim, Address address, Facet all) {
        String letter = address.values().letter();
        return all.more() == 0 || !Letters.isLatin(letter) || !isByLetter(address)
                ? null
                : new FacetRequest(SearchRequest.of(""), dim, letter, Order.NAME, FacetRequest.MAX_SIZE);
    }

    /**
     * The page of a dimension's values.
     *
     * @param all the answer to {@link #request}
     * @param underLetter the answer to {@link #underLetter}, or {@code all}
     */
    public static ValuesPage of(Reader reader, Assets assets, Address address, Facet all, Facet underLetter) {
        Wording words = reader.words();
        FacetDim dim = all.dim();
        RequestUrl url = RequestUrl.index(dim);
        ValueList list = address.values();
        boolean byLetter = isByLetter(address);
        List<Facet.Value> listed = byLetter ? ofLetter(list.letter(), underLetter) : all.values();
        // With the letters of a long list, its values are on the letters' own pages.
        boolean onlyLetters =
                byLetter && list.letter().isEmpty() && all.values().size() > ValueSlice.SIZE;
        ValueSlice slice = ValueSlice.of(
                onlyLetters ? List.of() : listed, address.request().page());
        String heading = words.indexTitle(dim);
        return new ValuesPage(
                Frame.of(reader, assets, heading, url, address, list.prefix().isEmpty()),
                HomePage.link(reader),
                heading,
                words.valuesLine(dim, all.values().size() + all.more(), list.prefix()),
                SearchBox.finding(words.findValue(dim), url, address),
                orders(words, url, address),
                byLetter ? letters(words, url, address, all, onlyLetters) : List.of(),
                byLetter && list.letter().isEmpty() ? top(reader, all) : List.of(),
                groups(reader, dim, byLetter, slice.values()),
                dim == FacetDim.TAG ? TrendsPage.link(reader) : null,
                all.more() == 0 ? null : words.onlyListed(all.values().size()),
                Paging.of(words, url, address, slice.pages(), slice.pages()));
    }

    private static boolean isByLetter(Address address) {
        return address.values().order() == Order.NAME
                && address.values().prefix().isEmpty();
    }

    private static List<Facet.Value> ofLetter(String letter, Facet facet) {
        return letter.isEmpty()
                ? facet.values()
                : facet.values().stream()
                        .filter(v -> LETTERS.of(v.value()).equals(letter))
                        .toList();
    }

    static List<Choice> orders(Wording words, RequestUrl url, Address address) {
        List<Choice> orders = new ArrayList<>();
        for (Order order : Order.values()) {
            Address other = address.with(address.request().toBuilder().page(1).build())
                    .with(address.values().in(order));
            orders.add(new Choice(
                    words.valueOrder(order),
                    url.href(other),
                    order == address.values().order()));
        }
        return orders;
    }

    private static List<LetterLink> letters(
            Wording words, RequestUrl url, Address address, Facet all, boolean onlyLetters) {
        Map<String, Integer> counts = new TreeMap<>(Letters.ORDER);
        all.values().forEach(v -> counts.merge(LETTERS.of(v.value()), 1, Integer::sum));
        if (all.more() > 0) {
            // The answer ends somewhere in the alphabet; any letter may have values.
            for (char c = 'A'; c <= 'Z'; c++) {
                counts.putIfAbsent(String.valueOf(c), 0);
            }
        }
        String current = address.values().letter();
        boolean jumps = current.isEmpty() && !onlyLetters;
        Address first = address.with(address.request().toBuilder().page(1).build());
        return counts.entrySet().stream()
                .map(e -> new LetterLink(
                        e.getKey(),
                        jumps
                                ? '#' + id(e.getKey())
                                : url.href(first.with(address.values().under(e.getKey()))),
                        all.more() > 0 ? "" : words.number(e.getValue()),
                        e.getKey().equals(current)))
                .toList();
    }

    private static String id(String letter) {
        return "letter-" + (Letters.isLatin(letter) ? letter : letter.equals(Letters.SIGNS) ? "signs" : "others");
    }

    private static List<Count> top(Reader reader, Facet all) {
        return all.values().size() <= TOP
                ? List.of()
                : all.values().stream()
                        .sorted(Comparator.comparingInt(Facet.Value::count).reversed())
                        .limit(TOP)
                        .map(v -> count(reader, all.dim(), v))
                        .toList();
    }

    private static List<Group> groups(Reader reader, FacetDim dim, boolean byLetter, List<Facet.Value> values) {
        Map<String, List<Count>> groups = new TreeMap<>(Letters.ORDER);
        for (Facet.Value v : values) {
            groups.computeIfAbsent(byLetter ? LETTERS.of(v.value()) : "", l -> new ArrayList<>())
                    .add(count(reader, dim, v));
        }
        return groups.entrySet().stream()
                .map(e -> new Group(e.getKey(), byLetter ? id(e.getKey()) : "", e.getValue()))
                .toList();
    }

    static List<Count> counts(Reader reader, FacetDim dim, List<Facet.Value> values) {
        return values.stream().map(v -> count(reader, dim, v)).toList();
    }

    private static Count count(Reader reader, FacetDim dim, Facet.Value v) {
        return new Count(
                reader.words().facetValue(dim, v.value()),
                RequestUrl.hrefOf(dim, v.value(), reader.chosen()),
                reader.words().number(v.count()));
    }
}
