package archsearch.searcher.lucene;

import archsearch.indexer.analysis.TypedMatch.Place;
import archsearch.indexer.analysis.Typing;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.PostingsEnum;
import org.apache.lucene.index.Terms;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.util.BytesRef;

/**
 * The segments of an index, to look up there what one person typed. It keeps their dictionaries open, since opening one takes as long
 * as finding a term in it. Not thread-safe.
 */
final class TypedSegments {
    /** A small segment is worth this many steps. */
    private static final int MIN_VISITS = 200;

    private final IndexReader reader;
    private final Typing typing;
    private final List<Segment> segments = new ArrayList<>();

    private record Segment(LeafReaderContext leaf, TermsEnum dictionary) {}

    /**
     * Opens the dictionaries.
     *
     * @param field holds terms of {@link archsearch.indexer.analysis.TypedText}
     */
    TypedSegments(IndexReader reader, String field, Typing typing) throws IOException {
        this.reader = reader;
        this.typing = typing;
        for (LeafReaderContext leaf : reader.leaves()) {
            Terms terms = leaf.reader().terms(field);
            if (terms != null) {
                segments.add(new Segment(leaf, terms.iterator()));
            }
        }
    }

    /**
     * The documents of each segment that what was typed leads to at a place.
     *
     * @param visits steps through postings, in all segments together, after which a way to read what was typed is given up
     */
    List<TypedPostings> postings(Place place, int visits) throws IOException {
        List<List<BytesRef>> ways = typing.terms(place).stream()
                .map(terms -> terms.stream().map(BytesRef::new).toList())
                .toList();
        List<TypedPostings> all = new ArrayList<>();
        for (Segment segment : segments) {
            TypedPostings found = new TypedPostings(segment.leaf());
            int docs = segment.leaf().reader().maxDoc();
            int share = Math.max(MIN_VISITS, (int) ((long) visits * docs / reader.maxDoc()));
            for (List<BytesRef> terms : ways) {
                List<PostingsEnum> postings = postings(segment.dictionary(), terms);
                if (!postings.isEmpty()) {
                    found.add(postings, share);
                }
            }
            all.add(found);
        }
        return all;
    }

    /** The postings of all terms; none where a term has none. */
    private static List<PostingsEnum> postings(TermsEnum dictionary, List<BytesRef> terms) throws IOException {
        List<PostingsEnum> postings = new ArrayList<>();
        for (BytesRef term : terms) {
            if (!dictionary.seekExact(term)) {
                return List.of();
            }
            postings.add(dictionary.postings(null, PostingsEnum.NONE));
        }
        return postings;
    }
}
