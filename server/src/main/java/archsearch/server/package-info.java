/**
 * Answers over HTTP: pages for people, JSON for programs. In: requests. Out: pages ({@link archsearch.server.page}) and JSON
 * ({@link archsearch.server.api}) made from {@link archsearch.searcher.SearchResponse}s, with the headers that caches and
 * browsers need. Knows engines only as {@link archsearch.searcher.SearchEngine}.
 */
@NullMarked
package archsearch.server;

import org.jspecify.annotations.NullMarked;
