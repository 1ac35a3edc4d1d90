package archsearch.searcher;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;

/**
 * Remembers the answers of another engine, as many as fit into a bounded memory. An answer counts for the generation and the
 * glossary that it came from, so that none is out of date; those of earlier ones are dropped when the index changes. Equal requests
 * that come at the same time are run once, and what comes of it, a failure too, comes to all of them.
 *
 * <p>Searches, lists of facet values and similar articles are remembered: they take milliseconds, and many people ask the same.
 * Not remembered are failures; answers that a time limit cut short; searches with a cursor, since a list is walked once and would
 * drive out what is asked again; and those with explanations, which are large and for engineers. Suggestions, names of values and
 * single articles are always asked for anew: that takes about a millisecond, while every key that somebody types would be one more
 * answer to hold.
 *
 * <p>{@code tookNanos} of an answer is the time that this call took, whoever answered. Thread-safe.
 */
public final class CachedSearchEngine implements SearchEngine {
    /** Key, entry and their places in the tables. */
    private static final int ENTRY_BYTES = 250;

    private static final Kind<SearchResponse> SEARCH = new Kind<>(
            SearchResponse.class,
            HeapSize::of,
            SearchResponse::index,
            r -> !r.partial(),
            (r, nanos) -> new SearchResponse(
                    r.request(),
                    r.parsed(),
                    r.correctedFrom(),
                    r.warnings(),
                    r.total(),
                    r.hits(),
                    r.nextCursor(),
                    r.facets(),
                    r.suggestions(),
                    r.index(),
                    nanos,
                    r.partial()));

    private static final Kind<FacetResponse> FACET = new Kind<>(
            FacetResponse.class,
            HeapSize::of,
            FacetResponse::index,
            r -> !r.partial(),
            (r, nanos) -> new FacetResponse(r.request(), r.facet(), r.index(), nanos, r.partial()));

    private static final Kind<SimilarResponse> SIMILAR = new Kind<>(
            SimilarResponse.class,
            HeapSize::of,
            SimilarResponse::index,
            r -> true,
            (r, nanos) -> new SimilarResponse(r.request(), r.hits(), r.index(), nanos));

    private final SearchEngine engine;
    private final long maxBytes;
    private final Cache<Key, Entry> answers;
    private final ConcurrentHashMap<Key, CompletableFuture<Optional<?>>> running = new ConcurrentHashMap<>();
    private final LongAdder hits = new LongAdder();
    private final LongAdder shared = new LongAdder();
    private final LongAdder misses = new LongAdder();
    private volatile @Nullable State latest;

    /**
     * Remembers the answers of an engine.
     *
     * @param engine closed together with this one
     * @param maxBytes about the memory that answers may take; with 0 none is remembered, but equal requests at the same time still
     *     run once
     */
    public CachedSearchEngine(SearchEngine engine, long maxBytes) {
        this.engine = engine;
        this.maxBytes = maxBytes;
        this.answers = Caffeine.newBuilder()
                .maximumWeight(maxBytes)
                .weigher((Key key, Entry entry) -> entry.bytes())
                // Dropping answers is quick; it needs no thread of its own.
                .executor(Runnable::run)
                .build();
    }

    /** All that answers depend on beside the request. */
    private record State(String generation, String glossary) {
        static State of(IndexInfo index) {
            return new State(index.generation(), index.glossary());
        }
    }

    /** Requests are records, so equal ones have equal answers, and those of different kinds are never equal. */
    private record Key(Record request, State state) {}

    private record Entry(Object answer, int bytes) {}

    /** What has to be known of one kind of answers. */
    private record Kind<A>(
            Class<A> type,
            ToLongFunction<A> bytes,
            Function<A, IndexInfo> index,
            Predicate<A> isWhole,
            Timing<A> timing) {}

    private interface Timing<A> {
        A took(A answer, long nanos);
    }

