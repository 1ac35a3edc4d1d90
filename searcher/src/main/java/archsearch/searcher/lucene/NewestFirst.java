package archsearch.searcher.lucene;

import archsearch.indexer.lucene.IndexSchema;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.index.SortedSetDocValues;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.util.BytesRef;
import org.jspecify.annotations.Nullable;

/**
 * Documents of several segments in {@link IndexSchema#order}, in which each segment lies already: a merge that looks no further into a
 * segment than it has to. Not thread-safe.
 */
final class NewestFirst {
    /** Those that have documents left. */
    private final List<Segment> segments = new ArrayList<>();

    private int doc = -1;
    private long date;

    /**
     * Begins before the first document.
     *
     * @param all the documents of each segment
     */
    NewestFirst(List<TypedPostings> all) throws IOException {
        for (TypedPostings docs : all) {
            Segment segment = new Segment(docs);
            if (segment.next()) {
                segments.add(segment);
            }
        }
    }

    /** Goes on to the next document; false where there is none. */
    boolean next() throws IOException {
        if (segments.isEmpty()) {
            return false;
        }
        Segment first = segments.getFirst();
        for (int i = 1; i < segments.size(); i++) {
            first = segments.get(i).isBefore(first) ? segments.get(i) : first;
        }
        doc = first.leaf.docBase + first.doc;
        date = first.date;
        if (!first.next()) {
            segments.remove(first);
        }
        return true;
    }

    /** The number of the document in the whole index. */
    int doc() {
        return doc;
    }

    /** Its date, in days of the epoch. */
    long date() {
        return date;
    }

    /** One segment and the document of it that comes next. */
    private static final class Segment {
        private final LeafReaderContext leaf;
        private final TypedPostings docs;
        private @Nullable NumericDocValues dates;
        private @Nullable SortedSetDocValues ids;
        private int doc = -1;
        private long date;
        /** Read only where two dates are equal. */
        private @Nullable BytesRef id;

        Segment(TypedPostings docs) {
            this.leaf = docs.leaf();
            this.docs = docs;
        }

        boolean next() throws IOException {
            doc = docs.nextDoc();
            id = null;
            if (doc == DocIdSetIterator.NO_MORE_DOCS) {
                return false;
            }
            if (dates == null) {
                dates = DocValues.getNumeric(leaf.reader(), IndexSchema.DATE);
            }
            if (!dates.advanceExact(doc)) {
                throw new IllegalStateException("an article has no date");
            }
            date = dates.longValue();
            return true;
        }

        boolean isBefore(Segment other) throws IOException {
            return date == other.date ? id().compareTo(other.id()) < 0 : date > other.date;
        }

        private BytesRef id() throws IOException {
            BytesRef known = id;
            if (known == null) {
                if (ids == null) {
                    ids = DocValues.getSortedSet(leaf.reader(), IndexSchema.ID);
                }
                if (!ids.advanceExact(doc)) {
                    throw new IllegalStateException("an article has no id");
                }
                known = BytesRef.deepCopyOf(ids.lookupOrd(ids.nextOrd()));
                id = known;
            }
            return known;
        }
    }
}
