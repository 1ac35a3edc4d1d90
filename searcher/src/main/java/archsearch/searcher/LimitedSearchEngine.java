package archsearch.searcher;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Supplier;

/**
 * Lets another engine do only so much at once. Whoever comes beyond that waits in line for a moment; where the line is long, or the
 * moment over, the request is refused with {@link EngineBusyException}, so that those that are answered are answered fast.
 *
 * <p>Searches, lists of values, similar articles and suggestions count. Single articles, names of values and the state of the index
 * do not: they take next to no time, and whether the engine lives must be known when it is busy too. Thread-safe.
 */
public final class LimitedSearchEngine implements SearchEngine {
    private final SearchEngine engine;
    private final int line;
    private final Duration patience;
    private final Semaphore places;
    private final LongAdder refused = new LongAdder();

    /**
     * Limits an engine.
     *
     * @param engine closed together with this one
     * @param atOnce how much runs at one time, at least 1
     * @param line how many may wait, about; 0 for none
     * @param patience how long one waits at most
     */
    public LimitedSearchEngine(SearchEngine engine, int atOnce, int line, Duration patience) {
        if (atOnce < 1) {
            throw new IllegalArgumentException("atOnce is " + atOnce + "; it must be 1 or more");
        }
        this.engine = engine;
        this.line = line;
        this.patience = patience;
        // First come, first served: else somebody might wait in vain while others are answered.
        this.places = new Semaphore(atOnce, true);
    }

    @Override
    public SearchResponse search(SearchRequest request) {
        return limited(() -> engine.search(request));
    }

    @Override
    public FacetResponse facet(FacetRequest request) {
        return limited(() -> engine.facet(request));
    }

    @Override
    public Optional<SimilarResponse> similar(SimilarRequest request) {
        return limited(() -> engine.similar(request));
    }

    @Override
    public SuggestResponse suggest(SuggestRequest request) {
        return limited(() -> engine.suggest(request));
    }

    private <T> T limited(Supplier<T> work) {
        if (!enter()) {
            refused.increment();
            throw new EngineBusyException("More searches came at once than are answered here; ask again in a moment.");
        }
        try {
            return work.get();
        } finally {
            places.release();
        }
    }

    private boolean enter() {
        if (places.tryAcquire()) {
            return true;
        }
        if (places.getQueueLength() >= line) {
            return false;
        }
        try {
            return places.tryAcquire(patience.toNanos(), TimeUnit.NANOSECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /** How many requests were refused so far. */
    public long refused() {
        return refused.sum();
    }

    /** How many requests wait in line now. */
    public int waiting() {
        return places.getQueueLength();
    }

    @Override
    public Optional<ValueName> value(FacetDim dim, String name) {
        return engine.value(dim, name);
    }

    @Override
    public Optional<ArticleResponse> article(String id) {
        return engine.article(id);
    }

    @Override
    public IndexInfo index() {
        return engine.index();
    }

    @Override
    public void close() {
        engine.close();
    }
}
