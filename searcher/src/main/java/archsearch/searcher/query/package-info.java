/**
 * The query language. In: what a person typed into the one box. Out: a tree of {@link
 * archsearch.searcher.query.QueryNode}s, how it was read, in words, and warnings about what could not be read as written.
 * Never fails. Must not know any engine: both read the same tree.
 */
@NullMarked
package archsearch.searcher.query;

import org.jspecify.annotations.NullMarked;
