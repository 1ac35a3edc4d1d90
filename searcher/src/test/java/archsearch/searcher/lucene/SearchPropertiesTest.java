package archsearch.searcher.lucene;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assumptions.assumeThat;

import archsearch.indexer.ArticleReader;
import archsearch.indexer.ArticleWriter;
import archsearch.indexer.BatchIndexer;
import archsearch.indexer.IndexJob;
import archsearch.indexer.IndexProgress;
import archsearch.indexer.article.Article;
import archsearch.indexer.glossary.Glossary;
import archsearch.indexer.lucene.LuceneArticleIndex;
import archsearch.searcher.SearchEngine;
import archsearch.searcher.SearchRequest;
import archsearch.searcher.query.GlossaryTerms;
import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Random searches over made-up articles, and over those of real dumps where the environment names some in {@code
 * ARCHSEARCH_TEST_DUMP}, separated as paths of a class path are. What is tried follows from the seed, the property {@code
 * search.seed}.
 */
class SearchPropertiesTest {
    private static final long SEED = Long.getLong("search.seed", 20_261_125L);
    private static final int ARTICLES = 2_000;

    @TempDir
    static Path folder;

    private static MadeArticles.Made made;

    private final Random random = new Random(SEED);

    /** Something that has to be true of every request. */
    private interface Property {
        void check(SearchProperties properties, SearchRequest request);
    }

    @BeforeAll
    static void index() throws IOException {
        made = new MadeArticles(new Random(SEED)).of(ARTICLES);
        // Two segments; the first has articles that were written again.
        write(made.articles().subList(0, ARTICLES / 2), new LuceneArticleIndex(folder).openBatch());
        write(
                made.articles().subList(ARTICLES / 2 - 50, made.articles().size()),
                new LuceneArticleIndex(folder).openUpdate());
        MadeGroups.write(folder, made.groups());
    }

    private static void write(List<Article> articles, ArticleWriter opened) throws IOException {
        try (ArticleWriter writer = opened) {
            for (Article article : articles) {
                writer.put(article);
            }
            writer.commit();
        }
    }

    @Test
    void facets_anyRequest_countWhatAClickGives() throws IOException {
        overMadeArticles(SearchProperties::checkFacets, 25);
    }

    @Test
    void facet_anyRequest_listsWhatTheSearchCounts() throws IOException {
        overMadeArticles(SearchProperties::checkLists, 20);
    }

    @Test
    void pages_anyRequest_giveEachGroupOnceInEveryOrder() throws IOException {
        overMadeArticles(SearchProperties::checkHits, 8);
    }

    @Test
    void similar_anyArticle_isOfOtherGroups() throws IOException {
        overMadeArticles(SearchProperties::checkSimilar, 15);
    }

    @Test
    void namedDumps_anyRequest_haveTheSameProperties(@TempDir Path real) throws IOException {
        String dumps = System.getenv("ARCHSEARCH_TEST_DUMP");
        assumeThat(dumps).as("no dump is named in ARCHSEARCH_TEST_DUMP").isNotBlank();
        new BatchIndexer(new LuceneArticleIndex(real))
                .run(IndexJob.of(List.of(dumps.split(File.pathSeparator))).build(), IndexProgress.NONE);
        List<Article> articles = written(real);
        List<List<String>> groups = MadeGroups.read(real);
        if (groups.isEmpty()) {
            List<MadeGroups.Group> pairs = anyPairs(articles);
            MadeGroups.write(real, pairs);
            groups = ids(pairs);
        }
        over(real, articles, groups, SearchProperties::checkFacets, 150);
        over(real, articles, groups, SearchProperties::checkLists, 100);
        over(real, articles, groups, SearchProperties::checkHits, 30);
        over(real, articles, groups, SearchProperties::checkSimilar, 20);
    }

    private void overMadeArticles(Property property, int requests) throws IOException {
        over(folder, made.articles(), ids(made.groups()), property, requests);
    }

    private static List<List<String>> ids(List<MadeGroups.Group> groups) {
        return groups.stream().map(MadeGroups.Group::ids).toList();
    }

    private void over(Path index, List<Article> articles, List<List<String>> groups, Property property, int requests)
            throws IOException {
        GlossaryTerms glossary = GlossaryTerms.of(Glossary.read(Path.of("../data/glossary.tsv")));
        try (SearchEngine engine = LuceneSearchEngine.open(index, () -> glossary)) {
            SearchProperties properties = new SearchProperties(engine, articles, groups, random);
            for (int i = 0; i < requests; i++) {
                SearchRequest request = properties.request();
                assertThatCode(() -> property.check(properties, request))
                        .as("request %s, seed %d", request, SEED)
                        .doesNotThrowAnyException();
            }
        }
    }

    private static List<Article> written(Path folder) throws IOException {
        List<Article> articles = new ArrayList<>();
        try (ArticleReader reader = new LuceneArticleIndex(folder).openReader().orElseThrow()) {
            for (Article article = reader.next(); article != null; article = reader.next()) {
                articles.add(article);
            }
        }
        return articles;
    }

    /** One article in twenty is said to be a repost of another, or to have one. */
    private List<MadeGroups.Group> anyPairs(List<Article> articles) {
        List<Article> shuffled = new ArrayList<>(articles);
        Collections.shuffle(shuffled, random);
        List<MadeGroups.Group> pairs = new ArrayList<>();
        for (int i = 0; i + 1 < articles.size() / 20; i += 2) {
            pairs.add(MadeGroups.Group.ofStories(
                    shuffled.get(i).id(), shuffled.get(i + 1).id()));
        }
        return pairs;
    }
}
