package archsearch.searcher.lucene;

import archsearch.searcher.query.QueryNode;
import org.apache.lucene.search.Query;

/**
 * A typed query as it is searched for.
 *
 * @param root with the glossary's partners, and as many words required as leaves enough articles
 * @param ranked selects and ranks articles
 * @param highlighted what is marked in them; selects the same articles, and lists words without looking at the clock
 */
record TranslatedQuery(QueryNode.AllOf root, Query ranked, Query highlighted) {}
