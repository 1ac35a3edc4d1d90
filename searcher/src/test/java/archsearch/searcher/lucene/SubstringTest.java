package archsearch.searcher.lucene;

import static org.assertj.core.api.Assertions.assertThat;

import archsearch.indexer.ArticleWriter;
import archsearch.indexer.article.Article;
import archsearch.indexer.glossary.Concept;
import archsearch.indexer.glossary.Glossary;
import archsearch.indexer.lucene.LuceneArticleIndex;
import archsearch.searcher.Hit;
import archsearch.searcher.MarkedText;
import archsearch.searcher.SearchEngine;
import archsearch.searcher.SearchRequest;
import archsearch.searcher.SearchResponse;
import archsearch.searcher.query.GlossaryTerms;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Any two or more adjacent Han characters of a title, summary or tag find the article, wherever words are cut and whatever terms
 * the glossary sees in them. The articles are made up of the glossary's words, of characters that carry grammar, of rare and
 * traditional characters and of Latin names, in any order.
 */
class SubstringTest {
    private static final long SEED = Long.getLong("substring.seed", 20_261_124L);
    private static final int ARTICLES = 300;
    private static final int QUERIES = 1_000;
    private static final int LONGEST = 9;
    private static final String[] BETWEEN = {"的", "与", "在", "了", "中台", "集中", "台湾", "𠮷", "龘", "資料庫", "併發", "一个", "如何"};
    private static final String[] LATIN = {"Kafka", " C++ ", "k8s", "，", "：", " ", "2.0"};

    @TempDir
    private static Path folder;

    private static final Random RANDOM = new Random(SEED);
    private static final List<Article> WRITTEN = new ArrayList<>();
    private static SearchEngine engine;

    @BeforeAll
    static void index() throws IOException {
        Glossary glossary = Glossary.read(Path.of("../data/glossary.tsv"));
        List<String> words = glossary.concepts().stream()
                .flatMap(c -> c.forms().stream())
                .map(Concept.Form::text)
                .filter(w -> w.codePoints().allMatch(Character::isIdeographic))
                .toList();
        try (ArticleWriter writer = new LuceneArticleIndex(folder).openBatch()) {
            for (int i = 0; i < ARTICLES; i++) {
                Article article = Article.builder(text(words, 6), "P", LocalDate.of(2020, 1, 1 + i % 28))
                        .id("a" + i)
                        .summary(text(words, 20))
                        .tags(List.of(text(words, 2)))
                        .build();
                WRITTEN.add(article);
                writer.put(article);
            }
            writer.commit();
        }
        GlossaryTerms terms = GlossaryTerms.of(glossary);
        engine = LuceneSearchEngine.open(folder, () -> terms);
    }

    @AfterAll
    static void close() {
        engine.close();
    }

    private static String text(List<String> words, int parts) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < parts; i++) {
            int kind = RANDOM.nextInt(10);
            String part = kind < 6
                    ? words.get(RANDOM.nextInt(words.size()))
                    : kind < 9 ? BETWEEN[RANDOM.nextInt(BETWEEN.length)] : LATIN[RANDOM.nextInt(LATIN.length)];
            text.append(part);
        }
        return text.toString().strip();
    }

    @Test
    void anyAdjacentHanCharacters_findTheirArticleAndAreMarked() {
        int asked = 0;
        while (asked < QUERIES) {
            Article article = WRITTEN.get(RANDOM.nextInt(WRITTEN.size()));
            String text = List.of(
                            article.title(), article.summary(), article.tags().getFirst())
                    .get(RANDOM.nextInt(3));
            Optional<String> part = part(text);
            if (part.isPresent()) {
                asked++;
                Hit hit = hit(part.get(), article.id());
                assertThat(Stream.concat(Stream.of(hit.title(), hit.summary()), hit.tags().stream())
                                .map(MarkedText::marks))
                        .as("marks of %s in %s, seed %d", part.get(), text, SEED)
                        .anyMatch(marks -> !marks.isEmpty());
            }
        }
    }

    /** Two or more characters from anywhere in a text, if those there are Han characters. */
    private static Optional<String> part(String text) {
        int[] characters = text.codePoints().toArray();
        if (characters.length < 2) {
            return Optional.empty();
        }
        int length = 2 + RANDOM.nextInt(LONGEST - 1);
        int start = RANDOM.nextInt(characters.length - 1);
        int end = Math.min(characters.length, start + length);
        for (int i = start; i < end; i++) {
            if (!Character.isIdeographic(characters[i])) {
                return Optional.empty();
            }
        }
        return Optional.of(new String(characters, start, end - start));
    }

    private static Hit hit(String q, String id) {
        int page = 1;
        while (true) {
            SearchResponse response = engine.search(SearchRequest.builder()
                    .q(q)
                    .page(page)
                    .size(SearchRequest.MAX_SIZE)
                    .facets(Set.of())
                    .build());
            Optional<Hit> hit = response.hits().stream()
                    .filter(h -> h.article().id().equals(id))
                    .findFirst();
            if (hit.isPresent()) {
                return hit.get();
            }
            assertThat(page)
                    .as("pages read for %s without article %s, seed %d", q, id, SEED)
                    .isLessThan(response.pages());
            page++;
        }
    }
}
