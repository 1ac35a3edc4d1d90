/**
 * Answers in XML: feeds, sitemaps, the description of the search for browsers. In: an engine's answer and the address of the
 * site. Out: XML text that is well-formed whatever articles and requests hold. Must not know HTTP.
 */
@NullMarked
package archsearch.server.xml;

import org.jspecify.annotations.NullMarked;
