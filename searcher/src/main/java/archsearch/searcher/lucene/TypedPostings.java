package archsearch.searcher.lucene;

import archsearch.indexer.analysis.Typing;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.PostingsEnum;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.util.Bits;
import org.jspecify.annotations.Nullable;

/**
 * The documents of a segment that what was typed leads to, see {@link Typing#terms}. They are looked for one by one, as they are asked
 * for. Segments lie in the order in which documents are wanted, so the first are the best and the others cost nothing. Not thread-safe.
 */
final class TypedPostings {
    private final LeafReaderContext leaf;
    private final List<Way> ways = new ArrayList<>();
    private final @Nullable Bits live;

    /** The documents that no term leads to yet. */
    TypedPostings(LeafReaderContext leaf) {
        this.leaf = leaf;
        this.live = leaf.reader().getLiveDocs();
    }

    /**
     * Adds the documents that have every term of one way to read what was typed.
     *
     * @param postings of each term, at least one
     * @param visits steps through them after which the way is given up
     */
    void add(List<PostingsEnum> postings, int visits) throws IOException {
        ways.add(new Way(postings, visits));
    }

    LeafReaderContext leaf() {
        return leaf;
    }

    /** The next document, ascending; {@link DocIdSetIterator#NO_MORE_DOCS} after the last one, however often it is asked for. */
    int nextDoc() throws IOException {
        while (true) {
            int doc = DocIdSetIterator.NO_MORE_DOCS;
            for (Way way : ways) {
                doc = Math.min(doc, way.doc);
            }
            if (doc == DocIdSetIterator.NO_MORE_DOCS) {
                return doc;
            }
            for (Way way : ways) {
                if (way.doc == doc) {
                    way.next();
                }
            }
            if (live == null || live.get(doc)) {
                return doc;
            }
        }
    }

    /** The documents that have every term of one way to read what was typed. */
    private static final class Way {
        private final PostingsEnum lead;
        private final List<PostingsEnum> others;
        private int visits;
        /** The document that comes next, whether it is deleted or not. */
        private int doc;

        Way(List<PostingsEnum> postings, int visits) throws IOException {
            List<PostingsEnum> rarestFirst = postings.stream()
                    .sorted(Comparator.comparingLong(PostingsEnum::cost))
                    .toList();
            this.lead = rarestFirst.getFirst();
            this.others = rarestFirst.subList(1, rarestFirst.size());
            this.visits = visits;
            next();
        }

        void next() throws IOException {
            int candidate = lead.nextDoc();
            while (candidate != DocIdSetIterator.NO_MORE_DOCS && visits > 0) {
                int met = met(candidate);
                visits--;
                if (met == candidate) {
                    doc = candidate;
                    return;
                }
                candidate = lead.advance(met);
            }
            doc = DocIdSetIterator.NO_MORE_DOCS;
        }

        /** The first document not before this one where another term may be; this one where all are. */
        private int met(int candidate) throws IOException {
            for (PostingsEnum other : others) {
                visits--;
                int at = other.docID() < candidate ? other.advance(candidate) : other.docID();
                if (at != candidate) {
                    return at;
                }
            }
            return candidate;
        }
    }
}
