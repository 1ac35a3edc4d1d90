package archsearch.searcher.lucene;

import archsearch.indexer.analysis.TechText;
import archsearch.searcher.query.QueryNode;
import archsearch.searcher.query.Subject;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;

/** Weighs the subjects of an article by what they are worth in one state of the index, and searches for them. */
final class SubjectQuery {
    /** What comes after these adds little to the order and as much to the time. */
    private static final int MAX_SUBJECTS = 25;

    private static final int MAX_PARTNERS_OF_SUBJECT = 8;
    private static final int MAX_PARTNERS = 64;
    /** A word that is neither a term nor a tag nor a name may be any word. */
    private static final double UNKNOWN_WEIGHT = 0.6;
    /** How fast further occurrences of a subject stop to count: BM25's k1, at its usual value (Robertson and Zaragoza 2009). */
    private static final double SATURATION = 1.2;
    /** The part of the weight that makes the main subjects, of which a similar article must have one. */
    private static final double MAIN = 0.5;

    private final IndexSearcher searcher;
    private final TextQueries texts;
    private final LuceneQuery queries;

    SubjectQuery(IndexSearcher searcher) {
        this.searcher = searcher;
        this.texts = new TextQueries(searcher, Deadline.NEVER);
        this.queries = new LuceneQuery(texts, false);
    }

    /**
     * A subject of an article.
     *
     * @param weight what it says about the article: frequent there and rare elsewhere
     * @param boost by which its query's score is multiplied, which has the rarity of its words in it already
     */
    record Weighted(Subject subject, double weight, float boost) {}

    /** The subjects that say most, those first; the ones that no article of the index has are left out. */
    List<Weighted> salient(List<Subject> subjects) throws IOException {
        List<Weighted> all = new ArrayList<>();
        for (Subject subject : subjects) {
            double words = texts.rarity(subject.text(), QueryNode.Scope.EVERYWHERE);
            if (words > 0) {
                double rarity = rarity(subject, words);
                double weight = rarity
                        * (subject.occurrences() / (subject.occurrences() + SATURATION))
                        * (subject.isKnown() ? 1 : UNKNOWN_WEIGHT);
                all.add(new Weighted(subject, weight, (float) (weight * rarity / words)));
            }
        }
        all.sort(Comparator.comparingDouble(Weighted::weight).reversed());
        List<Weighted> salient = new ArrayList<>();
        int partners = 0;
        for (Weighted w : all.subList(0, Math.min(all.size(), MAX_SUBJECTS))) {
            Subject bounded = w.subject().withPartners(Math.min(MAX_PARTNERS_OF_SUBJECT, MAX_PARTNERS - partners));
            partners += bounded.partners().size();
            salient.add(new Weighted(bounded, w.weight(), w.boost()));
        }
        return salient;
    }

    /** The inverse document frequency of a subject as a whole; of several words it is not the sum of theirs. */
    private double rarity(Subject subject, double words) throws IOException {
        if (TechText.words(subject.text()).size() == 1) {
            return words;
        }
        int articles = searcher.count(TextQueries.phrase(subject.text(), QueryNode.Scope.EVERYWHERE));
        int docs = searcher.getIndexReader().numDocs();
        return Math.log(1 + (docs - articles + 0.5) / (articles + 0.5));
    }

    /** The articles that have at least one of the main subjects, the more and weightier ones the better. */
    Query of(List<Weighted> salient) throws IOException {
        double total = 0;
        for (Weighted w : salient) {
            total += w.weight() * w.weight();
        }
        double sum = 0;
        BooleanQuery.Builder main = new BooleanQuery.Builder();
        BooleanQuery.Builder any = new BooleanQuery.Builder();
        for (Weighted w : salient) {
            Query query = new BoostQuery(queries.of(w.subject().node()), w.boost());
            (sum < MAIN * total ? main : any).add(query, Occur.SHOULD);
            sum += w.weight() * w.weight();
        }
        return any.add(main.build(), Occur.MUST).build();
    }
}
