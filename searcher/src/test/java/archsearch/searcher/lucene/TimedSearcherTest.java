package archsearch.searcher.lucene;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import archsearch.indexer.lucene.IndexSchema;
import archsearch.searcher.query.QueryNode;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.StringField;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.NoMergePolicy;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.LRUQueryCache;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.QueryCachingPolicy;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.apache.lucene.store.Directory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Two segments, one of few words and one of many, searched by a clock on which every look takes a millisecond. */
class TimedSearcherTest {
    private static final int FEW = 10;
    private static final int MANY = 2_000;
    /** Enough looks for the few words and far from enough for the many. */
    private static final int SHORT = 20;

    private final AtomicLong clock = new AtomicLong();
    private final Directory directory = new ByteBuffersDirectory();
    private DirectoryReader reader;
    private TimedSearcher searcher;

    @BeforeEach
    void index() throws IOException {
        try (IndexWriter writer =
                new IndexWriter(directory, new IndexWriterConfig().setMergePolicy(NoMergePolicy.INSTANCE))) {
            for (int i = 0; i < FEW; i++) {
                writer.addDocument(document("apple"));
            }
            writer.flush();
            for (int i = 0; i < MANY; i++) {
                writer.addDocument(document("apple" + (char) ('a' + i % 26) + i));
            }
        }
        reader = DirectoryReader.open(directory);
        assertThat(reader.leaves()).hasSize(2);
        searcher = new TimedSearcher(reader);
    }

    @AfterEach
    void close() throws IOException {
        reader.close();
        directory.close();
    }

    private static Document document(String word) {
        Document document = new Document();
        document.add(new StringField("word", word, Field.Store.NO));
        document.add(new StringField(IndexSchema.TITLE, word, Field.Store.NO));
        return document;
    }

    private Deadline deadline(int looks) {
        return new Deadline(Duration.ofMillis(looks), () -> clock.getAndAdd(1_000_000));
    }

    private static Query prefix(Deadline deadline) {
        return TimedTerms.prefix(new Term("word", "app"), deadline);
    }

    @Test
    void count_wordsRunOutOfTimeInOneSegment_findsWhatTheOthersHave() throws IOException {
        Deadline deadline = deadline(SHORT);
        assertThat(searcher.count(prefix(deadline))).isEqualTo(FEW);
        assertThat(deadline.hasCutShort()).isTrue();
    }

    @Test
    void count_wordsInTime_findsAll() throws IOException {
        Deadline deadline = deadline(MANY);
        assertThat(searcher.count(prefix(deadline))).isEqualTo(FEW + MANY);
        assertThat(deadline.hasCutShort()).isFalse();
    }

    @Test
    void count_cachedAfterOneThatRanOut_findsAll() throws IOException {
        searcher.setQueryCache(new LRUQueryCache(10, 1 << 20, leaf -> true, Float.POSITIVE_INFINITY));
        searcher.setQueryCachingPolicy(new QueryCachingPolicy() {
            @Override
            public void onUse(Query query) {}

            @Override
            public boolean shouldCache(Query query) {
                return true;
            }
        });
        assertThat(searcher.count(prefix(deadline(SHORT)))).isEqualTo(FEW);
        assertThat(searcher.count(prefix(deadline(MANY)))).isEqualTo(FEW + MANY);
        // Now known, so that it takes no time at all.
        assertThat(searcher.count(prefix(deadline(SHORT)))).isEqualTo(FEW + MANY);
    }

    @Test
    void rewrite_similarWordsRunOutOfTime_matchesNothing() throws IOException {
        Query similar = TimedTerms.fuzzy(new Term("word", "apple"), 2, 50, deadline(1));
        assertThat(searcher.count(similar)).isZero();
        Query inTime = TimedTerms.fuzzy(new Term("word", "apple"), 2, 50, deadline(MANY));
        assertThat(searcher.count(inTime)).isGreaterThan(FEW);
    }

    @Test
    void fuzzy_wordAskedForAgain_isLookedForOnce() throws IOException {
        TextQueries texts = new TextQueries(searcher, deadline(MANY));
        long start = clock.get();
        Query first = texts.fuzzy("apple", QueryNode.Scope.TITLE);
        long once = clock.get();
        assertThat(once).isGreaterThan(start);
        assertThat(texts.fuzzy("apple", QueryNode.Scope.TITLE)).isEqualTo(first);
        assertThat(texts.unlimited().fuzzy("apple", QueryNode.Scope.TITLE)).isEqualTo(first);
        assertThat(clock.get()).isEqualTo(once);
        assertThat(searcher.count(first)).isEqualTo(FEW);
    }

    @Test
    void search_otherSearcher_isToldByAnException() {
        IndexSearcher plain = new IndexSearcher(reader);
        assertThatThrownBy(() -> plain.count(prefix(deadline(SHORT)))).isInstanceOf(OutOfTimeException.class);
    }
}
