/**
 * Finds reposts: articles of several publishers that have the same text or tell the same story. An article goes in, what to compare of it
 * comes out ({@link archsearch.indexer.reposts.RepostTraits}), with keys under which likely reposts meet ({@link
 * archsearch.indexer.reposts.RepostKeys}); two of them are compared by {@link archsearch.indexer.reposts.Likeness}, and those that are alike are
 * put together by {@link archsearch.indexer.reposts.RepostGroup}. Nothing here knows Lucene or how many articles there are, so whatever looks
 * the keys up finds the same groups.
 */
@NullMarked
package archsearch.indexer.reposts;

import org.jspecify.annotations.NullMarked;
