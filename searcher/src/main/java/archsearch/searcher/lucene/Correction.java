package archsearch.searcher.lucene;

import archsearch.searcher.query.ParsedQuery;

/**
 * A query that may be what was meant.
 *
 * @param query the corrected query, read from its text
 * @param text the corrected query as a person would type it
 * @param certain whether only words were changed that no article has, or hardly any: such a query is answered in place of
 *     the typed one, any other is offered
 * @param far whether some word is more than a letter away from what was typed
 */
record Correction(ParsedQuery query, String text, boolean certain, boolean far) {}
