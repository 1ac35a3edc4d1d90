/**
 * Pages for people. In: an engine's answer or a problem, and the language of the page's own words. Out: HTML. The records here
 * hold what a page shows, ready to be shown; the templates only lay it out. Must not know HTTP.
 */
@NullMarked
package archsearch.server.page;

import org.jspecify.annotations.NullMarked;
