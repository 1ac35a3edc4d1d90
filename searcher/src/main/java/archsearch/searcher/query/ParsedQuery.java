package archsearch.searcher.query;

import java.util.List;

/**
 * A query as it was read.
 *
 * @param root the tree; {@link QueryNode.AllOf} without nodes for an empty query
 * @param warnings one sentence for each part that could not be read as written
 */
public record ParsedQuery(QueryNode.AllOf root, List<String> warnings) {
    public ParsedQuery {
        warnings = List.copyOf(warnings);
    }

    /** How the query was read, in the query language itself; empty for an empty query. */
    public String readBack() {
        return QueryText.of(root);
    }

    /** A query that is read as this tree, as a person would type it: grammar words without the sign that readBack shows. */
    public String plainText() {
        String plain = QueryText.of(StopWords.unrelaxed(root));
        return QueryParser.parse(plain).root().equals(root) ? plain : readBack();
    }
}
