package archsearch.searcher.lucene;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntPredicate;
import org.apache.lucene.facet.FacetsCollector;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.search.DocIdSetIterator;

/**
 * The articles that one facet is counted over: the hits of a search, or, counted sideways, the hits it would have if nothing were
 * selected in the facet's dimension.
 *
 * @param articles all of them
 * @param repeated of each group of reposts that two or more of them are in, their places in {@link RepostGroups#docs}; none where
 *     articles are counted and not groups
 */
record CountedHits(FacetsCollector articles, List<int[]> repeated) {

    /** Articles of which those of one group are to count once. */
    static CountedHits grouped(FacetsCollector articles, RepostGroups groups) throws IOException {
        if (groups.isEmpty()) {
            return new CountedHits(articles, List.of());
        }
        int[] docs = groups.docs();
        int[] places = new int[docs.length];
        int[] members = new int[groups.size()];
        int found = 0;
        for (FacetsCollector.MatchingDocs leaf : articles.getMatchingDocs()) {
            DocIdSetIterator matching = leaf.bits().iterator();
            int base = leaf.context().docBase;
            int end = base + leaf.context().reader().maxDoc();
            for (int place = groups.firstPlace(base); place < docs.length && docs[place] < end; place++) {
                int doc = docs[place] - base;
                if ((matching.docID() < doc ? matching.advance(doc) : matching.docID()) == doc) {
                    places[found++] = place;
                    members[groups.groupAt(place)]++;
                }
            }
        }
        return new CountedHits(articles, repeated(groups, places, found, members));
    }

    private static List<int[]> repeated(RepostGroups groups, int[] places, int found, int[] members) {
        int[][] byGroup = new int[groups.size()][];
        List<int[]> repeated = new ArrayList<>();
        for (int i = 0; i < found; i++) {
            int group = groups.groupAt(places[i]);
            int size = byGroup[group] == null ? members[group] : byGroup[group].length;
            if (size < 2) {
                continue;
            }
            if (byGroup[group] == null) {
                byGroup[group] = new int[size];
                repeated.add(byGroup[group]);
            }
            byGroup[group][--members[group]] = places[i];
        }
        return repeated;
    }

    /**
     * Hands on a number of every article, those of one group one by one, until a number is refused.
     *
     * @param field holds one number for each article; articles without one are left out
     */
    void numbers(String field, IntPredicate next) throws IOException {
        for (FacetsCollector.MatchingDocs leaf : articles.getMatchingDocs()) {
            DocIdSetIterator matching = leaf.bits().iterator();
            NumericDocValues values = DocValues.getNumeric(leaf.context().reader(), field);
            for (int doc = matching.nextDoc(); doc != DocIdSetIterator.NO_MORE_DOCS; doc = matching.nextDoc()) {
                if (values.advanceExact(doc) && !next.test((int) values.longValue())) {
                    return;
                }
            }
        }
    }
}
