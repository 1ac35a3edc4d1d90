/**
 * The engines that are measured side by side: archsearch and plain Lucene.
 *
 * <p>In: a dump, then queries as a person would type them. Out: an index in a folder, kept between runs, and ranked ids. It must not
 * know what is measured.
 */
@NullMarked
package archsearch.benchmarks.engine;

import org.jspecify.annotations.NullMarked;
