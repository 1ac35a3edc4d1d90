package archsearch.indexer.lucene;

import archsearch.indexer.reposts.RepostTraits;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.lucene.index.BinaryDocValues;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.index.ReaderUtil;
import org.apache.lucene.index.SortedSetDocValues;
import org.apache.lucene.util.BytesRef;

/** What the index keeps of each article to find its reposts by. Reads in any order; not thread-safe. */
final class RepostRecords {
    /** Articles of one key follow each other, so that a few remembered ones save most reading; about a megabyte. */
    private static final int REMEMBERED = 2_000;

    private final List<LeafReaderContext> leaves;
    private final Map<Integer, RepostTraits> remembered = new LinkedHashMap<>(REMEMBERED, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<Integer, RepostTraits> eldest) {
            return size() > REMEMBERED;
        }
    };

    RepostRecords(IndexReader reader) {
        this.leaves = reader.leaves();
    }

    RepostTraits traits(int doc) throws IOException {
        RepostTraits known = remembered.get(doc);
        if (known == null) {
            LeafReaderContext leaf = leaf(doc);
            BinaryDocValues values = DocValues.getBinary(leaf.reader(), IndexSchema.REPOST_TRAITS);
            if (!values.advanceExact(doc - leaf.docBase)) {
                throw new IOException("an article has no " + IndexSchema.REPOST_TRAITS);
            }
            BytesRef bytes = values.binaryValue();
            known = RepostTraits.read(bytes.bytes, bytes.offset, bytes.length);
            remembered.put(doc, known);
        }
        return known;
    }

    String id(int doc) throws IOException {
        LeafReaderContext leaf = leaf(doc);
        SortedSetDocValues values = DocValues.getSortedSet(leaf.reader(), IndexSchema.ID);
        if (!values.advanceExact(doc - leaf.docBase)) {
            throw new IOException("an article has no " + IndexSchema.ID);
        }
        return values.lookupOrd(values.nextOrd()).utf8ToString();
    }

    /** The value of {@link IndexSchema#REPOST_GROUP} or {@link IndexSchema#REPOST_TEXT}. */
    long number(String field, int doc) throws IOException {
        LeafReaderContext leaf = leaf(doc);
        NumericDocValues values = DocValues.getNumeric(leaf.reader(), field);
        return values.advanceExact(doc - leaf.docBase) ? values.longValue() : 0;
    }

    private LeafReaderContext leaf(int doc) {
        return leaves.get(ReaderUtil.subIndex(doc, leaves));
    }
}
