package archsearch.indexer.lucene;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import archsearch.indexer.BatchIndexer;
import archsearch.indexer.IndexJob;
import archsearch.indexer.IndexProgress;
import archsearch.indexer.IndexReport;
import archsearch.indexer.IndexRunException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Runs that are cancelled at any moment: all or nothing, and the next writer finds the index free. */
class InterruptedRunTest {
    private static final int OLD = 3;
    private static final int NEW = 400;

    @TempDir
    Path folder;

    private LuceneArticleIndex index;
    private String dump;

    @BeforeEach
    void old() throws IOException {
        index = new LuceneArticleIndex(folder.resolve("index"));
        new BatchIndexer(index).run(job(dump("old", OLD), false), IndexProgress.NONE);
        dump = dump("new", NEW);
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void run_interruptedWhenItBeginsToCommit_endsWithNothingChanged(boolean update) throws IOException {
        String before = index.live().orElseThrow().name();
        IndexProgress interrupting = state -> {
            if (state.phase() == IndexProgress.Phase.COMMITTING) {
                Thread.currentThread().interrupt();
            }
        };
        assertThatThrownBy(() -> new BatchIndexer(index).run(job(dump, update), interrupting))
                .isInstanceOfSatisfying(IndexRunException.class, e -> {
                    assertThat(e.cancelled()).isTrue();
                    assertThat(e.report()).isNotNull();
                    assertThat(e.report().read()).isEqualTo(NEW);
                });
        assertThat(Thread.interrupted()).isTrue();
        assertThat(index.live().orElseThrow().name()).isEqualTo(before);
        assertThat(generations()).isEqualTo(1);
        assertThat(new BatchIndexer(index)
                        .run(job(dump, update), IndexProgress.NONE)
                        .indexed())
                .isEqualTo(NEW);
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void run_interruptedAtAnyMoment_tellsTruly(boolean update) throws Exception {
        int cancelled = 0;
        for (int i = 0; i < 30; i++) {
            String before = index.live().orElseThrow().name();
            long delay = TimeUnit.MILLISECONDS.toNanos(i * 4L);
            Thread running = Thread.currentThread();
            Thread other = Thread.ofPlatform().start(() -> {
                LockSupport.parkNanos(delay);
                running.interrupt();
            });
            IndexReport report = null;
            IOException thrown = null;
            try {
                report = new BatchIndexer(index).run(job(dump, update), IndexProgress.NONE);
            } catch (IOException e) {
                thrown = e;
            }
            // It may come as late as now.
            while (other.isAlive()) {
                Thread.interrupted();
                Thread.onSpinWait();
            }
            Thread.interrupted();
            String after = index.live().orElseThrow().name();
            if (report != null) {
                assertThat(after).isNotEqualTo(before).isEqualTo(report.generation());
            } else {
                assertThat(thrown)
                        .isInstanceOfSatisfying(
                                IndexRunException.class,
                                e -> assertThat(e.cancelled()).isTrue());
                assertThat(after).isEqualTo(before);
                cancelled++;
            }
        }
        new BatchIndexer(index).run(job(dump, update), IndexProgress.NONE);
        // The live one, the one before, and the one that was before that when the last run began.
        assertThat(generations()).isLessThanOrEqualTo(3);
        assertThat(cancelled).isPositive();
        assertThat(index.check().orElseThrow().isSound()).isTrue();
    }

    @Test
    void rollback_afterACancelledRun_findsTheIndexFree() throws IOException {
        Thread.currentThread().interrupt();
        assertThatThrownBy(() -> new BatchIndexer(index).run(job(dump, false), IndexProgress.NONE))
                .isInstanceOf(IndexRunException.class);
        assertThat(Thread.interrupted()).isTrue();
        index.openUpdate().close();
        assertThat(index.live().orElseThrow().articles()).isEqualTo(OLD);
    }

    private static IndexJob job(String dump, boolean update) {
        return IndexJob.of(List.of(dump)).update(update).leastPercent(0).build();
    }

    private long generations() throws IOException {
        try (Stream<Path> names = Files.list(folder.resolve("index/generations"))) {
            return names.count();
        }
    }

    private String dump(String name, int articles) throws IOException {
        StringBuilder lines = new StringBuilder();
        for (int i = 0; i < articles; i++) {
            lines.append("{\"id\":\"" + name + i + "\",\"title\":\"Title " + i + " of " + name
                    + "\",\"publisher\":\"p\",\"date\":\"2020-01-02\"}\n");
        }
        return Files.writeString(folder.resolve(name + ".jsonl"), lines).toString();
    }
}
