/**
 * The index on disk. In: articles. Out: generations, complete states of the index that a pointer file switches between; their
 * articles again, and what is wrong with them.
 * Owns the schema: which fields an article becomes and how each is analyzed. Must not know queries.
 */
@NullMarked
package archsearch.indexer.lucene;

import org.jspecify.annotations.NullMarked;