    @Override
    public SearchResponse search(SearchRequest request) {
        if (request.cursor() != null || request.explain()) {
            return engine.search(request);
        }
        return answer(SEARCH, request, () -> Optional.of(engine.search(request)))
                .orElseThrow();
    }

    @Override
    public FacetResponse facet(FacetRequest request) {
        return answer(FACET, request, () -> Optional.of(engine.facet(request))).orElseThrow();
    }

    @Override
    public Optional<SimilarResponse> similar(SimilarRequest request) {
        return answer(SIMILAR, request, () -> engine.similar(request));
    }

    private <A> Optional<A> answer(Kind<A> kind, Record request, Supplier<Optional<A>> ask) {
        long start = System.nanoTime();
        Key key = new Key(request, State.of(engine.index()));
        forgetEarlier(key.state());
        Optional<A> answer = known(kind, key);
        if (answer.isPresent()) {
            hits.increment();
        } else {
            CompletableFuture<Optional<?>> mine = new CompletableFuture<>();
            CompletableFuture<Optional<?>> other = running.putIfAbsent(key, mine);
            if (other == null) {
                answer = run(kind, key, ask, mine);
            } else {
                shared.increment();
                answer = await(other).map(kind.type()::cast);
            }
        }
        return answer.map(a -> kind.timing().took(a, System.nanoTime() - start));
    }

    private <A> Optional<A> known(Kind<A> kind, Key key) {
        return Optional.ofNullable(answers.getIfPresent(key))
                .map(entry -> kind.type().cast(entry.answer()));
    }

    private <A> Optional<A> run(
            Kind<A> kind, Key key, Supplier<Optional<A>> ask, CompletableFuture<Optional<?>> result) {
        try {
            // An equal request may have ended after this one looked and before it began.
            Optional<A> answer = known(kind, key);
            if (answer.isEmpty()) {
                misses.increment();
                answer = ask.get();
                answer.filter(kind.isWhole()).ifPresent(a -> keep(kind, key, a));
            } else {
                hits.increment();
            }
            result.complete(answer);
            return answer;
        } catch (RuntimeException | Error e) {
            result.completeExceptionally(e);
            throw e;
        } finally {
            running.remove(key, result);
        }
    }

    /** Keeps an answer under the state that it came from, which is a later one where the index changed meanwhile. */
    private <A> void keep(Kind<A> kind, Key asked, A answer) {
        State own = State.of(kind.index().apply(answer));
        boolean isEarlier = own.equals(asked.state()) && !own.equals(latest);
        if (!isEarlier) {
            long bytes = ENTRY_BYTES + kind.bytes().applyAsLong(answer);
            answers.put(new Key(asked.request(), own), new Entry(answer, (int) Math.min(bytes, Integer.MAX_VALUE)));
        }
    }

    private static Optional<?> await(CompletableFuture<Optional<?>> other) {
        try {
            return other.join();
        } catch (CompletionException e) {
            if (e.getCause() instanceof RuntimeException failure) {
                throw failure;
            }
            if (e.getCause() instanceof Error failure) {
                throw failure;
            }
            throw e;
        }
    }

    /** Two requests around a change of the index may undo each other's work here; that costs answers, never their truth. */
    private void forgetEarlier(State state) {
        if (!state.equals(latest)) {
            latest = state;
            answers.asMap().keySet().removeIf(key -> !key.state().equals(state));
        }
    }

    /** What was done so far, and what is held. */
    public CacheStats stats() {
        answers.cleanUp();
        long bytes =
                answers.policy().eviction().map(e -> e.weightedSize().orElse(0)).orElse(0L);
        return new CacheStats(hits.sum(), shared.sum(), misses.sum(), answers.estimatedSize(), bytes, maxBytes);
    }

    @Override
    public SuggestResponse suggest(SuggestRequest request) {
        return engine.suggest(request);
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
        answers.invalidateAll();
        engine.close();
    }
}
