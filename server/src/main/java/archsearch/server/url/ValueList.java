package archsearch.server.url;

import archsearch.searcher.FacetRequest;

/**
 * Which values of a facet are listed, and in which order.
 *
 * @param prefix what the values begin with; empty for all
 * @param order the order of the values
 * @param letter the letter under which the values stand in a list by name; empty for all
 */
public record ValueList(String prefix, FacetRequest.Order order, String letter) {
    /** All values in an order. */
    public static ValueList all(FacetRequest.Order order) {
        return new ValueList("", order, "");
    }

    /** The same values in another order. */
    public ValueList in(FacetRequest.Order other) {
        return new ValueList(prefix, other, "");
    }

    /** The values under a letter. */
    public ValueList under(String other) {
        return new ValueList("", order, other);
    }

    /** The values that begin with a prefix. */
    public ValueList startingWith(String other) {
        return new ValueList(other, order, "");
    }
}
