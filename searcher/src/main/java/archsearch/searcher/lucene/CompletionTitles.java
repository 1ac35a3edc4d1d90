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
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.lucene.document.Document;
import org.apache.lucene.index.StoredFields;
import org.apache.lucene.search.IndexSearcher;

/** Titles of articles that match what was typed, from the terms in {@link IndexSchema#TITLE_TYPED}. */
final class CompletionTitles {
    /** Steps through postings in all segments together; about a quarter of a millisecond. */
    private static final int VISITS = 4_000;
    /** Titles read for each one wanted: what lies beyond the indexed beginnings of words may not match, and titles repeat. */
    private static final int READ_FACTOR = 2;

    private static final Set<String> STORED = Set.of(IndexSchema.ID, IndexSchema.TITLE);

    private static final Comparator<Found> ORDER = Comparator.comparing(Found::place)
            .thenComparing(Comparator.comparingLong(Found::date).reversed())
            .thenComparing(f -> f.title().id());

    private final IndexSearcher searcher;
    private final Typing typing;
    private final int limit;
    private final Set<Integer> seenDocs = new HashSet<>();
    private final Set<String> seenTitles = new HashSet<>();
    private final List<Found> found = new ArrayList<>();

    /**
     * Titles for one typing.
     *
     * @param limit most titles wanted
     */
    CompletionTitles(IndexSearcher searcher, Typing typing, int limit) {
        this.searcher = searcher;
        this.typing = typing;
        this.limit = limit;
    }

    /** Those that begin with what was typed, then the others; the newest first of each, and those of one day by id. */
    List<Matched> matching() throws IOException {
        StoredFields stored = searcher.storedFields();
        TypedSegments segments = new TypedSegments(searcher.getIndexReader(), IndexSchema.TITLE_TYPED, typing);
        read(Place.START, segments, stored);
        read(Place.INSIDE, segments, stored);
        return found.stream()
                .sorted(ORDER)
                .map(f -> new Matched(f.place(), f.title()))
                .toList();
    }

    private record Found(Place place, long date, Completion.Title title) {}

    /** Reads titles in the order in which they are wanted, until there are enough; those that were read before do not count. */
    private void read(Place place, TypedSegments segments, StoredFields stored) throws IOException {
        if (found.size() == limit) {
            return;
        }
        NewestFirst newest = new NewestFirst(segments.postings(place, VISITS));
        int reads = limit * READ_FACTOR;
        while (found.size() < limit && reads > 0 && newest.next()) {
            if (seenDocs.add(newest.doc())) {
                reads--;
                add(stored.document(newest.doc(), STORED), newest.date());
            }
        }
    }

    private void add(Document document, long date) {
        String title = document.get(IndexSchema.TITLE);
        Optional<TypedMatch> match = TypedText.of(title).match(typing);
        if (match.isPresent() && seenTitles.add(TextKey.of(title))) {
            found.add(new Found(
                    match.get().place(),
                    date,
                    new Completion.Title(Matched.marked(title, match.get()), document.get(IndexSchema.ID))));
        }
    }
}
