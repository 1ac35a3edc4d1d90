package archsearch.server.url;

import java.util.Arrays;
import java.util.Optional;

/** A parameter of a query string. The order of the constants is the order in every URL that archsearch writes. */
public enum Parameter {
    Q("q", false),
    TAG("tag", true),
    PUBLISHER("publisher", true),
    CATEGORY("category", true),
    LANG("lang", true),
    YEAR("year", true),
    FROM("from", false),
    TO("to", false),
    MINUTES_MAX("minutesMax", false),
    SORT("sort", false),
    PAGE("page", false),
    SIZE("size", false),
    GROUP("group", false),
    CURSOR("cursor", false),
    FACETS("facets", false),
    FACET_SIZE("facetSize", false),
    HIGHLIGHT("highlight", false),
    EXPLAIN("explain", false),
    PREFIX("prefix", false),
    ORDER("order", false),
    LETTER("letter", false),
    UI("ui", false);

    private final String key;
    private final boolean repeatable;

    Parameter(String key, boolean repeatable) {
        this.key = key;
        this.repeatable = repeatable;
    }

    /** The name in a URL. */
    public String key() {
        return key;
    }

    /** Whether it may be given several times, once for each value. */
    boolean isRepeatable() {
        return repeatable;
    }

    static Optional<Parameter> ofKey(String key) {
        return Arrays.stream(values()).filter(p -> p.key.equals(key)).findFirst();
    }
}
