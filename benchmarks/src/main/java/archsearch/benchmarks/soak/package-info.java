/**
 * Keeps a server, and the commands that change its index, under load and under attack for a while.
 *
 * <p>In: the packaged jar and a seed. Out: counts of what came of it. It knows the program by its commands and its HTTP interface
 * alone, and what an index must hold by the dumps that it made up.
 */
@NullMarked
package archsearch.benchmarks.soak;

import org.jspecify.annotations.NullMarked;
