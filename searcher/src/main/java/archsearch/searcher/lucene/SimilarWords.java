package archsearch.searcher.lucene;

import archsearch.indexer.lucene.IndexSchema;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.MultiTerms;
import org.apache.lucene.index.Term;
import org.apache.lucene.index.Terms;
import org.apache.lucene.search.FuzzyTermsEnum;
import org.apache.lucene.util.BytesRef;

/** Finds the words of the articles that a typed word may have been meant as. */
final class SimilarWords {
    /** Shorter words are too like each other. */
    static final int SHORTEST = 3;
    /** Shortest word in which two mistakes are allowed. */
    static final int TWO_EDITS_LENGTH = 8;
    /** Nobody types a longer word with a mistake in it; such texts are keys or noise. */
    static final int LONGEST = 30;
    /** Candidates that are kept of those found. */
    private static final int KEPT = 12;
    /** Places where a word may be two words of the articles. */
    private static final int SPLITS = 3;
    /** A space left out or added is a common slip. */
    private static final double SPACE = 1.5;

    private final IndexReader reader;

    SimilarWords(IndexReader reader) {
        this.reader = reader;
    }

    /** How many articles spell a word like this. */
    int articles(String word) throws IOException {
        return reader.docFreq(new Term(IndexSchema.SPELLING, word));
    }

    /**
     * Words that differ a little from a word, and the word taken apart into two; likeliest first, at most fifteen.
     *
     * @param mistakes how many letters may differ in a long word, 1 or 2; in a short one it is 1
     */
    List<Candidate> of(String word, int mistakes) throws IOException {
        if (word.length() < SHORTEST || word.length() > LONGEST) {
            return List.of();
        }
        List<Candidate> candidates = new ArrayList<>(edited(word, mistakes));
        candidates.addAll(split(word));
        candidates.sort(Comparator.comparingDouble(Candidate::cost).thenComparing(Candidate::text));
        return candidates;
    }

    /** What two words that stand next to each other may have been meant as, if they are one word. */
    List<Candidate> joined(String first, String second, int mistakes) throws IOException {
        String word = first + second;
        if (word.length() < SHORTEST || word.length() > LONGEST) {
            return List.of();
        }
        List<Candidate> candidates = new ArrayList<>();
        int articles = articles(word);
        if (articles > 0) {
            candidates.add(Candidate.of(word, SPACE, articles));
        }
        for (Candidate c : edited(word, mistakes)) {
            candidates.add(c.with(SPACE));
        }
        return candidates;
    }

    private List<Candidate> edited(String word, int mistakes) throws IOException {
        Terms terms = MultiTerms.getTerms(reader, IndexSchema.SPELLING);
        if (terms == null) {
            return List.of();
        }
        int edits = word.length() < TWO_EDITS_LENGTH ? 1 : mistakes;
        FuzzyTermsEnum similar = new FuzzyTermsEnum(terms, new Term(IndexSchema.SPELLING, word), edits, 0, true);
        PriorityQueue<Candidate> best = new PriorityQueue<>(Comparator.comparingDouble(Candidate::cost)
                .thenComparing(Candidate::text)
                .reversed());
        for (BytesRef term = similar.next(); term != null; term = similar.next()) {
            String other = term.utf8ToString();
            if (!other.equals(word)) {
                best.add(Candidate.of(other, TypingCost.of(word, other), similar.docFreq()));
                if (best.size() > KEPT) {
                    best.remove();
                }
            }
        }
        return List.copyOf(best);
    }

    private List<Candidate> split(String word) throws IOException {
        List<Candidate> candidates = new ArrayList<>();
        for (int at = 2; at <= word.length() - 2; at++) {
            int articles = Math.min(articles(word.substring(0, at)), articles(word.substring(at)));
            if (articles > 0) {
                candidates.add(Candidate.of(word.substring(0, at) + ' ' + word.substring(at), SPACE, articles));
            }
        }
        candidates.sort(Comparator.comparingInt(Candidate::articles).reversed().thenComparing(Candidate::text));
        return candidates.subList(0, Math.min(SPLITS, candidates.size()));
    }
}
