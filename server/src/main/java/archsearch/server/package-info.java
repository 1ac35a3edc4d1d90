/**
 * Answers over HTTP: pages for people, JSON for programs. In: requests. Out: pages and JSON made from {@link
 * archsearch.searcher.SearchResponse}s. Knows engines only as {@link archsearch.searcher.SearchEngine}.
 */
@NullMarked
package archsearch.server;

import org.jspecify.annotations.NullMarked;
