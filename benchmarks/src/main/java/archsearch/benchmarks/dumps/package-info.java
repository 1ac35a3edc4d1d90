/**
 * Measures the indexing of large dumps.
 *
 * <p>In: a number of articles to make up, or a dump that is there. Out: for each way of reading it, how fast it was and how much
 * memory it took, in a process of its own. It must not know how dumps are read.
 */
@NullMarked
package archsearch.benchmarks.dumps;

import org.jspecify.annotations.NullMarked;
