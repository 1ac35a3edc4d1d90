package archsearch.indexer.lucene;

import static org.assertj.core.api.Assertions.assertThat;

import archsearch.indexer.ArticleWriter;
import archsearch.indexer.article.Article;
import archsearch.indexer.reposts.Retellings;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.apache.lucene.document.Document;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.MultiBits;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FSDirectory;
import org.apache.lucene.util.Bits;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RepostMarksTest {
    @TempDir
    Path folder;

    /** Updates one after another must leave what a reindex of the same articles finds. */
    @ParameterizedTest
    @ValueSource(longs = {11, 12, 13})
    void updates_leaveWhatABatchFinds(long seed) throws IOException {
        Random random = new Random(seed);
        Retellings retellings = new Retellings(seed);
        Map<String, Article> articles = new TreeMap<>();
        retellings.articles(60).forEach(a -> articles.put(a.id(), a));
        LuceneArticleIndex updated = new LuceneArticleIndex(folder.resolve("updated"));
        batch(updated, articles.values());
        assertThat(groups("updated")).isNotEmpty();
        for (int run = 0; run < 8; run++) {
            try (ArticleWriter writer = updated.openUpdate()) {
                for (int change = 0; change < 12; change++) {
                    change(random, retellings, articles, writer, run * 100 + change);
                }
                writer.commit();
            }
            batch(new LuceneArticleIndex(folder.resolve("batch" + run)), articles.values());
            assertThat(groups("updated"))
                    .as("seed %d, after update %d", seed, run)
                    .isNotEmpty()
                    .isEqualTo(groups("batch" + run));
        }
    }

    private static void change(
            Random random, Retellings retellings, Map<String, Article> articles, ArticleWriter writer, int number)
            throws IOException {
        List<String> ids = new ArrayList<>(articles.keySet());
        String id = ids.get(random.nextInt(ids.size()));
        switch (random.nextInt(3)) {
            case 0 -> {
                articles.remove(id);
                writer.delete(id);
            }
            case 1 -> {
                Article changed = retold(retellings, random.nextInt(30), id, 1000 + number);
                articles.put(id, changed);
                writer.put(changed);
            }
            default -> {
                Article added = retellings.retelling(random.nextInt(30), 1000 + number);
                articles.put(added.id(), added);
                writer.put(added);
            }
        }
    }

    private static Article retold(Retellings retellings, int story, String id, int number) {
        Article other = retellings.retelling(story, number);
        return Article.builder(other.title(), other.publisher(), other.date())
                .id(id)
                .summary(other.summary())
                .build();
    }

    @Test
    void update_thatSplitsAGroup_marksNobody() throws IOException {
        Retellings retellings = new Retellings(3);
        Article one = retellings.retelling(7, 1);
        Article copy = Article.builder(one.title(), "Another publisher", one.date())
                .id("copy")
                .summary(one.summary())
                .build();
        LuceneArticleIndex index = new LuceneArticleIndex(folder.resolve("index"));
        batch(index, List.of(one, copy, retellings.retelling(8, 2)));
        assertThat(groups("index")).containsExactly("[7-1, copy] text");
        try (ArticleWriter writer = index.openUpdate()) {
            writer.delete("copy");
            writer.commit();
        }
        assertThat(groups("index")).isEmpty();
    }

    @Test
    void hundredsOfCopies_areOneGroup_alsoAfterAnUpdate() throws IOException {
        Article one = new Retellings(4).retelling(7, 1);
        List<Article> copies = new ArrayList<>();
        for (int i = 0; i < 300; i++) {
            copies.add(Article.builder(one.title(), "Publisher " + i, one.date())
                    .id("copy-" + (1000 + i))
                    .summary(one.summary())
                    .build());
        }
        LuceneArticleIndex index = new LuceneArticleIndex(folder.resolve("index"));
        batch(index, copies.subList(0, 299));
        assertThat(groups("index")).hasSize(1).allSatisfy(g -> assertThat(g).contains("copy-1000", "copy-1298"));
        try (ArticleWriter writer = index.openUpdate()) {
            writer.put(copies.getLast());
            writer.delete("copy-1000");
            writer.commit();
        }
        assertThat(groups("index"))
                .hasSize(1)
                .allSatisfy(g -> assertThat(g)
                        .contains("copy-1001", "copy-1299", " text")
                        .doesNotContain("copy-1000"));
    }

    /** They have a phrase in common, which is no story; each compared with each would take the square of their number. */
    @Test
    void hundredsThatShareAPhrase_standAlone() throws IOException {
        Retellings retellings = new Retellings(4);
        List<Article> articles = new ArrayList<>();
        for (int i = 0; i < 300; i++) {
            Article story = retellings.retelling(i, i);
            articles.add(Article.builder("Thoughts on " + story.title(), "Publisher " + i, story.date())
                    .id("a" + i)
                    .summary("Zephyr Kestrel Otter Basalt. " + story.summary())
                    .build());
        }
        batch(new LuceneArticleIndex(folder.resolve("index")), articles);
        assertThat(groups("index")).isEmpty();
    }

    private static void batch(LuceneArticleIndex index, Collection<Article> articles) throws IOException {
        try (ArticleWriter writer = index.openBatch()) {
            for (Article article : articles) {
                writer.put(article);
            }
            writer.commit();
        }
    }

    /** The groups as an index has them marked: the ids of each, and of each text with several. */
    private Set<String> groups(String name) throws IOException {
        IndexFolder index = new IndexFolder(folder.resolve(name));
        Map<Long, TreeSet<String>> groups = new HashMap<>();
        Map<Long, TreeSet<String>> texts = new HashMap<>();
        try (Directory directory =
                        FSDirectory.open(index.generation(index.live().orElseThrow()));
                DirectoryReader reader = DirectoryReader.open(directory)) {
            RepostRecords records = new RepostRecords(reader);
            Bits live = MultiBits.getLiveDocs(reader);
            for (int doc = 0; doc < reader.maxDoc(); doc++) {
                if (live == null || live.get(doc)) {
                    Document stored = reader.storedFields().document(doc);
                    String id = IndexSchema.article(stored).id();
                    groups.computeIfAbsent(records.number(IndexSchema.REPOST_GROUP, doc), g -> new TreeSet<>())
                            .add(id);
                    texts.computeIfAbsent(records.number(IndexSchema.REPOST_TEXT, doc), t -> new TreeSet<>())
                            .add(id);
                }
            }
        }
        groups.remove(0L);
        texts.remove(0L);
        assertThat(groups.values()).allSatisfy(g -> assertThat(g).hasSizeGreaterThan(1));
        TreeSet<String> all = new TreeSet<>();
        groups.values().forEach(g -> all.add(texts.containsValue(g) ? g + " text" : g.toString()));
        texts.values().stream().filter(t -> !groups.containsValue(t)).forEach(t -> all.add("text " + t));
        return all;
    }
}
