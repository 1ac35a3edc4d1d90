package archsearch.searcher.lucene;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import archsearch.indexer.ArticleWriter;
import archsearch.indexer.article.Article;
import archsearch.indexer.glossary.Glossary;
import archsearch.indexer.lucene.IndexFolder;
import archsearch.indexer.lucene.LuceneArticleIndex;
import archsearch.searcher.CursorGoneException;
import archsearch.searcher.Hit;
import archsearch.searcher.SearchRequest;
import archsearch.searcher.SearchResponse;
import archsearch.searcher.Sort;
import archsearch.searcher.query.GlossaryTerms;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Lists that go on from cursors while the index changes under them. */
class CursorsTest {
    private static final List<Sort> SORTS = List.of(Sort.values());
    private static final Duration STEP = Duration.ofSeconds(1);

    @TempDir
    Path folder;

    private final AtomicLong nanos =
            new AtomicLong(Long.MAX_VALUE - Duration.ofHours(1).toNanos());
    private LiveIndex live;
    private GlossaryTerms glossary = GlossaryTerms.EMPTY;
    private LuceneSearchEngine engine;

    @BeforeEach
    void open() {
        live = new LiveIndex(new IndexFolder(folder), nanos::get);
        engine = LuceneSearchEngine.over(live, () -> glossary);
    }

    @AfterEach
    void close() {
        engine.close();
    }

    @Test
    void cursor_updatesThatMergeSegmentsAway_goesOnInTheListAsItWas() throws IOException {
        batch(articles(20, 0));
        List<String> before = pages(search(5));
        SearchResponse page = engine.search(search(5));
        for (int i = 0; i < 15; i++) {
            // Every article is replaced, and enough segments come that Lucene merges them and deletes the old files.
            update(articles(20, i + 1));
        }
        assertThat(engine.search(search(5)).index()).isNotEqualTo(page.index());
        List<String> walked = new ArrayList<>(shown(page));
        while (page.nextCursor() != null) {
            page = engine.search(search(5).toBuilder().cursor(page.nextCursor()).build());
            walked.addAll(shown(page));
        }
        assertThat(walked).isEqualTo(before);
    }

    @Test
    void cursor_generationReplacedAndDeleted_goesOnInIt() throws IOException {
        batch(articles(20, 0));
        List<String> before = pages(search(5));
        SearchResponse page = engine.search(search(5));
        String old = new IndexFolder(folder).live().orElseThrow();
        batch(articles(3, 1));
        assertThat(engine.search(search(5)).total()).isEqualTo(3);
        batch(articles(4, 2));
        batch(articles(5, 3));
        assertThat(engine.search(search(5)).total()).isEqualTo(5);
        assertThat(folder.resolve("generations").resolve(old)).doesNotExist();
        List<String> walked = walk(page);
        assertThat(walked).isEqualTo(before);
    }

    @Test
    void cursor_anyCommitsBetweenPages_walksTheListAsItWas() throws IOException {
        long seed = new Random().nextLong();
        Random random = new Random(seed);
        batch(articles(60, 0));
        for (int round = 1; round <= 25; round++) {
            Sort sort = SORTS.get(random.nextInt(SORTS.size()));
            SearchRequest request = SearchRequest.builder()
                    .q(List.of("", "title", "red OR green", "tltle").get(random.nextInt(4)))
                    .sort(sort)
                    .size(7 + random.nextInt(20))
                    .build();
            List<String> before = pages(request);
            SearchResponse page = engine.search(request);
            List<String> walked = new ArrayList<>(shown(page));
            while (page.nextCursor() != null) {
                change(random, round);
                page = engine.search(
                        request.toBuilder().cursor(page.nextCursor()).build());
                walked.addAll(shown(page));
            }
            assertThat(walked).as("%s, seed %d", request, seed).isEqualTo(before);
        }
        assertThat(live.keptSnapshots()).isLessThanOrEqualTo(KeptSnapshots.MOST);
    }

    private void change(Random random, int round) throws IOException {
        int first = random.nextInt(60);
        int last = first + 1 + random.nextInt(30);
        List<Article> some = articles(last, round).subList(first, last);
        switch (random.nextInt(5)) {
            case 0 -> batch(some);
            case 1 -> delete(some.stream().map(Article::id).toList());
            case 2, 3 -> update(some);
            default -> {}
        }
    }

    @Test
    void cursor_afterTheLongestTime_isGone() throws IOException {
        batch(articles(4, 0));
        SearchResponse page = engine.search(search(1));
        nanos.addAndGet(Duration.ofDays(1).toNanos());
        page = next(page);
        assertThat(page.hits()).as("as long as the index does not change").hasSize(1);
        update(articles(1, 1));
        engine.index();
        nanos.addAndGet(KeptSnapshots.LONGEST.toNanos() - 1);
        page = next(page);
        nanos.addAndGet(1);
        SearchRequest late = search(1).toBuilder().cursor(page.nextCursor()).build();
        assertThatThrownBy(() -> engine.search(late))
                .isInstanceOf(CursorGoneException.class)
                .hasMessageContaining(page.index().generation())
                .hasMessageContaining("first page");
        assertThat(live.keptSnapshots()).isZero();
    }

