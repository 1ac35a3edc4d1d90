/**
 * What a running server counts. In: answers and searches, and what the engine holds. Out: numbers in the text form of Prometheus.
 */
@NullMarked
package archsearch.server.metrics;

import org.jspecify.annotations.NullMarked;
