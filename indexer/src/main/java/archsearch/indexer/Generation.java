package archsearch.indexer;

import java.time.Instant;

/**
 * One complete state of the index.
 *
 * @param name unique and ascending in time, for example {@code 20261124T201833Z-1}; part of every answer's ETag
 * @param articles number of articles in it
 * @param committedAt when it became live
 */
public record Generation(String name, int articles, Instant committedAt) {}
