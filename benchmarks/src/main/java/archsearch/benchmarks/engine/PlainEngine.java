package archsearch.benchmarks.engine;

import archsearch.indexer.article.Article;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.cjk.CJKAnalyzer;
import org.apache.lucene.analysis.cn.smart.SmartChineseAnalyzer;
import org.apache.lucene.analysis.core.KeywordAnalyzer;
import org.apache.lucene.analysis.en.EnglishAnalyzer;
import org.apache.lucene.analysis.miscellaneous.PerFieldAnalyzerWrapper;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.StringField;
import org.apache.lucene.document.TextField;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FSDirectory;

/**
 * What a first attempt with plain Lucene would be: title, tags and summary, each indexed once by an analyzer for Chinese and once
 * by one for English, whatever language the article is in.
 *
 * @param name for tables
 * @param analyzers by the suffix of the fields that they are for
 */
public record PlainEngine(String name, Map<String, Analyzer> analyzers) implements RankedEngine {
    public static final String ID = "id";

    /** The weights of the fields. */
    public static final Map<String, Float> WEIGHTS = Map.of("title", 3f, "tags", 2f, "summary", 1f);

    public PlainEngine {
        analyzers = Map.copyOf(analyzers);
    }

    /** With SmartChineseAnalyzer and EnglishAnalyzer. */
    public static PlainEngine smartcn() {
        return new PlainEngine("plain", Map.of(".zh", new SmartChineseAnalyzer(), ".en", new EnglishAnalyzer()));
    }

    /** With CJKAnalyzer and EnglishAnalyzer. */
    public static PlainEngine cjk() {
        return new PlainEngine("cjk", Map.of(".zh", new CJKAnalyzer(), ".en", new EnglishAnalyzer()));
    }

    @Override
    public void index(Path articles, Path folder) throws IOException {
        try (Directory directory = FSDirectory.open(folder);
                IndexWriter writer = new IndexWriter(directory, new IndexWriterConfig(perField()))) {
            DumpArticles.each(articles, article -> writer.addDocument(document(article)));
            writer.commit();
        }
    }

    private Analyzer perField() {
        Map<String, Analyzer> perField = new HashMap<>();
        analyzers.forEach(
                (suffix, analyzer) -> WEIGHTS.keySet().forEach(field -> perField.put(field + suffix, analyzer)));
        return new PerFieldAnalyzerWrapper(new KeywordAnalyzer(), perField);
    }

    private Document document(Article article) {
        Document document = new Document();
        document.add(new StringField(ID, article.id(), Field.Store.YES));
        for (String suffix : analyzers.keySet()) {
            document.add(new TextField("title" + suffix, article.title(), Field.Store.NO));
            document.add(new TextField("tags" + suffix, String.join(" ", article.tags()), Field.Store.NO));
            document.add(new TextField("summary" + suffix, article.summary(), Field.Store.NO));
        }
        return document;
    }

    @Override
    public Ranking open(Path folder) throws IOException {
        return new PlainRanking(folder, analyzers);
    }

    @Override
    public String code() throws IOException {
        return ContentHash.of(PlainEngine.class);
    }
}
