/**
 * The {@code archsearch} command: reads arguments, wires the engine, the indexer and the server together, prints. In:
 * arguments and environment. Out: data on stdout, progress and log on stderr, an exit status.
 */
@NullMarked
package archsearch.server.cli;

import org.jspecify.annotations.NullMarked;
