package archsearch.searcher;

/**
 * What a {@link CachedSearchEngine} has done since it was made, and what it holds.
 *
 * @param hits requests answered from the cache
 * @param shared requests answered by an equal one that was running already
 * @param misses requests that the engine had to answer and whose answers may be kept
 * @param entries number of answers held
 * @param bytes memory that they take, as estimated
 * @param maxBytes the bound on it
 */
public record CacheStats(long hits, long shared, long misses, long entries, long bytes, long maxBytes) {}
