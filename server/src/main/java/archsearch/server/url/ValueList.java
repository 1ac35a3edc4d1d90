package archsearch.server.url;

import archsearch.searcher.FacetRequest;

/**
 * Which values of a facet are listed, and in which order.
 *
 * @param prefix what the values begin with; empty for all
 * @param order the order of the values
 * @param letter the letter under which the values stand in a list by name; empty for all
 * @param size most values wanted at once, where the address says so
 */
public record ValueList(String prefix, FacetRequest.Order order, String letter, int size) {
    /** All values in an order, the usual number at once. */
    public static ValueList all(FacetRequest.Order order) {
        return new ValueList("", order, "", FacetRequest.DEFAULT_SIZE);
    }

    /** The same values, another number at once. */
    public ValueList upTo(int most) {
        return new ValueList(prefix, order, letter, most);
    }

    /** The same values in another order. */
    public ValueList in(FacetRequest.Order other) {
        return new ValueList(prefix, other, "", size);
    }

    /** The values under a letter. */
    public ValueList under(String other) {
        return new ValueList("", order, other, size);
    }

    /** The values that begin with a prefix. */
    public ValueList startingWith(String other) {
        return new ValueList(other, order, "", size);
    }
}
