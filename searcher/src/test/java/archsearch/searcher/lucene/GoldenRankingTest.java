package archsearch.searcher.lucene;

import static org.assertj.core.api.Assertions.assertThat;

import archsearch.indexer.BatchIndexer;
import archsearch.indexer.IndexJob;
import archsearch.indexer.IndexProgress;
import archsearch.indexer.lucene.LuceneArticleIndex;
import archsearch.searcher.Hit;
import archsearch.searcher.SearchEngine;
import archsearch.searcher.SearchRequest;
import archsearch.searcher.query.LiveGlossary;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The first hits of queries over the sample articles and with the glossary that ships, so that a change of ranking shows as a
 * difference of {@code golden-ranking.txt}. Where the difference is wanted, {@code -Dgolden.write=true} writes it.
 */
class GoldenRankingTest {
    private static final Path FILE = Path.of("src/test/resources/archsearch/searcher/golden-ranking.txt");
    private static final Path DATA = Path.of("../data");
    private static final int SHOWN = 5;

    @TempDir
    private static Path folder;

    private static SearchEngine engine;

    @BeforeAll
    static void index() throws IOException {
        new BatchIndexer(new LuceneArticleIndex(folder))
                .run(IndexJob.of(List.of(DATA.toString())).build(), IndexProgress.NONE);
        engine = LuceneSearchEngine.open(folder, LiveGlossary.open(DATA.resolve("glossary.tsv")));
    }

    @AfterAll
    static void close() {
        engine.close();
    }

    @Test
    void queries_overTheSample_rankAsTheyDid() throws IOException {
        List<String> golden = Files.readAllLines(FILE);
        List<String> now = new ArrayList<>();
        for (String line : golden) {
            if (line.startsWith("? ")) {
                now.add(line);
                hits(line.substring(2)).forEach(now::add);
                now.add("");
            } else if (line.startsWith("#")) {
                now.add(line);
            }
        }
        if (Boolean.getBoolean("golden.write")) {
            Files.write(FILE, now);
        }
        assertThat(now).isEqualTo(golden);
    }

    private static List<String> hits(String q) {
        var response = engine.search(
                SearchRequest.builder().q(q).facets(Set.of()).size(SHOWN).build());
        List<String> lines = new ArrayList<>();
        lines.add("  " + response.total() + " articles");
        for (Hit hit : response.hits()) {
            lines.add("  " + hit.rank() + ". " + hit.article().title() + " <- " + hit.reason());
        }
        return lines;
    }
}
