/**
 * Answers in JSON. In: an engine's answer or a failure. Out: JSON text in the shape that API and command line share. Must not
 * know HTTP or pages.
 */
@NullMarked
package archsearch.server.api;

import org.jspecify.annotations.NullMarked;
