package archsearch.benchmarks.engine;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.StoredFields;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FSDirectory;
import org.apache.lucene.util.QueryBuilder;

/** The ranking of a {@link PlainEngine}: BM25 of any word in any field, the scores added up. */
final class PlainRanking implements Ranking {
    private final Directory directory;
    private final IndexReader reader;
    private final IndexSearcher searcher;
    private final Map<String, Analyzer> analyzers;

    PlainRanking(Path folder, Map<String, Analyzer> analyzers) throws IOException {
        this.directory = FSDirectory.open(folder);
        this.reader = DirectoryReader.open(directory);
        this.searcher = new IndexSearcher(reader);
        this.analyzers = analyzers;
    }

    @Override
    public List<String> ids(String query, int depth) throws IOException {
        StoredFields stored = searcher.storedFields();
        List<String> ids = new ArrayList<>();
        for (ScoreDoc hit : searcher.search(query(query), depth).scoreDocs) {
            ids.add(stored.document(hit.doc).get(PlainEngine.ID));
        }
        return ids;
    }

    private Query query(String text) {
        BooleanQuery.Builder any = new BooleanQuery.Builder();
        analyzers.forEach((suffix, analyzer) -> {
            QueryBuilder words = new QueryBuilder(analyzer);
            PlainEngine.WEIGHTS.forEach((field, weight) -> {
                Query inField = words.createBooleanQuery(field + suffix, text, Occur.SHOULD);
                if (inField != null) {
                    any.add(new BoostQuery(inField, weight), Occur.SHOULD);
                }
            });
        });
        return any.build();
    }

    @Override
    public void close() throws IOException {
        try (directory) {
            reader.close();
        }
    }
}
