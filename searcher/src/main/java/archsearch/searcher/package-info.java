/**
 * Answers searches over the index.
 *
 * <p>In: a {@link archsearch.searcher.SearchRequest}, the whole state of a search. Out: a {@link
 * archsearch.searcher.SearchResponse} with ranked hits, highlights as ranges and facet counts. {@link
 * archsearch.searcher.SearchEngine} is the promise; its behaviour is written down in {@code SearchEngineContract}, which
 * every engine passes. {@link archsearch.searcher.CachedSearchEngine} remembers the answers of any of them. This module must not know HTTP or dumps.
 */
@NullMarked
package archsearch.searcher;

import org.jspecify.annotations.NullMarked;
