package archsearch.benchmarks.dumps;

import static org.assertj.core.api.Assertions.assertThat;

import archsearch.indexer.BatchIndexer;
import archsearch.indexer.IndexJob;
import archsearch.indexer.IndexProgress;
import archsearch.indexer.IndexReport;
import archsearch.indexer.lucene.LuceneArticleIndex;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class MadeUpDumpTest {
    private static final long SEED = 7;
    private static final int RECORDS = 1_500;

    @TempDir
    private Path folder;

    @ParameterizedTest
    @EnumSource
    void everyFormat_isReadBackWhole(WrittenFormat format) throws IOException {
        Path dump = folder.resolve("dump");
        long repeats = MadeUpDump.write(dump, format, RECORDS, new MadeUpArticles(SEED, true));

        IndexJob job = IndexJob.of(List.of(dump.toString())).dryRun(true).build();
        IndexReport report =
                new BatchIndexer(new LuceneArticleIndex(folder.resolve("index"))).run(job, IndexProgress.NONE);

        assertThat(report.rejects()).isEmpty();
        assertThat(report.read()).isEqualTo(RECORDS);
        assertThat(report.duplicates()).isEqualTo(repeats).isPositive();
        assertThat(report.conflicts()).isZero();
    }

    @Test
    void sameSeed_givesTheSameArticles() {
        MadeUpArticles one = new MadeUpArticles(SEED, true);
        MadeUpArticles same = new MadeUpArticles(SEED, true);
        MadeUpArticles other = new MadeUpArticles(SEED + 1, true);

        for (int i = 0; i < 100; i++) {
            assertThat(one.next()).isEqualTo(same.next()).isNotEqualTo(other.next());
        }
    }

    @Test
    void titlesOnly_haveNoSummary() {
        assertThat(new MadeUpArticles(SEED, false).next().summary()).isEmpty();
    }

    @Test
    void figures_surviveTheirLine() {
        DumpFigures figures = new DumpFigures(1, 2, 3, 4.5, 5.25, 6, 7, 8, 9);

        assertThat(DumpFigures.parse(figures.line())).isEqualTo(figures);
    }
}
