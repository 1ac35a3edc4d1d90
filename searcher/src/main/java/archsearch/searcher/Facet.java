package archsearch.searcher;

import java.util.List;

/**
 * Counts of hits by the values of one dimension.
 *
 * @param dim the dimension
 * @param values of the dimensions that articles carry values of, selected ones first, then by count descending, ties by value; of
 *     ranges over dates and minutes all, in the order of time
 * @param more number of further values that have hits but are not listed
 */
public record Facet(FacetDim dim, List<Value> values, int more) {
    public Facet {
        values = List.copyOf(values);
    }

    /**
     * One value of a dimension.
     *
     * @param value as articles carry it
     * @param count hits that carry the value once it is selected, exactly; where the request groups, an article and its reposts are
     *     one hit. 0 only for selected values
     * @param selected whether the request selects it
     */
    public record Value(String value, int count, boolean selected) {}
}
