package archsearch.searcher.lucene;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import archsearch.indexer.article.Article;
import archsearch.indexer.glossary.Glossary;
import archsearch.searcher.Hit;
import archsearch.searcher.SearchEngine;
import archsearch.searcher.SearchRequest;
import archsearch.searcher.SearchResponse;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a person typed counts for itself, whatever else the glossary knows it by. */
class LiteralMatchesTest {
    private static final String NAMES = "复制\tcopies | replica\tstorage\n";

    @TempDir
    Path folder;

    @Test
    void search_wordOfTheGlossary_ranksItsOwnArticlesAsWithoutGlossary() throws IOException {
        List<Article> articles = List.of(
                article("Replica sets", 2012),
                article("Replica sets explained in rather more words", 2016),
                article("A replica", 2024),
                article("数据复制", 2024));
        Map<String, Double> plain = scores(articles, "");
        Map<String, Double> glossed = scores(articles, NAMES);
        assertThat(plain).hasSize(3);
        assertThat(glossed).hasSize(4).containsKeys(plain.keySet().toArray(String[]::new));
        double bonus = glossed.getOrDefault("A replica", Double.NaN) - plain.getOrDefault("A replica", Double.NaN);
        plain.forEach((title, score) -> assertThat(glossed.getOrDefault(title, Double.NaN) - score)
                .as(title)
                .isCloseTo(bonus, within(1e-4)));
        assertThat(glossed.get("数据复制")).isLessThan(Collections.min(plain.values()) + bonus);
    }

    @Test
    void search_slip_isCorrectedByTheWordsAndNotByTheirOtherNames() throws IOException {
        List<Article> articles = new ArrayList<>();
        articles.add(article("Fedora uses cookies", 2020));
        for (int i = 0; i < 10; i++) {
            articles.add(article("Copies " + i, 2020));
            articles.add(article("Fedora uses 复制 " + i, 2020));
        }
        try (SearchEngine engine = engine("slip", articles, NAMES)) {
            SearchResponse response = engine.search(SearchRequest.of("Fedora uses cokies"));
            assertThat(response.parsed()).isEqualTo("Fedora uses cookies");
            assertThat(response.total()).isEqualTo(1);
        }
    }

    @Test
    void search_slipBesideAnotherNameOnly_isCorrectedByThatName() throws IOException {
        List<Article> articles =
                List.of(article("Copies", 2020), article("Fedora 复制", 2020), article("Slow cooking", 2020));
        try (SearchEngine engine = engine("other", articles, NAMES)) {
            assertThat(engine.search(SearchRequest.of("Fedora copeis")).parsed())
                    .isEqualTo("Fedora copies");
        }
    }

    private Map<String, Double> scores(List<Article> articles, String glossary) throws IOException {
        try (SearchEngine engine = engine("scores" + glossary.length(), articles, glossary)) {
            return engine.search(SearchRequest.of("replica")).hits().stream()
                    .collect(Collectors.toMap(hit -> hit.article().title(), Hit::score));
        }
    }

    private SearchEngine engine(String name, List<Article> articles, String glossary) throws IOException {
        return LuceneSearchEngineTest.engineOver(
                folder.resolve(name),
                articles,
                Glossary.read(new ByteArrayInputStream(glossary.getBytes(StandardCharsets.UTF_8)), "names"));
    }

    private static Article article(String title, int year) {
        return Article.builder(title, "Somebody", LocalDate.of(year, 1, 1)).build();
    }
}
