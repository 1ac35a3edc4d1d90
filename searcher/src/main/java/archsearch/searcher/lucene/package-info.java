/**
 * The engine on an index folder of this machine. In: requests and query trees. Out: responses, by Lucene's ranking, facets
 * and highlighting. A search runs on one snapshot of the index from beginning to end, and one with a cursor on the snapshot that its
 * list was begun on, as long as that is kept open.
 */
@NullMarked
package archsearch.searcher.lucene;

import org.jspecify.annotations.NullMarked;
