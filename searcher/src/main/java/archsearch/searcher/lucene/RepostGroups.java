package archsearch.searcher.lucene;

import archsearch.indexer.lucene.IndexSchema;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.util.BitSet;
import org.apache.lucene.util.Bits;
import org.apache.lucene.util.SparseFixedBitSet;

/**
 * The groups of reposts of one state of the index, by document number. Articles that stand alone, which most do, take no memory.
 * Immutable.
 */
final class RepostGroups {
    private static final int[] NONE = {};

    private final int[] docs;
    private final SparseFixedBitSet bits;
    private final long[] texts;
    private final int[] groups;
    private final int[][] members;

    private RepostGroups(int[] docs, SparseFixedBitSet bits, long[] texts, int[] groups, int[][] members) {
        this.docs = docs;
        this.bits = bits;
        this.texts = texts;
        this.groups = groups;
        this.members = members;
    }

    /** Reads the groups; a group of which one article only is left counts as none. */
    static RepostGroups read(IndexReader reader) throws IOException {
        Map<Long, List<Integer>> byNumber = new HashMap<>();
        Map<Integer, Long> textOf = new HashMap<>();
        for (LeafReaderContext leaf : reader.leaves()) {
            NumericDocValues groups = DocValues.getNumeric(leaf.reader(), IndexSchema.REPOST_GROUP);
            NumericDocValues texts = DocValues.getNumeric(leaf.reader(), IndexSchema.REPOST_TEXT);
            Bits live = leaf.reader().getLiveDocs();
            while (groups.nextDoc() != NumericDocValues.NO_MORE_DOCS) {
                int doc = groups.docID();
                long number = groups.longValue();
                if (number != 0 && (live == null || live.get(doc))) {
                    byNumber.computeIfAbsent(number, n -> new ArrayList<>()).add(leaf.docBase + doc);
                    textOf.put(leaf.docBase + doc, texts.advanceExact(doc) ? texts.longValue() : 0);
                }
            }
        }
        List<List<Integer>> grouped =
                byNumber.values().stream().filter(m -> m.size() > 1).toList();
        return of(grouped, textOf, reader.maxDoc());
    }

    private static RepostGroups of(List<List<Integer>> grouped, Map<Integer, Long> textOf, int maxDoc) {
        int[][] members = grouped.stream()
                .map(m -> m.stream().mapToInt(Integer::intValue).toArray())
                .toArray(int[][]::new);
        int[] docs =
                Arrays.stream(members).flatMapToInt(Arrays::stream).sorted().toArray();
        int[] groups = new int[docs.length];
        long[] texts = new long[docs.length];
        for (int g = 0; g < members.length; g++) {
            for (int doc : members[g]) {
                int at = Arrays.binarySearch(docs, doc);
                groups[at] = g;
                texts[at] = textOf.getOrDefault(doc, 0L);
            }
        }
        SparseFixedBitSet bits = new SparseFixedBitSet(Math.max(1, maxDoc));
        Arrays.stream(docs).forEach(bits::set);
        return new RepostGroups(docs, bits, texts, groups, members);
    }

    /** Whether no article has a repost. */
    boolean isEmpty() {
        return docs.length == 0;
    }

    /** Number of groups; they are numbered from 0. */
    int size() {
        return members.length;
    }

    /** For each group the places of its articles in {@link #docs}. */
    List<int[]> places() {
        return Arrays.stream(members)
                .map(docsOfGroup -> Arrays.stream(docsOfGroup).map(this::place).toArray())
                .toList();
    }

    /** All articles that are in a group, by document number ascending. The answer is shared and must not be changed. */
    int[] docs() {
        return docs;
    }

    /** The articles that are in a group, as a set over the whole index. Shared, not to be changed. */
    BitSet bits() {
        return bits;
    }

    /** The place of an article in {@link #docs}; negative where it stands alone. */
    int place(int doc) {
        return Arrays.binarySearch(docs, doc);
    }

    /** The first place in {@link #docs} of an article from a document number on; the number of places where there is none. */
    int firstPlace(int from) {
        int place = place(from);
        return place < 0 ? -place - 1 : place;
    }

    /** The group of the article at a place in {@link #docs}. */
    int groupAt(int place) {
        return groups[place];
    }

    /** The group of an article, or -1 where it stands alone. */
    int group(int doc) {
        int place = place(doc);
        return place < 0 ? -1 : groups[place];
    }

    /** The articles of the group that an article is in, itself included; none where it stands alone. Shared, not to be changed. */
    int[] members(int doc) {
        int group = group(doc);
        return group < 0 ? NONE : members[group];
    }

    /** Whether two articles share their text. */
    boolean isSameText(int one, int other) {
        int a = place(one);
        int b = place(other);
        return a >= 0 && b >= 0 && texts[a] != 0 && texts[a] == texts[b];
    }
}
