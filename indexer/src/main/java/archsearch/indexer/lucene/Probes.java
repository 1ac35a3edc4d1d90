package archsearch.indexer.lucene;

import archsearch.indexer.analysis.TechText;
import archsearch.indexer.analysis.Token;
import archsearch.indexer.article.Article;
import java.io.IOException;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.locks.ReentrantLock;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.search.TopDocs;
import org.apache.lucene.util.BytesRef;
import org.apache.lucene.util.StringHelper;
import org.jspecify.annotations.Nullable;

/**
 * A sample of what a writer put and deleted, to be looked up in the index that came of it. The ids with the smallest hashes are
 * kept: each id is as likely as any other, and what happens to a kept one later is not missed. Thread-safe.
 */
final class Probes {
    /** Enough to meet every large segment; looking them up takes a few milliseconds. */
    private static final int MOST = 100;

    /** The words of a title beyond these would prove nothing more. */
    private static final int MOST_WORDS = 20;

    private final ReentrantLock lock = new ReentrantLock();
    private final TreeMap<Place, Optional<Article>> sample = new TreeMap<>();

    private record Place(int hash, String id) implements Comparable<Place> {
        private static final Comparator<Place> ORDER =
                Comparator.comparingInt(Place::hash).thenComparing(Place::id);

        static Place of(String id) {
            return new Place(StringHelper.murmurhash3_x86_32(new BytesRef(id), 0), id);
        }

        @Override
        public int compareTo(Place other) {
            return ORDER.compare(this, other);
        }
    }

    void put(Article article) {
        note(article.id(), Optional.of(article));
    }

    void delete(String id) {
        note(id, Optional.empty());
    }

    private void note(String id, Optional<Article> expected) {
        Place place = Place.of(id);
        lock.lock();
        try {
            if (sample.size() < MOST || place.compareTo(sample.lastKey()) <= 0) {
                sample.put(place, expected);
                if (sample.size() > MOST) {
                    sample.pollLastEntry();
                }
            }
        } finally {
            lock.unlock();
        }
    }

    /**
     * Looks each article up by its id and by the words of its title, and reads it back.
     *
     * @return what is wrong, as a sentence; null where nothing is
     */
    @Nullable String fault(IndexReader reader) throws IOException {
        IndexSearcher searcher = new IndexSearcher(reader);
        lock.lock();
        try {
            for (Map.Entry<Place, Optional<Article>> probe : sample.entrySet()) {
                String fault = fault(searcher, probe.getKey().id(), probe.getValue());
                if (fault != null) {
                    return fault;
                }
            }
            return null;
        } finally {
            lock.unlock();
        }
    }

    private static @Nullable String fault(IndexSearcher searcher, String id, Optional<Article> expected)
            throws IOException {
        TopDocs found = searcher.search(new TermQuery(IndexSchema.idTerm(id)), 2);
        if (expected.isEmpty()) {
            return found.scoreDocs.length == 0 ? null : "the article " + id + " was deleted but is found";
        }
        if (found.scoreDocs.length != 1) {
            return "the article " + id + " is found " + (found.scoreDocs.length == 0 ? "nowhere" : "more than once");
        }
        Article article = expected.get();
        if (!IndexSchema.article(searcher.storedFields().document(found.scoreDocs[0].doc))
                .equals(article)) {
            return "the article " + id + " reads back other than it was written";
        }
        return searcher.count(byTitle(article)) == 1
                ? null
                : "a search for the words of its title does not find the article " + id;
    }

    private static BooleanQuery byTitle(Article article) {
        BooleanQuery.Builder query = new BooleanQuery.Builder();
        query.add(new TermQuery(IndexSchema.idTerm(article.id())), BooleanClause.Occur.FILTER);
        List<Token> words = TechText.words(article.title());
        for (Token word : words.subList(0, Math.min(words.size(), MOST_WORDS))) {
            query.add(new TermQuery(new Term(IndexSchema.TITLE, word.term())), BooleanClause.Occur.FILTER);
        }
        return query.build();
    }
}
