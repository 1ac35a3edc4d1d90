package archsearch.indexer.lucene;

import archsearch.indexer.reposts.Likeness;
import archsearch.indexer.reposts.RepostGroup;
import archsearch.indexer.reposts.RepostKeys;
import archsearch.indexer.reposts.RepostTraits;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.MultiBits;
import org.apache.lucene.index.MultiTerms;
import org.apache.lucene.index.PostingsEnum;
import org.apache.lucene.index.Terms;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.util.Bits;
import org.apache.lucene.util.BytesRef;
import org.apache.lucene.util.NumericUtils;
import org.jspecify.annotations.Nullable;

/**
 * Finds the groups of reposts among the articles of a reader, by the keys and traits that are indexed with them. Not thread-safe.
 *
 * <p>Articles meet under their keys, and the like ones become pairs. All keys are walked for the whole index; for some articles, the pairs are
 * followed from article to article until no new one appears. Both ways see the same pairs, as long as no key gains or loses so many articles
 * that it passes {@link RepostKeys#MOST_UNDER_KEY}, above which it is left out. The work grows with the number of articles, not with its square.
 */
final class RepostFinder {
    private final @Nullable Terms keys;
    private final @Nullable Bits live;
    private final RepostRecords records;
    private final Map<Long, RepostGroup.Pair> pairs = new HashMap<>();
    private @Nullable PostingsEnum postings;

    RepostFinder(IndexReader reader) throws IOException {
        this.keys = MultiTerms.getTerms(reader, IndexSchema.REPOST_KEY);
        this.live = MultiBits.getLiveDocs(reader);
        this.records = new RepostRecords(reader);
    }

    /** The groups of the whole index. */
    List<RepostGroup> all() throws IOException {
        if (keys != null) {
            TermsEnum terms = keys.iterator();
            while (terms.next() != null) {
                if (terms.docFreq() > 1) {
                    compareAll(docs(terms));
                }
            }
        }
        return groups();
    }

    /**
     * The groups that some articles are in, or come into by others.
     *
     * @param docs document numbers
     * @param reached gets the numbers of all articles that were looked at; only these can have changed their group
     */
    List<RepostGroup> around(Collection<Integer> docs, Set<Integer> reached) throws IOException {
        Deque<Integer> open = new ArrayDeque<>(docs);
        reached.addAll(docs);
        while (!open.isEmpty()) {
            int doc = open.remove();
            for (int other : neighbours(doc)) {
                if (compare(doc, other) && reached.add(other)) {
                    open.add(other);
                }
            }
        }
        return groups();
    }

    private Set<Integer> neighbours(int doc) throws IOException {
        Set<Integer> found = new HashSet<>();
        if (keys != null) {
            TermsEnum terms = keys.iterator();
            for (long key : RepostKeys.of(records.traits(doc))) {
                if (terms.seekExact(bytes(key))) {
                    int[] docs = docs(terms);
                    int hub = docs.length > RepostKeys.MOST_UNDER_KEY ? hub(docs) : doc;
                    if (hub == doc) {
                        Arrays.stream(docs).forEach(found::add);
                    } else {
                        found.add(hub);
                    }
                }
            }
            found.remove(doc);
        }
        return found;
    }

    /** The term of a key. */
    static BytesRef bytes(long key) {
        byte[] bytes = new byte[Long.BYTES];
        NumericUtils.longToSortableBytes(key, bytes, 0);
        return new BytesRef(bytes);
    }

    private static long key(BytesRef term) {
        return NumericUtils.sortableBytesToLong(term.bytes, term.offset);
    }

    /** The articles of a term; none where they are too many to mean anything. */
    private int[] docs(TermsEnum term) throws IOException {
        boolean ofText = RepostKeys.isOfText(key(term.term()));
        IntStream.Builder docs = IntStream.builder();
        int size = 0;
        postings = term.postings(postings, PostingsEnum.NONE);
        for (int doc = postings.nextDoc(); doc != DocIdSetIterator.NO_MORE_DOCS; doc = postings.nextDoc()) {
            if (live == null || live.get(doc)) {
                if (size == RepostKeys.MOST_UNDER_KEY && !ofText) {
                    return new int[0];
                }
                docs.add(doc);
                size++;
            }
        }
        return docs.build().toArray();
    }

    /** Of many articles with one text, the one that all others are compared with: the same in every index. */
    private int hub(int[] docs) throws IOException {
        int hub = docs[0];
        String least = records.id(hub);
        for (int doc : docs) {
            String id = records.id(doc);
            if (id.compareTo(least) < 0) {
                least = id;
                hub = doc;
            }
        }
        return hub;
    }

    private void compareAll(int[] docs) throws IOException {
        if (docs.length > RepostKeys.MOST_UNDER_KEY) {
            int hub = hub(docs);
            for (int doc : docs) {
                if (doc != hub) {
                    compare(hub, doc);
                }
            }
            return;
        }
        for (int i = 0; i < docs.length; i++) {
            for (int j = i + 1; j < docs.length; j++) {
                compare(docs[i], docs[j]);
            }
        }
    }

    /** Whether two articles are alike; remembers those that are. */
    private boolean compare(int a, int b) throws IOException {
        long both = (long) Math.min(a, b) << Integer.SIZE | Math.max(a, b);
        if (pairs.containsKey(both)) {
            return true;
        }
        Likeness likeness = Likeness.of(records.traits(a), records.traits(b));
        if (likeness == null) {
            return false;
        }
        String one = records.id(a);
        String other = records.id(b);
        boolean inOrder = one.compareTo(other) < 0;
        pairs.put(both, new RepostGroup.Pair(inOrder ? one : other, inOrder ? other : one, likeness));
        return true;
    }

    private List<RepostGroup> groups() throws IOException {
        Map<String, RepostTraits> traits = new HashMap<>();
        for (Map.Entry<Long, RepostGroup.Pair> e : pairs.entrySet()) {
            for (int doc :
                    List.of((int) (e.getKey() >>> Integer.SIZE), e.getKey().intValue())) {
                traits.put(records.id(doc), records.traits(doc));
            }
        }
        return RepostGroup.of(new ArrayList<>(pairs.values()), traits);
    }
}
