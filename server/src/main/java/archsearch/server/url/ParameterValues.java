package archsearch.server.url;

import archsearch.indexer.article.Language;
import archsearch.searcher.FacetDim;
import archsearch.searcher.FacetRequest;
import archsearch.searcher.InvalidRequestException;
import archsearch.searcher.SearchRequest;
import archsearch.searcher.Sort;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Turns the texts of parameters into the parts of an {@link Address} and back. Reads one address; not thread-safe. */
final class ParameterValues {
    private static final int MAX_LETTER_LENGTH = 8;
    private static final String DATE_FORM = "a day written as YYYY-MM-DD, for example 2019-08-27";

    private final SearchRequest.Builder request;
    private String prefix;
    private FacetRequest.Order order;
    private String letter;
    private int values;
    private Highlighting highlighting;
    private @Nullable Language ui;

    ParameterValues(Address start) {
        this.request = start.request().toBuilder();
        this.prefix = start.values().prefix();
        this.order = start.values().order();
        this.letter = start.values().letter();
        this.values = start.values().size();
        this.highlighting = start.highlighting();
        this.ui = start.ui();
    }

    Address address() {
        return new Address(request.build(), new ValueList(prefix, order, letter, values), highlighting, ui);
    }

    /**
     * Takes over the texts given for a parameter.
     *
     * @param texts at least one; exactly one where the parameter is not repeatable
     * @throws InvalidRequestException naming the parameter, the text and what is allowed
     */
    void read(Parameter p, List<String> texts) {
        String text = texts.getFirst();
        switch (p) {
            case Q -> request.q(text);
            case TAG -> request.tags(texts);
            case PUBLISHER -> request.publishers(texts);
            case CATEGORY -> request.categories(texts);
            case LANG -> request.langs(texts.stream().map(t -> language(p, t)).toList());
            case YEAR -> request.years(texts.stream().map(t -> number(p, t)).toList());
            case FROM -> request.from(day(p, text));
            case TO -> request.to(day(p, text));
            case MINUTES_MAX -> request.minutesMax(number(p, text));
            case SORT ->
                request.sort(
                        word(p, text, Sort::ofWord, Arrays.stream(Sort.values()).map(Sort::word)));
            case PAGE -> request.page(number(p, text));
            case SIZE -> request.size(number(p, text));
            case GROUP -> request.grouped(word(p, text, ParameterValues::onOff, Stream.of("on", "off")));
            case CURSOR -> request.cursor(text);
            case FACETS -> request.facets(facets(p, text));
            case FACET_SIZE -> request.facetSize(number(p, text));
            case HIGHLIGHT ->
                highlighting = word(
                        p,
                        text,
                        Highlighting::ofWord,
                        Arrays.stream(Highlighting.values()).map(Highlighting::word));
            case EXPLAIN -> request.explain(word(p, text, ParameterValues::truth, Stream.of("true", "false")));
            case PREFIX -> prefix = bounded(p, text, FacetRequest.MAX_PREFIX_LENGTH);
            case ORDER ->
                order = word(
                        p,
                        text,
                        ParameterValues::order,
                        Arrays.stream(FacetRequest.Order.values()).map(FacetRequest.Order::word));
            case VALUES -> values = number(p, text);
            case LETTER -> letter = bounded(p, text, MAX_LETTER_LENGTH);
            case UI -> ui = language(p, text);
        }
    }

    /** The texts that {@link #read} turns into the address's part again; empty where the address does not have it. */
    static List<String> texts(Parameter p, Address address) {
        SearchRequest r = address.request();
        return switch (p) {
            case Q -> r.q().isEmpty() ? List.of() : List.of(r.q());
            case TAG -> r.selected(FacetDim.TAG);
            case PUBLISHER -> r.selected(FacetDim.PUBLISHER);
            case CATEGORY -> r.selected(FacetDim.CATEGORY);
            case LANG -> r.selected(FacetDim.LANG);
            case YEAR -> r.selected(FacetDim.YEAR);
            case FROM -> optional(r.from());
            case TO -> optional(r.to());
            case MINUTES_MAX -> optional(r.minutesMax());
            case SORT -> List.of(r.sort().word());
            case PAGE -> List.of(String.valueOf(r.page()));
            case SIZE -> List.of(String.valueOf(r.size()));
            case GROUP -> List.of(r.grouped() ? "on" : "off");
            case CURSOR -> optional(r.cursor());
            case FACETS ->
                List.of(r.facets().stream().sorted().map(FacetDim::word).collect(Collectors.joining(",")));
            case FACET_SIZE -> List.of(String.valueOf(r.facetSize()));
            case HIGHLIGHT -> List.of(address.highlighting().word());
            case EXPLAIN -> List.of(String.valueOf(r.explain()));
            case PREFIX -> optional(address.values().prefix());
            case ORDER -> List.of(address.values().order().word());
            case VALUES -> List.of(String.valueOf(address.values().size()));
            case LETTER -> optional(address.values().letter());
            case UI -> address.ui() == null ? List.of() : List.of(address.ui().code());
        };
    }

    private static List<String> optional(@Nullable Object value) {
        return value == null || value.toString().isEmpty() ? List.of() : List.of(value.toString());
    }

    private static String bounded(Parameter p, String text, int most) {
        String stripped = text.strip();
        if (stripped.length() > most) {
            throw bad(p, stripped, "at most " + most + " characters long");
        }
        return stripped;
    }

    private static Optional<FacetRequest.Order> order(String text) {
        return Arrays.stream(FacetRequest.Order.values())
                .filter(o -> o.word().equals(text))
                .findFirst();
    }

    private static Optional<Boolean> truth(String text) {
        return switch (text) {
            case "true" -> Optional.of(true);
            case "false" -> Optional.of(false);
            default -> Optional.empty();
        };
    }

    private static Optional<Boolean> onOff(String text) {
        return switch (text) {
            case "on" -> Optional.of(true);
            case "off" -> Optional.of(false);
            default -> Optional.empty();
        };
    }

    private static Language language(Parameter p, String text) {
        return word(p, text, Language::ofCode, Arrays.stream(Language.values()).map(Language::code));
    }

    private static Set<FacetDim> facets(Parameter p, String text) {
        Set<FacetDim> dims = EnumSet.noneOf(FacetDim.class);
        if (!text.isBlank()) {
            for (String word : text.split(",", -1)) {
                dims.add(word(
                        p,
                        word,
                        FacetDim::ofWord,
                        Arrays.stream(FacetDim.values()).map(FacetDim::word)));
            }
        }
        return dims;
    }

    private static LocalDate day(Parameter p, String text) {
        try {
            if (text.length() == 10) {
                return LocalDate.parse(text);
            }
        } catch (DateTimeParseException e) {
            throw bad(p, text, DATE_FORM);
        }
        throw bad(p, text, DATE_FORM);
    }

    private static int number(Parameter p, String text) {
        if (!text.matches("-?[0-9]{1,9}")) {
            throw bad(p, text, "a whole number");
        }
        return Integer.parseInt(text);
    }

    private static <T> T word(
            Parameter p, String text, Function<String, Optional<T>> ofWord, Stream<String> allowedWords) {
        return ofWord.apply(text)
                .orElseThrow(() -> bad(p, text, "one of " + allowedWords.collect(Collectors.joining(", "))));
    }

    private static InvalidRequestException bad(Parameter p, String text, String allowed) {
        String shown = text.length() <= 60 ? text : text.substring(0, 60) + "…";
        return new InvalidRequestException(
                p.key(), "\"" + shown + "\" is not a value of " + p.key() + "; it must be " + allowed + ".");
    }
}
