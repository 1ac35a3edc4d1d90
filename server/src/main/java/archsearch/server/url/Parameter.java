package archsearch.server.url;

import java.util.Optional;
import java.util.Set;

/**
 * A parameter of a query string. The order of the constants is the order in every URL that archsearch writes. A path takes only
 * one of those with the same name.
 */
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
    /** The number of values, where a path lists values and not hits. */
    VALUES("size", false),
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

    /** The one of a path's parameters that has a name, or empty. */
    static Optional<Parameter> ofKey(String key, Set<Parameter> among) {
        return among.stream().filter(p -> p.key.equals(key)).findFirst();
    }
}
