/**
 * From text to tokens, for mixed Chinese and English technical text. In: the text of a field. Out: one linear stream of
 * tokens with offsets into that text. Both engines index and query by exactly these streams.
 */
@NullMarked
package archsearch.indexer.analysis;

import org.jspecify.annotations.NullMarked;
