package archsearch.searcher.query;

import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Words that carry grammar, not meaning. They are indexed, so that phrases are exact, but in a query beside real words they
 * are preferred only: {@code how to scale a database} must not miss an article for want of an "a".
 */
public final class StopWords {
    private static final Set<String> WORDS = Set.of(
            "a", "about", "an", "and", "are", "as", "at", "be", "but", "by", "can", "do", "does", "for", "from", "has",
            "have", "how", "i", "if", "in", "into", "is", "it", "its", "me", "my", "no", "not", "of", "on", "or", "our",
            "should", "so", "such", "than", "that", "the", "their", "then", "there", "these", "they", "this", "to",
            "use", "using", "via", "was", "we", "what", "when", "where", "which", "who", "why", "will", "with", "you",
            "your", "的", "了", "和", "与", "及", "在", "是", "有", "为", "对", "从", "到", "把", "被", "让", "就", "都", "而", "或", "之",
            "其", "这", "那", "我", "你", "他", "它", "我们", "你们", "他们", "自己", "如何", "怎么", "怎样", "什么", "为什么", "哪些", "哪个", "一个",
            "一种", "一些", "可以", "能", "会", "要", "用", "以", "并", "也", "等", "中", "上", "下", "里", "吗", "呢", "吧", "关于", "以及",
            "通过", "进行", "这个", "那个", "这些", "不", "个", "将", "由", "于", "来", "去", "做");

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
    public static boolean isStopWord(QueryNode node) {
        return node instanceof QueryNode.Words w && w.scope() == QueryNode.Scope.EVERYWHERE && contains(w.text());
    }

    /** Whether a word carries grammar only. */
    static boolean contains(String word) {
        return WORDS.contains(word.toLowerCase(Locale.ROOT));
    }
}
