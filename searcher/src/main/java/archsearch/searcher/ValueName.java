package archsearch.searcher;

import java.util.List;

/**
 * A tag or publisher, found under any of its names.
 *
 * @param dim the dimension
 * @param value the most frequent spelling; the one that facets show
 * @param spellings all spellings that articles carry, the most frequent first, the others in their order
 * @param aliases other values of the same dimension that the glossary says mean the same, most articles first; usually empty
 */
public record ValueName(FacetDim dim, String value, List<String> spellings, List<String> aliases) {
    public ValueName {
        spellings = List.copyOf(spellings);
        aliases = List.copyOf(aliases);
    }
}
