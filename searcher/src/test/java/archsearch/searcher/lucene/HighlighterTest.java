package archsearch.searcher.lucene;

import static org.assertj.core.api.Assertions.assertThat;

import archsearch.indexer.article.Article;
import archsearch.indexer.lucene.IndexSchema;
import archsearch.searcher.MarkedText.Mark;
import archsearch.searcher.query.GlossaryTerms;
import archsearch.searcher.query.QueryExpansion;
import archsearch.searcher.query.QueryParser;
import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.FilterDirectoryReader;
import org.apache.lucene.index.FilterLeafReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.Term;
import org.apache.lucene.index.Terms;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.apache.lucene.store.Directory;
import org.apache.lucene.util.BytesRef;
import org.apache.lucene.util.automaton.CompiledAutomaton;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Marks, and the words of the index that are listed for them. */
class HighlighterTest {
    private static final int OTHERS = 300;

    private final Directory directory = new ByteBuffersDirectory();
    private final AtomicInteger listed = new AtomicInteger();
    private DirectoryReader reader;
    private IndexSearcher searcher;

    @BeforeEach
    void index() throws IOException {
        try (IndexWriter writer = new IndexWriter(directory, new IndexWriterConfig(IndexSchema.analyzer()))) {
            add(
                    writer,
                    Article.builder("Kafka keeps queues", "P", LocalDate.of(2020, 1, 1))
                            .summary("Why Kafka keeps what 秒杀系统 sends, and how kernels help.")
                            .tags(List.of("Kafka", "Kernel"))
                            .build());
            for (int i = 0; i < OTHERS; i++) {
                String word = "k" + (char) ('a' + i % 26) + (char) ('a' + i / 26) + "ob";
                add(
                        writer,
                        Article.builder(word + " of ours " + i, "P", LocalDate.of(2020, 1, 1))
                                .summary(word)
                                .build());
            }
        }
        reader = new CountingReader(DirectoryReader.open(directory), listed);
        searcher = new IndexSearcher(reader);
    }

    private static void add(IndexWriter writer, Article article) throws IOException {
        writer.addDocument(IndexSchema.facetsConfig().build(IndexSchema.document(article)));
    }

    @AfterEach
    void close() throws IOException {
        reader.close();
        directory.close();
    }

    private Highlighter.Matches matches(String q) throws IOException {
        Query query = new LuceneQuery(new TextQueries(searcher, Deadline.NEVER), false)
                .of(QueryExpansion.of(QueryParser.parse(q).root(), GlossaryTerms.EMPTY));
        listed.set(0);
        return new Highlighter(searcher, query).matches(0);
    }

    private static String marked(String text, List<Mark> marks) {
        return String.join(
                "|", marks.stream().map(m -> text.substring(m.start(), m.end())).toList());
    }

    @ParameterizedTest
    @CsvSource({
        "k*, Kafka|keeps, Kafka|keeps|kernels, Kafka|Kernel",
        "ka*, Kafka, Kafka, Kafka",
        "title:k*, Kafka|keeps, '', ''",
        "kafka, Kafka, Kafka, Kafka",
        "kafkq~, Kafka, Kafka, Kafka",
        "\"kafka keeps\", Kafka keeps, Kafka keeps, ''",
        "k* 秒杀系统, Kafka|keeps, Kafka|keeps|秒杀系统|kernels, Kafka|Kernel",
        "tag:kafka ker*, '', kernels, Kernel",
        "tag:redis OR ker*, '', kernels, Kernel",
        "(tag:redis ka*) OR ker*, '', kernels, Kernel",
        "queues -kob*, queues, '', ''",
    })
    void matches_article_areWhatTheQueryMatched(String q, String title, String summary, String tags)
            throws IOException {
        Highlighter.Matches matches = matches(q);
        assertThat(marked("Kafka keeps queues", matches.title())).isEqualTo(title);
        assertThat(marked("Why Kafka keeps what 秒杀系统 sends, and how kernels help.", matches.summary()))
                .isEqualTo(summary);
        assertThat(marked("Kafka\nKernel", matches.tags())).isEqualTo(tags);
    }

    @Test
    void matches_beginningOfManyWordsOfTheIndex_areReadFromTheArticle() throws IOException {
        assertThat(searcher.count(TimedTerms.prefix(new Term(IndexSchema.TITLE, "k"), Deadline.NEVER)))
                .isEqualTo(OTHERS + 1);
        assertThat(listed.get()).isGreaterThan(OTHERS);
        assertThat(matches("k* ke* ka*").title()).isNotEmpty();
        assertThat(listed.get()).isZero();
    }

    @Test
    void matches_articleThatDoesNotMatch_areNone() throws IOException {
        assertThat(matches("kafka z*")).isEqualTo(Highlighter.Matches.NONE);
    }

    /** Counts the words that are listed one by one. */
    private static final class CountingReader extends FilterDirectoryReader {
        private final AtomicInteger listed;

        CountingReader(DirectoryReader in, AtomicInteger listed) throws IOException {
            super(in, new SubReaderWrapper() {
                @Override
                public LeafReader wrap(LeafReader leaf) {
                    return new CountingLeaf(leaf, listed);
                }
            });
            this.listed = listed;
        }

        @Override
        protected DirectoryReader doWrapDirectoryReader(DirectoryReader other) throws IOException {
            return new CountingReader(other, listed);
        }

        @Override
        public CacheHelper getReaderCacheHelper() {
            return in.getReaderCacheHelper();
        }
    }

    private static final class CountingLeaf extends FilterLeafReader {
        private final AtomicInteger listed;

        CountingLeaf(LeafReader in, AtomicInteger listed) {
            super(in);
            this.listed = listed;
        }

        @Override
        public @Nullable Terms terms(String field) throws IOException {
            Terms terms = in.terms(field);
            return terms == null
                    ? null
                    : new FilterTerms(terms) {
                        @Override
                        public TermsEnum iterator() throws IOException {
                            return counting(in.iterator());
                        }

                        @Override
                        public TermsEnum intersect(CompiledAutomaton automaton, BytesRef start) throws IOException {
                            return counting(in.intersect(automaton, start));
                        }
                    };
        }

        private TermsEnum counting(TermsEnum terms) {
            return new FilterTermsEnum(terms) {
                @Override
                public @Nullable BytesRef next() throws IOException {
                    listed.incrementAndGet();
                    return in.next();
                }
            };
        }

        @Override
        public CacheHelper getCoreCacheHelper() {
            return in.getCoreCacheHelper();
        }

        @Override
        public CacheHelper getReaderCacheHelper() {
            return in.getReaderCacheHelper();
        }
    }
}