    @Test
    void cursor_moreCommitsThanSnapshotsAreKept_isGoneWhereItWasNotUsed() throws IOException {
        batch(articles(9, 0));
        SearchResponse used = engine.search(search(1));
        SearchResponse unused = used;
        for (int i = 1; i <= KeptSnapshots.MOST + 2; i++) {
            update(articles(9, i));
            SearchResponse page = engine.search(search(1));
            unused = i == 1 ? page : unused;
            used = i % 3 == 0 ? next(used) : used;
            assertThat(live.keptSnapshots()).isLessThanOrEqualTo(KeptSnapshots.MOST);
        }
        assertThat(next(used).hits()).hasSize(1);
        SearchResponse gone = unused;
        assertThatThrownBy(() -> next(gone)).isInstanceOf(CursorGoneException.class);
    }

    @Test
    void cursor_commitsThatNobodySearched_doNotDriveItOut() throws IOException {
        batch(articles(9, 0));
        SearchResponse page = engine.search(search(1));
        for (int i = 1; i <= 3 * KeptSnapshots.MOST; i++) {
            update(articles(9, i));
            engine.index();
        }
        assertThat(live.keptSnapshots()).isEqualTo(KeptSnapshots.MOST);
        assertThat(next(page).hits()).hasSize(1);
    }

    @Test
    void cursor_afterRestart_goesOnWhereTheIndexIsTheSame() throws IOException {
        batch(articles(9, 0));
        update(articles(12, 1).subList(9, 12));
        List<String> before = pages(search(4));
        SearchResponse page = engine.search(search(4));
        engine.close();
        open();
        assertThat(walk(page)).isEqualTo(before);
    }

    @Test
    void cursor_glossaryChanged_isGoneOnlyWhereTheQueryMeansSomethingElse() throws IOException {
        batch(articles(9, 0));
        SearchResponse red = engine.search(search(2));
        SearchRequest green = SearchRequest.builder().q("green").size(2).build();
        SearchResponse greens = engine.search(green);
        glossary = GlossaryTerms.of(Glossary.read(
                new ByteArrayInputStream("\tgreen | verdant\tcolours\n".getBytes(StandardCharsets.UTF_8)), "test"));
        assertThat(next(red).hits()).hasSize(2);
        assertThatThrownBy(() -> engine.search(
                        green.toBuilder().cursor(greens.nextCursor()).build()))
                .isInstanceOf(CursorGoneException.class)
                .hasMessageContaining("glossary");
    }

    @Test
    void snapshot_dropped_isClosedWhenItsLastSearchIsDone() throws IOException {
        batch(articles(3, 0));
        SearchResponse page = engine.search(search(1));
        IndexSnapshot old = live.with(snapshot -> snapshot);
        update(articles(3, 1));
        engine.index();
        assertThat(references(old)).as("kept").isEqualTo(1);
        live.with(page.index().generation(), snapshot -> {
            assertThat(snapshot).isSameAs(old);
            nanos.addAndGet(KeptSnapshots.LONGEST.toNanos());
            engine.index();
            assertThat(live.keptSnapshots()).isZero();
            assertThat(references(old)).as("in use").isEqualTo(1);
            return snapshot.searcher().storedFields().document(0);
        });
        assertThat(references(old)).isZero();
        assertThat(old.acquire()).isFalse();
    }

    @Test
    void cursor_whileSnapshotsComeAndGo_isAnsweredOrGone() throws Exception {
        batch(articles(9, 0));
        AtomicBoolean done = new AtomicBoolean();
        AtomicInteger answered = new AtomicInteger();
        try (ExecutorService walkers = Executors.newFixedThreadPool(2)) {
            List<Future<?>> walks = new ArrayList<>();
            for (int i = 0; i < 2; i++) {
                walks.add(walkers.submit(() -> {
                    while (!done.get()) {
                        try {
                            List<String> walked = walk(engine.search(search(2)));
                            assertThat(walked).doesNotHaveDuplicates().hasSize(9);
                            answered.incrementAndGet();
                        } catch (CursorGoneException e) {
                            assertThat(e).hasMessageContaining("first page");
                        }
                    }
                }));
            }
            try {
                for (int i = 1; i <= 40; i++) {
                    if (i % 8 == 0) {
                        batch(articles(9, i));
                    } else {
                        update(articles(9, i));
                    }
                    nanos.addAndGet(KeptSnapshots.LONGEST.dividedBy(3).toNanos());
                }
            } finally {
                done.set(true);
            }
            for (Future<?> walk : walks) {
                walk.get();
            }
        }
        assertThat(answered).hasPositiveValue();
    }

