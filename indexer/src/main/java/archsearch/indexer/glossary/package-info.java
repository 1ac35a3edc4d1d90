/**
 * The glossary of terms. In: a file of terms in Chinese and English. Out: concepts with the forms they are written in. It does
 * not know queries; which forms are searched for whom is the searcher's question.
 */
@NullMarked
package archsearch.indexer.glossary;

import org.jspecify.annotations.NullMarked;
