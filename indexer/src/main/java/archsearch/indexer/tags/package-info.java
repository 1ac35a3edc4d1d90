/**
 * Tells apart the tags that a listing page glues together without a separator. In: the tag lines of all cards of a run with
 * the text that may explain them, a list of known tags, the operator's dictionary and the vocabulary kept with the index.
 * Out: for each card its tags and how sure the split is. Must not know how listings are read or articles are stored.
 */
@NullMarked
package archsearch.indexer.tags;

import org.jspecify.annotations.NullMarked;
