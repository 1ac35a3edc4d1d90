/**
 * The engine on an index folder of this machine. In: requests and query trees. Out: responses, by Lucene's ranking, facets
 * and highlighting.
 */
@NullMarked
package archsearch.searcher.lucene;

import org.jspecify.annotations.NullMarked;
