package archsearch.searcher.lucene;

import archsearch.indexer.ArticleWriter;
import archsearch.indexer.Generation;
import archsearch.indexer.article.Article;
import archsearch.indexer.lucene.LuceneArticleIndex;
import archsearch.searcher.FacetDim;
import archsearch.searcher.FacetRequest;
import archsearch.searcher.IndexUnavailableException;
import archsearch.searcher.SearchRequest;
import archsearch.searcher.SimilarRequest;
import archsearch.searcher.SuggestRequest;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Stream;

/**
 * Damages the files of the live generation under an engine that has them open, in a process of its own: a file that is cut short may
 * end the whole process. Prints a line for each damage that searches came upon; ends with 0 where all was as it has to be.
 */
public final class DamageWhileServing {
    private static final int ARTICLES = 150;
    private static final int FLIPS = 3;
    private static final long SEED = 5;
    private static final Duration FOLLOWED_WITHIN = Duration.ofSeconds(30);

    private final Path folder;
    private final LuceneSearchEngine engine;
    private final SplittableRandom random = new SplittableRandom(SEED);
    private int made;

    private DamageWhileServing(Path folder, LuceneSearchEngine engine) {
        this.folder = folder;
        this.engine = engine;
    }

    /** What is done to a file. */
    private interface Damage {
        void to(FileChannel file) throws IOException;
    }

    /** Runs in the folder that is given, which is empty. */
    public static void main(String[] args) throws IOException {
        Path folder = Path.of(args[0]);
        try (LuceneSearchEngine engine = LuceneSearchEngine.open(folder)) {
            DamageWhileServing run = new DamageWhileServing(folder, engine);
            run.damageTheOnlyOne();
            run.damage("cut to nothing", true, file -> file.truncate(0));
            run.damage("cut in half", true, file -> file.truncate(file.size() / 2));
            run.damage("overwritten", true, file -> {
                byte[] bytes = new byte[(int) file.size()];
                run.random.nextBytes(bytes);
                file.write(ByteBuffer.wrap(bytes), 0);
            });
            for (int i = 0; i < FLIPS; i++) {
                run.damage("flipped", false, file -> run.flip(file));
            }
        }
    }

    /** There is none to go over to, so that whoever asks is told. */
    private void damageTheOnlyOne() throws IOException {
        Generation only = batch();
        ask(only.articles());
        try (FileChannel file = FileChannel.open(largest(only), StandardOpenOption.WRITE)) {
            file.truncate(0);
        }
        try {
            engine.search(SearchRequest.of("queue"));
            throw new IllegalStateException("a search found something in a file that is empty");
        } catch (IndexUnavailableException e) {
            System.out.println("the only one: " + e.getMessage());
        }
        Generation mended = batch();
        follow(mended);
        ask(mended.articles());
    }

    private void flip(FileChannel file) throws IOException {
        long at = random.nextLong(file.size());
        ByteBuffer one = ByteBuffer.allocate(1);
        file.read(one, at);
        one.put(0, (byte) (one.get(0) ^ (1 << random.nextInt(8))));
        file.write(one.rewind(), at);
    }

    /**
     * @param noticed whether searches must come upon the damage
     */
    private void damage(String what, boolean noticed, Damage damage) throws IOException {
        Generation good = batch();
        Generation live = batch();
        follow(live);
        ask(live.articles());
        Path largest = largest(live);
        try (FileChannel file = FileChannel.open(largest, StandardOpenOption.READ, StandardOpenOption.WRITE)) {
            damage.to(file);
        }
        ask(-1);
        String now = engine.index().generation();
        if (now.equals(good.name())) {
            System.out.println(what + ": noticed");
            ask(good.articles());
        } else if (noticed || !now.equals(live.name())) {
            throw new IllegalStateException(
                    what + ": answers from " + now + ", expected the last good one, " + good.name());
        }
        Generation mended = batch();
        follow(mended);
        ask(mended.articles());
    }

    /**
     * Asks for all that there is.
     *
     * @param articles that there must be; below 0 where the engine may also say that the index cannot be read
     */
    private void ask(int articles) {
        List<Runnable> requests = List.of(
                () -> {
                    int total = engine.search(SearchRequest.builder()
                                    .q("title")
                                    .grouped(false)
                                    .build())
                            .total();
                    if (articles >= 0 && total != articles) {
                        throw new IllegalStateException(total + " articles, expected " + articles);
                    }
                },
                () -> engine.search(SearchRequest.of("\"queue of kafka\" OR 消息队列 OR cach* OR latncy~")),
                () -> engine.search(
                        SearchRequest.builder().q("nothingofthekind jiagou").build()),
                () -> engine.facet(FacetRequest.of(FacetDim.TAG)),
                () -> engine.suggest(new SuggestRequest("ka", 10)),
                () -> engine.similar(new SimilarRequest("a7", 10)),
                () -> {
                    for (int i = 0; i < ARTICLES; i += 7) {
                        engine.article("a" + i);
                    }
                });
        for (Runnable request : requests) {
            try {
                request.run();
            } catch (IndexUnavailableException e) {
                if (articles >= 0) {
                    throw e;
                }
            }
        }
    }

    private void follow(Generation wanted) {
        long end = System.nanoTime() + FOLLOWED_WITHIN.toNanos();
        while (!engine.index().generation().equals(wanted.name())) {
            if (System.nanoTime() > end) {
                throw new IllegalStateException("generation " + wanted.name() + " is not followed");
            }
            Thread.onSpinWait();
        }
    }

    private Path largest(Generation generation) throws IOException {
        String name = generation.name().substring(0, generation.name().lastIndexOf('-'));
        List<Path> files = new ArrayList<>();
        try (Stream<Path> all = Files.list(folder.resolve("generations").resolve(name))) {
            all.forEach(files::add);
        }
        Path largest = files.getFirst();
        for (Path file : files) {
            largest = Files.size(file) > Files.size(largest) ? file : largest;
        }
        return largest;
    }

    /** One article more than the last time, so that generations can be told apart. */
    private Generation batch() throws IOException {
        made++;
        try (ArticleWriter writer = new LuceneArticleIndex(folder).openBatch()) {
            for (int i = 0; i < ARTICLES + made; i++) {
                writer.put(Article.builder(
                                "Title " + i + ", a queue of kafka 消息队列的缓存 v" + i,
                                "Publisher " + i % 9,
                                LocalDate.of(2019, 1, 1).plusDays(i))
                        .id("a" + i)
                        .summary("Latency of caches, number " + i * 31 + " 架构设计与实现 " + i)
                        .tags(List.of("Kafka", "Tag " + i % 13))
                        .build());
            }
            return writer.commit();
        }
    }
}
