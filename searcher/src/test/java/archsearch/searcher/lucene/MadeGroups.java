package archsearch.searcher.lucene;

import archsearch.indexer.ArticleReader;
import archsearch.indexer.article.Article;
import archsearch.indexer.lucene.IndexFolder;
import archsearch.indexer.lucene.IndexSchema;
import archsearch.indexer.lucene.LuceneArticleIndex;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.lucene.document.Document;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FSDirectory;

/** Groups of reposts that a test wants, whatever the texts of the articles are. */
final class MadeGroups {
    private MadeGroups() {}

    /**
     * A group.
     *
     * @param texts its articles' ids; those that share their text together
     */
    record Group(List<List<String>> texts) {
        static Group ofStories(String... ids) {
            return new Group(List.of(ids).stream().map(List::of).toList());
        }

        List<String> ids() {
            return texts.stream().flatMap(List::stream).toList();
        }
    }

    /** Commits these groups, and no others, to the live generation of an index. */
    static void write(Path folder, List<Group> groups) throws IOException {
        IndexFolder index = new IndexFolder(folder);
        Path generation = index.generation(index.live().orElseThrow());
        IndexWriterConfig config = new IndexWriterConfig(IndexSchema.analyzer()).setIndexSort(IndexSchema.order());
        try (ArticleReader written = new LuceneArticleIndex(folder).openReader().orElseThrow();
                Directory directory = FSDirectory.open(generation);
                IndexWriter writer = new IndexWriter(directory, config)) {
            for (Article article = written.next(); article != null; article = written.next()) {
                write(writer, article.id(), 0, 0);
            }
            int number = 0;
            for (Group group : groups) {
                number++;
                for (int text = 0; text < group.texts().size(); text++) {
                    List<String> ids = group.texts().get(text);
                    for (String id : ids) {
                        write(writer, id, number, ids.size() > 1 ? 1_000L * number + text : 0);
                    }
                }
            }
            writer.commit();
        }
    }

    /** The ids of the articles of each group that an index has. */
    static List<List<String>> read(Path folder) throws IOException {
        IndexFolder index = new IndexFolder(folder);
        try (Directory directory =
                        FSDirectory.open(index.generation(index.live().orElseThrow()));
                DirectoryReader reader = DirectoryReader.open(directory)) {
            RepostGroups groups = RepostGroups.read(reader);
            List<List<String>> ids = new ArrayList<>();
            for (int[] places : groups.places()) {
                List<String> group = new ArrayList<>();
                for (int place : places) {
                    Document stored = reader.storedFields().document(groups.docs()[place]);
                    group.add(IndexSchema.article(stored).id());
                }
                ids.add(group);
            }
            return ids;
        }
    }

    private static void write(IndexWriter writer, String id, long group, long text) throws IOException {
        writer.updateNumericDocValue(IndexSchema.idTerm(id), IndexSchema.REPOST_GROUP, group);
        writer.updateNumericDocValue(IndexSchema.idTerm(id), IndexSchema.REPOST_TEXT, text);
    }
}
