/**
 * The operator's port: builds, cancels, goes back, writes single articles. In: requests that carry the token. Out: changes of an
 * {@link archsearch.indexer.ArticleIndex}, JSON about them, and a line in the audit log for every call. Must not know the engine
 * or the command line.
 */
@NullMarked
package archsearch.server.admin;

import org.jspecify.annotations.NullMarked;
