package archsearch.searcher.lucene;

import archsearch.indexer.analysis.FieldReading;
import archsearch.indexer.lucene.IndexSchema;
import archsearch.searcher.MarkedText;
import archsearch.searcher.MarkedText.Mark;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.uhighlight.Passage;
import org.apache.lucene.search.uhighlight.PassageFormatter;
import org.apache.lucene.search.uhighlight.UnifiedHighlighter;
import org.apache.lucene.search.uhighlight.WholeBreakIterator;

/** Finds the parts of stored texts that a query matched, from the offsets in the index. */
final class Highlighter {
    /** Longer than any text the dump reader lets through. */
    private static final int MAX_LENGTH = 1 << 20;

    private static final String[] FIELDS = IndexSchema.TEXT_FIELDS.stream()
            .flatMap(f -> Stream.of(FieldReading.values()).map(r -> IndexSchema.field(f, r)))
            .toArray(String[]::new);

    private final Marker marker;
    private final Query query;

    Highlighter(IndexSearcher searcher, Query query) {
        this.marker = new Marker(searcher);
        this.query = query;
    }

    /** The matches in documents, in the order of {@code docs}. */
    List<Matches> matches(int[] docs) throws IOException {
        int[] passages = new int[FIELDS.length];
        Arrays.fill(passages, 1);
        Map<String, Object[]> found = marker.find(query, docs, passages);
        List<Matches> matches = new ArrayList<>();
        for (int i = 0; i < docs.length; i++) {
            int doc = i;
            matches.add(new Matches(
                    merged(found, IndexSchema.TITLE, doc),
                    merged(found, IndexSchema.SUMMARY, doc),
                    merged(found, IndexSchema.TAGS, doc)));
        }
        return matches;
    }

    /** Both readings' matches of one text, as marks that ascend and never touch. */
    private static List<Mark> merged(Map<String, Object[]> found, String textField, int doc) {
        List<Mark> marks = new ArrayList<>();
        for (FieldReading reading : FieldReading.values()) {
            Object[] inField = found.get(IndexSchema.field(textField, reading));
            if (inField != null && inField[doc] instanceof Marks inReading) {
                marks.addAll(inReading.list());
            }
        }
        marks.sort(Comparator.comparingInt(Mark::start));
        List<Mark> merged = new ArrayList<>();
        for (Mark mark : marks) {
            if (!merged.isEmpty() && mark.start() <= merged.getLast().end()) {
                Mark last = merged.removeLast();
                merged.add(new Mark(last.start(), Math.max(last.end(), mark.end())));
            } else {
                merged.add(mark);
            }
        }
        return merged;
    }

    /**
     * The matches in one article's texts.
     *
     * @param title marks in the title
     * @param summary marks in the summary
     * @param tags marks in the tags as they are indexed: one text, a line feed between two tags
     */
    record Matches(List<Mark> title, List<Mark> summary, List<Mark> tags) {
        static final Matches NONE = new Matches(List.of(), List.of(), List.of());

        /** Each tag with its part of the marks. */
        List<MarkedText> marked(List<String> articleTags) {
            List<MarkedText> marked = new ArrayList<>();
            int start = 0;
            for (String tag : articleTags) {
                int from = start;
                int end = start + tag.length();
                marked.add(new MarkedText(
                        tag,
                        tags.stream()
                                .filter(m -> m.start() >= from && m.end() <= end)
                                .map(m -> new Mark(m.start() - from, m.end() - from))
                                .toList()));
                start = end + 1;
            }
            return marked;
        }
    }

    /** The marks of one reading; a named type, since the highlighter hands results on as objects. */
    private record Marks(List<Mark> list) {}

    private static final class Marker extends UnifiedHighlighter {
        Marker(IndexSearcher searcher) {
            super(new Builder(searcher, IndexSchema.analyzer())
                    .withBreakIterator(WholeBreakIterator::new)
                    .withMaxLength(MAX_LENGTH)
                    .withWeightMatches(true)
                    .withFormatter(new MarksFormatter()));
        }

        Map<String, Object[]> find(Query query, int[] docs, int[] passages) throws IOException {
            return highlightFieldsAsObjects(FIELDS, query, docs, passages);
        }

        /** The fine reading of a text is not stored a second time. */
        @Override
        protected List<CharSequence[]> loadFieldValues(String[] fields, DocIdSetIterator docs, int cacheCharsThreshold)
                throws IOException {
            List<String> stored = Arrays.stream(fields)
                    .map(IndexSchema::storedField)
                    .distinct()
                    .sorted()
                    .toList();
            List<CharSequence[]> values = new ArrayList<>();
            for (CharSequence[] once :
                    super.loadFieldValues(stored.toArray(String[]::new), docs, cacheCharsThreshold)) {
                values.add(Arrays.stream(fields)
                        .map(f -> once[stored.indexOf(IndexSchema.storedField(f))])
                        .toArray(CharSequence[]::new));
            }
            return values;
        }
    }

    private static final class MarksFormatter extends PassageFormatter {
        @Override
        public Object format(Passage[] passages, String content) {
            List<Mark> marks = new ArrayList<>();
            for (Passage passage : passages) {
                for (int i = 0; i < passage.getNumMatches(); i++) {
                    int start = passage.getMatchStarts()[i];
                    int end = passage.getMatchEnds()[i];
                    if (end > start) {
                        marks.add(new Mark(start, end));
                    }
                }
            }
            return new Marks(marks);
        }
    }
}
