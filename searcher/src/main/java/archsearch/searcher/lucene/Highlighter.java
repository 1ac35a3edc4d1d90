package archsearch.searcher.lucene;

import archsearch.indexer.analysis.FieldReading;
import archsearch.indexer.lucene.IndexSchema;
import archsearch.searcher.MarkedText;
import archsearch.searcher.MarkedText.Mark;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Supplier;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.ReaderUtil;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.MatchesIterator;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.QueryVisitor;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.Weight;
import org.apache.lucene.util.automaton.ByteRunAutomaton;
import org.jspecify.annotations.Nullable;

/**
 * Finds the parts of articles' texts that a query matched: from the positions in the index, or, where the query has beginnings of words,
 * from the words of each text. The index has many more words with such a beginning than one article, and Lucene would go through all of
 * them for every article.
 *
 * <p>Lucene's highlighters were not used, since they look at one field at a time and begin anew for each field of each article.
 */
final class Highlighter {
    private final IndexReader reader;
    private final Query query;
    /** The query over the whole index; null where it has beginnings of words. */
    private final @Nullable Weight weight;

    Highlighter(IndexSearcher searcher, Query query) throws IOException {
        this.reader = searcher.getIndexReader();
        this.query = searcher.rewrite(query);
        this.weight = hasPrefix(this.query) ? null : weight(reader, this.query);
    }

    /** The matches in a document. */
    Matches matches(int doc) throws IOException {
        LeafReaderContext leaf = reader.leaves().get(ReaderUtil.subIndex(doc, reader.leaves()));
        int docInLeaf = doc - leaf.docBase;
        org.apache.lucene.search.Matches found;
        if (weight == null) {
            LeafReader article = ArticleTerms.over(leaf.reader(), docInLeaf);
            found = weight(article, query).matches(article.getContext(), docInLeaf);
        } else {
            found = weight.matches(leaf, docInLeaf);
        }
        return found == null
                ? Matches.NONE
                : new Matches(
                        marks(found, IndexSchema.TITLE),
                        marks(found, IndexSchema.SUMMARY),
                        marks(found, IndexSchema.TAGS));
    }

    private static boolean hasPrefix(Query query) {
        boolean[] found = {false};
        query.visit(new QueryVisitor() {
            @Override
            public void consumeTermsMatching(Query many, String field, Supplier<ByteRunAutomaton> automaton) {
                found[0] = true;
            }
        });
        return found[0];
    }

    private static Weight weight(IndexReader reader, Query query) throws IOException {
        IndexSearcher searcher = new IndexSearcher(reader);
        // What one article has is of no use to the next search.
        searcher.setQueryCache(null);
        return searcher.createWeight(query, ScoreMode.COMPLETE_NO_SCORES, 1);
    }

    /** Both readings' matches of one text, as marks that ascend and never touch. */
    private static List<Mark> marks(org.apache.lucene.search.Matches found, String textField) throws IOException {
        List<Mark> marks = new ArrayList<>();
        for (FieldReading reading : FieldReading.values()) {
            MatchesIterator matches = found.getMatches(IndexSchema.field(textField, reading));
            if (matches != null) {
                collect(matches, marks);
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

    /** Of a match that is made of others, those. */
    private static void collect(MatchesIterator matches, List<Mark> marks) throws IOException {
        while (matches.next()) {
            MatchesIterator parts = matches.getSubMatches();
            if (parts != null) {
                collect(parts, marks);
            } else if (matches.endOffset() > matches.startOffset()) {
                marks.add(new Mark(matches.startOffset(), matches.endOffset()));
            }
        }
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
}
