package archsearch.searcher.lucene;

import static org.assertj.core.api.Assertions.assertThat;

import archsearch.indexer.ArticleWriter;
import archsearch.indexer.article.Article;
import archsearch.indexer.glossary.Concept;
import archsearch.indexer.glossary.Glossary;
import archsearch.indexer.lucene.LuceneArticleIndex;
import archsearch.searcher.SearchEngine;
import archsearch.searcher.SearchRequest;
import archsearch.searcher.query.GlossaryTerms;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The longest queries that are read, made of the terms with the most names: they are answered, never refused by Lucene. */
class LongQueriesTest {
    private static final long SEED = Long.getLong("queries.seed", 20_261_125L);
    private static final int TERMS = 400;
    private static final int QUERIES = 5;

    @TempDir
    private static Path folder;

    private static List<String> chinese = List.of();
    private static List<String> english = List.of();
    private static SearchEngine engine;

    @BeforeAll
    static void index() throws IOException {
        Glossary glossary = Glossary.read(Path.of("../data/glossary.tsv"));
        List<String> forms = glossary.concepts().stream()
                .sorted(Comparator.comparingInt((Concept c) -> -c.forms().size()))
                .limit(TERMS)
                .flatMap(c -> c.forms().stream())
                .map(Concept.Form::text)
                .toList();
        chinese = forms.stream()
                .filter(f -> f.codePoints().allMatch(Character::isIdeographic))
                .toList();
        english = forms.stream()
                .filter(f -> f.codePoints().noneMatch(Character::isIdeographic))
                .toList();
        try (ArticleWriter writer = new LuceneArticleIndex(folder).openBatch()) {
            for (String form : forms) {
                writer.put(Article.builder(form, "P", LocalDate.of(2020, 1, 1)).build());
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

    @ParameterizedTest
    @CsvSource({
        "'', ' ', ''", // words
        "'', '', ''", // one run
        "'title:', ' ', ''",
        "'', '~ ', '~'",
        "'', '* ', '*'",
        "'', ' OR ', ''",
        "'-', ' -', ''",
        "'(', ') (', ')'",
        "'\"', '\" \"', '\"'",
        "'', '-', ''"
    })
    void search_longestQueries_areAnswered(String before, String between, String after) {
        Random random = new Random(SEED);
        for (List<String> terms : List.of(chinese, english)) {
            for (int i = 0; i < QUERIES; i++) {
                String q = before
                        + IntStream.range(0, 500)
                                .mapToObj(n -> terms.get(random.nextInt(terms.size())))
                                .collect(Collectors.joining(between))
                        + after;
                SearchRequest request = SearchRequest.of(q.substring(0, SearchRequest.MAX_QUERY_LENGTH));
                assertThat(engine.search(request).parsed())
                        .as("seed %d, %s", SEED, q)
                        .isNotEmpty();
            }
        }
    }
}
