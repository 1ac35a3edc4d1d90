package archsearch.searcher.lucene;

import archsearch.indexer.analysis.TypedMatch.Place;
import archsearch.indexer.analysis.Typing;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.IntConsumer;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.PostingsEnum;
import org.apache.lucene.index.Terms;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.util.Bits;
import org.apache.lucene.util.BytesRef;

/**
 * The first documents of a segment that what was typed leads to, see {@link Typing#terms}. Segments lie in the order in which
 * documents are wanted, so the first found are the best; nothing is collected or scored beyond them.
 */
final class TypedPostings {
    private final LeafReader reader;
    private final String field;
    private final int visits;

    /**
     * @param field holds terms of {@link archsearch.indexer.analysis.TypedText}
     * @param visits steps through postings after which a search gives up, with what it found so far
     */
    TypedPostings(LeafReader reader, String field, int visits) {
        this.reader = reader;
        this.field = field;
        this.visits = visits;
    }

    /** Hands on the first documents for each way to read what was typed, {@code limit} of each at most; some come twice. */
    void forEach(Typing typing, Place place, int limit, IntConsumer docs) throws IOException {
        Terms terms = reader.terms(field);
        if (terms == null) {
            return;
        }
        TermsEnum dictionary = terms.iterator();
        for (List<String> wanted : typing.terms(place)) {
            List<PostingsEnum> postings = postings(dictionary, wanted);
            if (!postings.isEmpty()) {
                intersect(postings, limit, docs);
            }
        }
    }

    /** The postings of all terms, the rarest first; none where a term has none. */
    private static List<PostingsEnum> postings(TermsEnum dictionary, List<String> terms) throws IOException {
        List<PostingsEnum> postings = new ArrayList<>();
        for (String term : terms) {
            if (!dictionary.seekExact(new BytesRef(term))) {
                return List.of();
            }
            postings.add(dictionary.postings(null, PostingsEnum.NONE));
        }
        postings.sort(Comparator.comparingLong(PostingsEnum::cost));
        return postings;
    }

    private void intersect(List<PostingsEnum> postings, int limit, IntConsumer docs) throws IOException {
        Bits live = reader.getLiveDocs();
        PostingsEnum lead = postings.getFirst();
        int found = 0;
        int steps = 0;
        int doc = lead.nextDoc();
        while (doc != DocIdSetIterator.NO_MORE_DOCS && found < limit && steps < visits) {
            int target = doc;
            for (int i = 1; i < postings.size() && target == doc; i++, steps++) {
                PostingsEnum other = postings.get(i);
                target = other.docID() < doc ? other.advance(doc) : other.docID();
            }
            steps++;
            if (target != doc) {
                doc = lead.advance(target);
                continue;
            }
            if (live == null || live.get(doc)) {
                docs.accept(doc);
                found++;
            }
            doc = lead.nextDoc();
        }
    }
}
