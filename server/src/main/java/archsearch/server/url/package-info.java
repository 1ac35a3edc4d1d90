/**
 * Searches as addresses. In: the query string of a URL. Out: an {@link archsearch.server.url.Address}, and back. Must not
 * know how answers look or how they are sent.
 */
@NullMarked
package archsearch.server.url;

import org.jspecify.annotations.NullMarked;
