/**
 * Answers over HTTP: pages for people, JSON for programs, feeds and sitemaps for those that look for news by themselves. In:
 * requests. Out: pages ({@link archsearch.server.page}), JSON ({@link archsearch.server.api}) and XML ({@link
 * archsearch.server.xml}) made from {@link archsearch.searcher.SearchResponse}s, with the headers that caches and
 * browsers need. Knows engines only as {@link archsearch.searcher.SearchEngine}.
 */
@NullMarked
package archsearch.server;

import org.jspecify.annotations.NullMarked;
