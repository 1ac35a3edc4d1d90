/** The article: the one value that dumps are read into and that every engine stores and returns. */
@NullMarked
package archsearch.indexer.article;

import org.jspecify.annotations.NullMarked;
