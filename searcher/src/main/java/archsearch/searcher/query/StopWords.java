package archsearch.searcher.query;

import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Words that carry grammar, not meaning. They are indexed, so that phrases are exact, but in a query beside real words they
 * are preferred only: {@code how to scale a database} must not miss an article for want of an "a".
 */
final class StopWords {
    private static final Set<String> WORDS = Set.of(
            "a", "about", "an", "and", "are", "as", "at", "be", "but", "by", "can", "do", "does", "for", "from", "has",
            "have", "how", "i", "if", "in", "into", "is", "it", "its", "me", "my", "no", "not", "of", "on", "or", "our",
            "should", "so", "such", "than", "that", "the", "their", "then", "there", "these", "they", "this", "to",
            "use", "using", "via", "was", "we", "what", "when", "where", "which", "who", "why", "will", "with", "you",
            "your");

    private StopWords() {}

    /** Turns stop words into preferred ones, unless there is nothing else. */
    static List<QueryNode> relax(List<QueryNode> nodes) {
        if (nodes.stream().allMatch(StopWords::isStopWord)) {
            return nodes;
        }
        return nodes.stream()
                .map(n -> isStopWord(n) ? new QueryNode.Preferred(n) : n)
                .toList();
    }

    /** What {@link #relax} made this of, as far as that can be told. */
    static QueryNode.AllOf unrelaxed(QueryNode.AllOf root) {
        return new QueryNode.AllOf(root.nodes().stream()
                .map(n -> n instanceof QueryNode.Preferred p && isStopWord(p.node()) ? p.node() : n)
                .toList());
    }

    /** Whether a node is nothing but a stop word. */
    static boolean isStopWord(QueryNode node) {
        return node instanceof QueryNode.Words w
                && w.scope() == QueryNode.Scope.EVERYWHERE
                && WORDS.contains(w.text().toLowerCase(Locale.ROOT));
    }
}
