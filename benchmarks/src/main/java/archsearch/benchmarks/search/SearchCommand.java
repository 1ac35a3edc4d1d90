package archsearch.benchmarks.search;

import archsearch.benchmarks.dumps.MadeUpDump;
import archsearch.benchmarks.engine.ArchsearchEngine;
import archsearch.benchmarks.engine.DumpArticles;
import archsearch.benchmarks.engine.IndexCache;
import archsearch.benchmarks.engine.PlainEngine;
import archsearch.benchmarks.engine.RankedEngine;
import archsearch.benchmarks.engine.Ranking;
import archsearch.benchmarks.search.QueryKind.SampleQuery;
import archsearch.indexer.article.Article;
import archsearch.searcher.SearchEngine;
import archsearch.searcher.SearchRequest;
import archsearch.searcher.SearchResponse;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code benchmarks/run search}: how long searches take, one at a time. */
@Command(
        name = "search",
        description = "Measures how long searches take, beside plain Lucene on the same articles.",
        footer = {"", "Example: searches in a dump", "  benchmarks/run search --articles FILE"})
public final class SearchCommand implements Callable<Integer> {
    private static final int SAMPLED_ARTICLES = 20_000;

    @Option(
            names = "--glossary",
            paramLabel = "FILE",
            description = "Read queries with this one; data/glossary.tsv by default.")
    private Path glossary = Path.of(System.getProperty("archsearch.benchmarks", "benchmarks"), "../data/glossary.tsv");

    @Option(names = "--articles", paramLabel = "DUMP", description = "Search in this dump instead of a made-up one.")
    private @Nullable Path articles;

    @Option(names = "--records", paramLabel = "N", description = "Articles to make up. Default: ${DEFAULT-VALUE}.")
    private long records = 20_000;

    @Option(names = "--queries", paramLabel = "N", description = "Queries of each kind. Default: ${DEFAULT-VALUE}.")
    private int queries = 200;

    @Option(
            names = "--rounds",
            paramLabel = "N",
            description = "Times each is asked, after a first that does not count. Default: ${DEFAULT-VALUE}.")
    private int rounds = 3;

    @Option(names = "--seed", paramLabel = "N", description = "Another seed, other queries. Default: ${DEFAULT-VALUE}.")
    private long seed = 1;

    @Option(names = "--cache", paramLabel = "DIR", description = "Keep indexes there; benchmarks/var by default.")
    private Path cache = Path.of(System.getProperty("archsearch.benchmarks", "benchmarks"), "var");

    @Override
    public Integer call() throws IOException {
        Path dump = articles;
        if (dump == null) {
            dump = Files.createDirectories(cache).resolve("made-up-" + records + "-" + seed + ".jsonl");
            MadeUpDump.writeJsonLines(dump, records, seed);
        }
        List<Article> sample = sample(dump);
        IndexCache indexes = new IndexCache(cache);
        RankedEngine plain = PlainEngine.smartcn();
        ArchsearchEngine own = new ArchsearchEngine("archsearch", glossary);
        try (SearchEngine engine = own.openEngine(indexes.get(own, dump));
                Ranking ranking = plain.open(indexes.get(plain, dump))) {
            System.out.printf(
                    Locale.ROOT,
                    "%,d articles; milliseconds; ratio of medians to plain Lucene%n",
                    engine.index().docs());
            System.out.println(KindFigures.head());
            for (QueryKind kind : QueryKind.values()) {
                List<SampleQuery> asked = kind.sample(sample, queries, new SplittableRandom(seed));
                System.out.println(measure(kind, asked, engine, ranking).row());
            }
        }
        return 0;
    }

    /** Articles taken evenly by chance from all of the dump. */
    private List<Article> sample(Path dump) throws IOException {
        List<Article> kept = new ArrayList<>();
        SplittableRandom random = new SplittableRandom(seed);
        long[] seen = {0};
        DumpArticles.each(dump, article -> {
            long place = random.nextLong(++seen[0]);
            if (kept.size() < SAMPLED_ARTICLES) {
                kept.add(article);
            } else if (place < SAMPLED_ARTICLES) {
                kept.set(Math.toIntExact(place), article);
            }
        });
        return kept;
    }

    /** The calls of one query come one after the other, so that what else the machine does meets all of them alike. */
    private KindFigures measure(QueryKind kind, List<SampleQuery> asked, SearchEngine engine, Ranking ranking)
            throws IOException {
        KindFigures figures = KindFigures.of(kind.label());
        for (int round = 0; round <= rounds; round++) {
            KindFigures counted = round == 0 ? KindFigures.of("warming up") : figures;
            for (SampleQuery query : asked) {
                SearchRequest bare = query.request().toBuilder()
                        .facets(Set.of())
                        .highlights(false)
                        .build();
                long start = System.nanoTime();
                SearchResponse page = engine.search(query.request());
                long afterPage = System.nanoTime();
                SearchResponse hits = engine.search(bare);
                long afterHits = System.nanoTime();
                List<String> ids = ranking.ids(query.words(), SearchRequest.DEFAULT_SIZE);
                long end = System.nanoTime();
                counted.page().add(afterPage - start);
                counted.hits().add(afterHits - afterPage);
                counted.plain().add(end - afterHits);
                if (hits.total() != page.total() || ids.size() > SearchRequest.DEFAULT_SIZE) {
                    throw new IllegalStateException("two answers to one query differ: " + query.words());
                }
            }
        }
        return figures;
    }
}
