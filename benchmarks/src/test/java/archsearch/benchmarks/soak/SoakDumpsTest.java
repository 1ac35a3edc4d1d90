package archsearch.benchmarks.soak;

import static org.assertj.core.api.Assertions.assertThat;

import archsearch.benchmarks.soak.SoakDumps.Dump;
import archsearch.indexer.ArticleReader;
import archsearch.indexer.BatchIndexer;
import archsearch.indexer.IndexJob;
import archsearch.indexer.IndexProgress;
import archsearch.indexer.article.Article;
import archsearch.indexer.lucene.LuceneArticleIndex;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the soak takes an index to hold is what a real one holds. */
class SoakDumpsTest {
    @TempDir
    Path folder;

    private SoakDumps dumps;
    private LuceneArticleIndex index;

    @BeforeEach
    void write() throws IOException {
        dumps = SoakDumps.write(folder, 120, 3);
        index = new LuceneArticleIndex(folder.resolve("index"));
    }

    @Test
    void index_ofWholeDumpsAndUpdates_isInTheStateThatIsTold() throws IOException {
        Dump first = dumps.whole(0);
        run(first, false);
        IndexState state = first.state();
        isIn(state, Set.of());

        Set<String> seen = new HashSet<>(state.versions().keySet());
        for (int run = 1; run <= 2; run++) {
            Dump update = dumps.update(run);
            run(update, true);
            state = state.updated(update.own());
            isIn(state, Set.of());
            seen.addAll(state.versions().keySet());
        }

        Dump second = dumps.whole(3);
        run(second, false);
        isIn(second.state(), seen);
        assertThat(second.state().articles()).isNotEqualTo(first.state().articles());
    }

    private void isIn(IndexState state, Collection<String> seenBefore) throws IOException {
        Map<String, Integer> likes = new HashMap<>();
        try (ArticleReader reader = index.openReader().orElseThrow()) {
            for (Article article = reader.next(); article != null; article = reader.next()) {
                likes.put(article.id(), article.likes());
            }
        }
        assertThat(likes).hasSize(state.articles()).containsAllEntriesOf(state.versions());
        for (String id : seenBefore) {
            assertThat(likes.get(id)).isEqualTo(state.versions().get(id));
        }
        for (Article article : dumps.always()) {
            assertThat(likes).containsEntry(article.id(), article.likes());
        }
    }

    private void run(Dump dump, boolean update) throws IOException {
        List<String> files = dump.files().stream().map(Path::toString).toList();
        new BatchIndexer(index).run(IndexJob.of(files).update(update).build(), IndexProgress.NONE);
    }
}
