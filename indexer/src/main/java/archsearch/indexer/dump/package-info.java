/**
 * Reads dumps. In: files, folders and standard input, plain or compressed, as listing pages, JSON Lines, JSON or CSV. Out:
 * a stream of {@link archsearch.indexer.dump.DumpRecord}s: articles and rejects, each with the place it stood at. A bad
 * record is a value, not an exception. Also writes articles as a dump that reads back the same. Must not know how articles are
 * stored.
 */
@NullMarked
package archsearch.indexer.dump;

import org.jspecify.annotations.NullMarked;
