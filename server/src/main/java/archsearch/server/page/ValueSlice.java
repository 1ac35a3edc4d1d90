package archsearch.server.page;

import archsearch.searcher.Facet;
import java.util.List;

/**
 * The values on one page of a long list.
 *
 * @param values empty beyond the last page
 * @param pages number of pages of the whole list; 0 where it is empty
 */
record ValueSlice(List<Facet.Value> values, int pages) {
    /** Values on one page: some 60 KB of HTML, which compress to a tenth. */
    static final int SIZE = 500;

    static ValueSlice of(List<Facet.Value> all, int page) {
        long from = Math.min((long) (page - 1) * SIZE, all.size());
        long to = Math.min(from + SIZE, all.size());
        return new ValueSlice(all.subList((int) from, (int) to), (all.size() + SIZE - 1) / SIZE);
    }
}
