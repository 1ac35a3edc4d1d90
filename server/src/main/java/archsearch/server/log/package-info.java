/**
 * What a running server tells about itself. In: events with their parts. Out: lines for people or for programs. Must not know HTTP
 * or the engine.
 */
@NullMarked
package archsearch.server.log;

import org.jspecify.annotations.NullMarked;
