package archsearch.searcher.lucene;

import archsearch.searcher.FacetDim;
import java.io.IOException;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.lucene.facet.FacetsConfig;
import org.apache.lucene.facet.sortedset.SortedSetDocValuesReaderState;
import org.apache.lucene.index.SortedSetDocValues;

/** What the articles in groups carry of one dimension, read once so that no search has to. Immutable. */
final class RepostValues {
    private static final String[] NONE = {};

    private final String[][] keysByPlace;

    private RepostValues(String[][] keysByPlace) {
        this.keysByPlace = keysByPlace;
    }

    /**
     * Reads the values of a dimension.
     *
     * @param keys the key of each spelling
     */
    static RepostValues read(
            SortedSetDocValuesReaderState state, FacetDim dim, Map<String, String> keys, RepostGroups groups)
            throws IOException {
        int[] docs = groups.docs();
        String[][] keysByPlace = new String[docs.length][];
        Arrays.fill(keysByPlace, NONE);
        if (docs.length > 0) {
            SortedSetDocValues values = state.getDocValues();
            for (int place = 0; place < docs.length; place++) {
                if (values.advanceExact(docs[place])) {
                    keysByPlace[place] = keys(values, dim, keys);
                }
            }
        }
        return new RepostValues(keysByPlace);
    }

    private static String[] keys(SortedSetDocValues values, FacetDim dim, Map<String, String> keys) throws IOException {
        Set<String> found = new HashSet<>();
        for (int i = 0; i < values.docValueCount(); i++) {
            String term = values.lookupOrd(values.nextOrd()).utf8ToString();
            String[] path = FacetsConfig.stringToPath(term);
            String key = path.length == 2 && path[0].equals(dim.word()) ? keys.get(path[1]) : null;
            if (key != null) {
                found.add(key);
            }
        }
        return found.toArray(String[]::new);
    }

    /**
     * Makes each group count once for a key.
     *
     * @param byKey what was counted, one for each article
     * @param groups of each group the places in {@link RepostGroups#docs} of those members that were counted
     */
    void subtractRepeats(Map<String, Integer> byKey, List<int[]> groups) {
        Set<String> seen = new HashSet<>();
        for (int[] group : groups) {
            seen.clear();
            for (int place : group) {
                for (String key : keysByPlace[place]) {
                    if (!seen.add(key)) {
                        byKey.merge(key, -1, Integer::sum);
                    }
                }
            }
        }
    }
}