    @Test
    void close_anySnapshotsKept_closesAllOfThem() throws IOException {
        List<IndexSnapshot> snapshots = new ArrayList<>();
        batch(articles(9, 0));
        for (int i = 1; i <= 12; i++) {
            engine.search(search(1));
            snapshots.add(live.with(snapshot -> snapshot));
            if (i % 4 == 0) {
                batch(articles(9, i));
            } else {
                update(articles(9, i));
            }
        }
        assertThat(snapshots).extracting(CursorsTest::references).containsOnly(0, 1);
        Path maps = Path.of("/proc/self/maps");
        boolean linux = Files.isReadable(maps);
        assertThat(linux && mapped(maps) == 0).as("files are mapped").isFalse();
        engine.close();
        assertThat(snapshots).extracting(CursorsTest::references).containsOnly(0);
        assumeTrue(linux);
        assertThat(mapped(maps)).isZero();
    }

    private long mapped(Path maps) throws IOException {
        try (Stream<String> lines = Files.lines(maps)) {
            return lines.filter(line -> line.contains(folder.toString())).count();
        }
    }

    @Test
    void snapshot_noLongerLive_forgetsWhatSuggestionsTook() throws IOException {
        batch(articles(9, 0));
        engine.search(search(1));
        IndexSnapshot old = live.with(snapshot -> {
            snapshot.completions().warm();
            return snapshot;
        });
        update(articles(9, 1));
        engine.index();
        assertThat(old.completions().isUsed()).isFalse();
    }

    @Test
    void snapshot_afterOneThatWasAskedForLists_hasThemBeforeItIsAsked() throws IOException {
        batch(articles(9, 0));
        engine.search(search(1));
        IndexSnapshot old = live.with(snapshot -> {
            snapshot.completions().warm();
            snapshot.pinyinWords();
            return snapshot;
        });
        update(articles(9, 1));
        engine.index();
        live.awaitBackground();
        IndexSnapshot next = live.with(snapshot -> snapshot);
        assertThat(next).isNotSameAs(old);
        assertThat(next.completions().isUsed()).isTrue();
        assertThat(next.hasPinyinWords()).isTrue();
        assertThat(references(next)).isEqualTo(1);
    }

    private static int references(IndexSnapshot snapshot) {
        return snapshot.searcher().getIndexReader().getRefCount();
    }

    private static SearchRequest search(int size) {
        return SearchRequest.builder().q("title ?red").size(size).build();
    }

    private SearchResponse next(SearchResponse page) {
        return engine.search(page.request().toBuilder()
                .cursor(Objects.requireNonNull(page.nextCursor()))
                .build());
    }

    /** The hits of an answer and of all that follow it. */
    private List<String> walk(SearchResponse first) {
        List<String> walked = new ArrayList<>(shown(first));
        SearchResponse page = first;
        while (page.nextCursor() != null) {
            page = next(page);
            walked.addAll(shown(page));
        }
        return walked;
    }

    private List<String> pages(SearchRequest request) {
        int pages = engine.search(request).pages();
        return IntStream.rangeClosed(1, pages)
                .mapToObj(page -> engine.search(request.toBuilder().page(page).build()))
                .flatMap(response -> shown(response).stream())
                .toList();
    }

    private static List<String> shown(SearchResponse response) {
        return response.hits().stream().map(CursorsTest::shown).toList();
    }

    private static String shown(Hit hit) {
        return hit.rank() + " " + hit.article() + " " + hit.score();
    }

    private void batch(List<Article> articles) throws IOException {
        try (ArticleWriter writer = new LuceneArticleIndex(folder).openBatch()) {
            put(writer, articles);
        }
    }

    private void update(List<Article> articles) throws IOException {
        try (ArticleWriter writer = new LuceneArticleIndex(folder).openUpdate()) {
            put(writer, articles);
        }
    }

    private void delete(List<String> ids) throws IOException {
        try (ArticleWriter writer = new LuceneArticleIndex(folder).openUpdate()) {
            for (String id : ids) {
                writer.delete(id);
            }
            writer.commit();
        }
        nanos.addAndGet(STEP.toNanos());
    }

    private void put(ArticleWriter writer, List<Article> articles) throws IOException {
        for (Article article : articles) {
            writer.put(article);
        }
        writer.commit();
        nanos.addAndGet(STEP.toNanos());
    }

    /** Articles with few different dates, likes and minutes, so that ids have to decide; another version of them all each time. */
    private static List<Article> articles(int count, int version) {
        return IntStream.range(0, count)
                .mapToObj(i -> Article.builder(
                                "Title " + (i % 5 == 0 ? "red" : i % 5 == 1 ? "green" : "blue") + " " + version,
                                "Publisher",
                                LocalDate.of(2019, 1, 1 + (i * 7 + version) % 4))
                        .id("文" + i)
                        .summary(i % 3 == version % 3 ? "red and green" : "")
                        .likes((i + version) % 3)
                        .readMinutes(i % 4)
                        .build())
                .toList();
    }
}
