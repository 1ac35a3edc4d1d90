package archsearch.indexer.lucene;

import archsearch.indexer.reposts.RepostGroup;
import java.io.IOException;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.LongPredicate;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.MultiBits;
import org.apache.lucene.index.MultiTerms;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.index.PostingsEnum;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.util.Bits;

/**
 * Writes into the index which articles are reposts of each other, shortly before a commit. Only the numbers of articles whose group changed
 * are written.
 */
final class RepostMarks {
    private final IndexWriter writer;

    /** What is to be written for an article. */
    private record Mark(long group, long text) {
        static final Mark NONE = new Mark(0, 0);
    }

    RepostMarks(IndexWriter writer) {
        this.writer = writer;
    }

    /** Finds the groups of all articles. */
    void markAll() throws IOException {
        try (DirectoryReader reader = DirectoryReader.open(writer)) {
            Map<String, Mark> marks = marks(new RepostFinder(reader).all());
            Set<Integer> docs = docsWhere(reader, number -> number != 0);
            for (String id : marks.keySet()) {
                docs.add(doc(reader, id));
            }
            write(reader, docs, marks);
        }
    }

    /**
     * Finds the groups again that changes can have touched.
     *
     * @param ids the articles that were put or deleted
     * @param before the index as it was before
     */
    void markAround(Collection<String> ids, DirectoryReader before) throws IOException {
        try (DirectoryReader reader = DirectoryReader.open(writer)) {
            Set<Long> left = new HashSet<>();
            RepostRecords old = new RepostRecords(before);
            Set<Integer> changed = new TreeSet<>();
            for (String id : ids) {
                int was = doc(before, id);
                if (was >= 0) {
                    left.add(old.number(IndexSchema.REPOST_GROUP, was));
                }
                int is = doc(reader, id);
                if (is >= 0) {
                    changed.add(is);
                }
            }
            left.remove(0L);
            if (!left.isEmpty()) {
                changed.addAll(docsWhere(reader, left::contains));
            }
            Set<Integer> reached = new TreeSet<>();
            List<RepostGroup> groups = new RepostFinder(reader).around(changed, reached);
            write(reader, reached, marks(groups));
        }
    }

    private static Map<String, Mark> marks(List<RepostGroup> groups) {
        Map<String, Mark> marks = new HashMap<>();
        for (RepostGroup group : groups) {
            for (List<String> text : group.texts()) {
                Mark mark = new Mark(group.number(), RepostGroup.textNumber(text));
                text.forEach(id -> marks.put(id, mark));
            }
        }
        return marks;
    }

    private void write(IndexReader reader, Set<Integer> docs, Map<String, Mark> marks) throws IOException {
        RepostRecords records = new RepostRecords(reader);
        for (int doc : docs) {
            String id = records.id(doc);
            Mark mark = marks.getOrDefault(id, Mark.NONE);
            Term term = IndexSchema.idTerm(id);
            if (records.number(IndexSchema.REPOST_GROUP, doc) != mark.group) {
                writer.updateNumericDocValue(term, IndexSchema.REPOST_GROUP, mark.group);
            }
            if (records.number(IndexSchema.REPOST_TEXT, doc) != mark.text) {
                writer.updateNumericDocValue(term, IndexSchema.REPOST_TEXT, mark.text);
            }
        }
    }

    private static Set<Integer> docsWhere(IndexReader reader, LongPredicate group) throws IOException {
        Set<Integer> docs = new TreeSet<>();
        for (LeafReaderContext leaf : reader.leaves()) {
            Bits live = leaf.reader().getLiveDocs();
            NumericDocValues numbers = DocValues.getNumeric(leaf.reader(), IndexSchema.REPOST_GROUP);
            for (int doc = numbers.nextDoc(); doc != DocIdSetIterator.NO_MORE_DOCS; doc = numbers.nextDoc()) {
                if (group.test(numbers.longValue()) && (live == null || live.get(doc))) {
                    docs.add(leaf.docBase + doc);
                }
            }
        }
        return docs;
    }

    /** The document number of an article, or -1 where there is none. */
    private static int doc(IndexReader reader, String id) throws IOException {
        Bits live = MultiBits.getLiveDocs(reader);
        PostingsEnum postings = MultiTerms.getTermPostingsEnum(
                reader, IndexSchema.ID, IndexSchema.idTerm(id).bytes(), PostingsEnum.NONE);
        if (postings != null) {
            for (int doc = postings.nextDoc(); doc != DocIdSetIterator.NO_MORE_DOCS; doc = postings.nextDoc()) {
                if (live == null || live.get(doc)) {
                    return doc;
                }
            }
        }
        return -1;
    }
}
