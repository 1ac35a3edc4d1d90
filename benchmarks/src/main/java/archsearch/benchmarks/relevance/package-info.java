/**
 * Measures rankings against judgements.
 *
 * <p>In: articles, topics and judgements (TREC's files). Out: nDCG, MRR, recall, average precision and precision of archsearch's
 * engine and of plain Lucene beside it, run files, and what became of each topic. It must not know how the engines rank.
 */
@NullMarked
package archsearch.benchmarks.relevance;

import org.jspecify.annotations.NullMarked;
