/**
 * Turns dumps of articles into an index.
 *
 * <p>In: files and folders of dumps ({@link archsearch.indexer.dump}). Out: a committed index generation and an {@link
 * archsearch.indexer.IndexReport}. This module owns the article, the reading of dumps, the analysis and the layout of the
 * index, since a reader is only right about what was written. It must not know queries or HTTP.
 */
@NullMarked
package archsearch.indexer;

import org.jspecify.annotations.NullMarked;
