package archsearch.searcher.query;

import java.util.List;
import java.util.stream.Collectors;

/** Writes a query tree in the query language, every grouping spelled out. Where a query was read without warnings,
 * reading its text gives the same tree again. */
final class QueryText {
    private QueryText() {}

    static String of(QueryNode.AllOf root) {
        return joined(root.nodes(), " ");
    }

    private static String joined(List<QueryNode> nodes, String separator) {
        return nodes.stream().map(QueryText::text).collect(Collectors.joining(separator));
    }

    private static String text(QueryNode node) {
        return switch (node) {
            case QueryNode.Words n -> scoped(n.scope(), n.text());
            case QueryNode.Glossed n -> text(n.literal());
            case QueryNode.Pieced n -> text(n.run());
            case QueryNode.MostOf n -> joined(n.nodes(), " ");
            case QueryNode.Phrase n -> scoped(n.scope(), quoted(n.text()));
            case QueryNode.Prefix n -> scoped(n.scope(), n.text() + "*");
            case QueryNode.Fuzzy n -> scoped(n.scope(), n.text() + "~");
            case QueryNode.Value n -> n.dim().word() + ":" + value(n.value());
            case QueryNode.Dates n -> "date:" + dates(n);
            case QueryNode.Minutes n -> "minutes:" + minutes(n);
            case QueryNode.AllOf n -> "(" + joined(n.nodes(), " ") + ")";
            case QueryNode.AnyOf n -> "(" + joined(n.nodes(), " OR ") + ")";
            case QueryNode.Not n -> "-" + text(n.node());
            case QueryNode.Preferred n -> "?" + text(n.node());
        };
    }

    private static String scoped(QueryNode.Scope scope, String text) {
        return scope == QueryNode.Scope.EVERYWHERE ? text : scope.field() + ":" + text;
    }

    private static String dates(QueryNode.Dates n) {
        if (n.from() != null && n.from().equals(n.to())) {
            return n.from().toString();
        }
        return (n.from() == null ? "" : n.from()) + ".." + (n.to() == null ? "" : n.to());
    }

    private static String minutes(QueryNode.Minutes n) {
        if (n.max() == Integer.MAX_VALUE) {
            return ">=" + n.min();
        }
        if (n.min() == n.max()) {
            return String.valueOf(n.min());
        }
        return n.min() <= 1 ? "<=" + n.max() : n.min() + ".." + n.max();
    }

    private static String value(String value) {
        return value.chars().anyMatch(c -> Character.isWhitespace(c) || c == '(' || c == ')') ? quoted(value) : value;
    }

    private static String quoted(String text) {
        return '"' + text + '"';
    }
}
