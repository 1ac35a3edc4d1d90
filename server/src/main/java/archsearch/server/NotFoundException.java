package archsearch.server;

import archsearch.searcher.FacetDim;
import java.util.Arrays;
import java.util.stream.Collectors;

/** What the path names does not exist. The message tells a reader what was looked for. */
final class NotFoundException extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private static final int MAX_SHOWN = 100;

    NotFoundException(String message) {
        super(message);
    }

    static NotFoundException ofArticle(String id) {
        return new NotFoundException("There is no article with the id \"" + shown(id) + "\".");
    }

    /** Names the facets that there are. */
    static NotFoundException ofFacet(String word) {
        return new NotFoundException("There is no facet named \"" + shown(word) + "\"; there are "
                + Arrays.stream(FacetDim.values()).map(FacetDim::word).collect(Collectors.joining(", ")) + ".");
    }

    /** A name from a request, shortened where it is too long to be one. */
    static String shown(String name) {
        return name.length() <= MAX_SHOWN ? name : name.substring(0, MAX_SHOWN) + "…";
    }
}
