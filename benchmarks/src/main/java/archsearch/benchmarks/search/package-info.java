/**
 * Measures how long searches take.
 *
 * <p>In: a dump to search in; the queries are taken from its articles. Out: percentiles for each kind of query, beside plain
 * Lucene. It must not know how queries are answered.
 */
@NullMarked
package archsearch.benchmarks.search;

import org.jspecify.annotations.NullMarked;
