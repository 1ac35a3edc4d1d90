package archsearch.searcher.lucene;

import archsearch.indexer.analysis.TextKey;
import archsearch.indexer.analysis.TypedMatch;
import archsearch.indexer.analysis.TypedMatch.Place;
import archsearch.indexer.analysis.TypedText;
import archsearch.indexer.analysis.Typing;
import archsearch.indexer.lucene.IndexSchema;
import archsearch.searcher.Completion;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.lucene.document.Document;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.index.StoredFields;
import org.apache.lucene.search.IndexSearcher;

/** Titles of articles that match what was typed, from the terms in {@link IndexSchema#TITLE_TYPED}. */
final class CompletionTitles {
    /** Steps through postings in all segments together; about a quarter of a millisecond. */
    private static final int VISITS = 4_000;
    /** A small segment is worth this many. */
    private static final int MIN_VISITS = 200;
    /** Titles read for each one wanted: what lies beyond the indexed beginnings of words may not match, and titles repeat. */
    private static final int READ_FACTOR = 2;

    private static final Set<String> STORED = Set.of(IndexSchema.ID, IndexSchema.TITLE);

    private static final Comparator<Found> ORDER = Comparator.comparing(Found::place)
            .thenComparing(Comparator.comparingLong(Found::date).reversed())
            .thenComparing(f -> f.title().id());

    private final IndexSearcher searcher;

    CompletionTitles(IndexSearcher searcher) {
        this.searcher = searcher;
    }

    /** At most {@code limit} titles: those that begin with what was typed, then the others, the newest first of each. */
    List<Matched> matching(Typing typing, int limit) throws IOException {
        List<Found> found = new ArrayList<>();
        Seen seen = new Seen(new HashSet<>(), new HashSet<>());
        for (Place place : List.of(Place.START, Place.INSIDE)) {
            if (found.size() < limit) {
                read(candidates(typing, place, limit), typing, limit, seen, found);
            }
        }
        return found.stream()
                .sorted(ORDER)
                .limit(limit)
                .map(f -> new Matched(f.place(), f.title()))
                .toList();
    }

    private record Found(Place place, long date, Completion.Title title) {}

    private record Seen(Set<Integer> docs, Set<String> titles) {}

    private record Candidate(int doc, long date) {}

    /** The newest documents, with spare ones, ascending by age. */
    private List<Candidate> candidates(Typing typing, Place place, int limit) throws IOException {
        List<Candidate> candidates = new ArrayList<>();
        int maxDoc = searcher.getIndexReader().maxDoc();
        for (LeafReaderContext leaf : searcher.getIndexReader().leaves()) {
            int visits =
                    Math.max(MIN_VISITS, (int) ((long) VISITS * leaf.reader().maxDoc() / maxDoc));
            List<Integer> docs = new ArrayList<>();
            new TypedPostings(leaf.reader(), IndexSchema.TITLE_TYPED, visits)
                    .forEach(typing, place, limit * READ_FACTOR, docs::add);
            Collections.sort(docs);
            NumericDocValues dates = leaf.reader().getNumericDocValues(IndexSchema.DATE);
            for (int doc : docs) {
                if (dates != null && (dates.docID() == doc || dates.advanceExact(doc))) {
                    candidates.add(new Candidate(leaf.docBase + doc, dates.longValue()));
                }
            }
        }
        return candidates.stream()
                .distinct()
                .sorted(Comparator.comparingLong(Candidate::date).reversed().thenComparingInt(Candidate::doc))
                .limit((long) limit * READ_FACTOR)
                .toList();
    }

    private void read(List<Candidate> candidates, Typing typing, int limit, Seen seen, List<Found> found)
            throws IOException {
        StoredFields stored = searcher.storedFields();
        for (Candidate candidate : candidates) {
            // Of those of one day all are read, since which of them comes first is only known then.
            if (found.size() >= limit && candidate.date() < found.getLast().date()) {
                return;
            }
            if (!seen.docs().add(candidate.doc())) {
                continue;
            }
            Document document = stored.document(candidate.doc(), STORED);
            String title = document.get(IndexSchema.TITLE);
            Optional<TypedMatch> match = TypedText.of(title).match(typing);
            if (match.isPresent() && seen.titles().add(TextKey.of(title))) {
                found.add(new Found(
                        match.get().place(),
                        candidate.date(),
                        new Completion.Title(Matched.marked(title, match.get()), document.get(IndexSchema.ID))));
            }
        }
    }
}
