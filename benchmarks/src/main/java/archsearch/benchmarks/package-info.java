/**
 * Measures archsearch: how well it ranks, how fast it indexes and searches. Run by hand through {@code benchmarks/run}.
 *
 * <p>In: files of articles, topics and judgements, or a number of articles to make up. Out: tables on standard output. Nothing
 * else knows this module.
 */
@NullMarked
package archsearch.benchmarks;

import org.jspecify.annotations.NullMarked;
