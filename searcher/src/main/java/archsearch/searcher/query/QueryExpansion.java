package archsearch.searcher.query;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Turns a query as it was typed into what is searched for: terms of the glossary get their partners, and Chinese
 * text is cut into its words.
 */
public final class QueryExpansion {
    /** Names searched on behalf of one term; the first of a concept are the most usual. */
    private static final int MAX_PARTNERS_OF_TERM = 8;
    /** Names searched on behalf of a whole query; what comes later in it is searched as it stands. */
    private static final int MAX_PARTNERS = 64;

    private final GlossaryTerms glossary;
    private int partners;

    private QueryExpansion(GlossaryTerms glossary) {
        this.glossary = glossary;
    }

    /** What is searched for when {@code typed} is asked for. */
    public static QueryNode.AllOf of(QueryNode.AllOf typed, GlossaryTerms glossary) {
        return new QueryNode.AllOf(new QueryExpansion(glossary).sequence(typed.nodes()));
    }

    private List<QueryNode> sequence(List<QueryNode> nodes) {
        List<QueryNode> expanded = new ArrayList<>();
        List<QueryNode.Words> run = new ArrayList<>();
        for (QueryNode node : flat(nodes)) {
            QueryNode.Words words = plain(node);
            if (words == null || (!run.isEmpty() && run.getLast().scope() != words.scope())) {
                flush(run, expanded);
            }
            if (words == null) {
                expanded.add(expand(node));
            } else {
                run.add(words);
            }
        }
        flush(run, expanded);
        return expanded;
    }

    /** Brackets around words that are all wanted anyway change nothing. */
    private static List<QueryNode> flat(List<QueryNode> nodes) {
        List<QueryNode> flat = new ArrayList<>();
        for (QueryNode node : nodes) {
            if (node instanceof QueryNode.AllOf all) {
                flat.addAll(flat(all.nodes()));
            } else {
                flat.add(node);
            }
        }
        return flat;
    }

    /** The text of a node that reads on into its neighbours: words, and grammar words that are preferred only. */
    private static QueryNode.@Nullable Words plain(QueryNode node) {
        if (node instanceof QueryNode.Words words) {
            return words;
        }
        return node instanceof QueryNode.Preferred p
                        && p.node() instanceof QueryNode.Words words
                        && StopWords.isStopWord(words)
                ? words
                : null;
    }

    private void flush(List<QueryNode.Words> run, List<QueryNode> expanded) {
        if (!run.isEmpty()) {
            expanded.addAll(new TermRun(run, glossary, this::partners).nodes());
            run.clear();
        }
    }

    private QueryNode expand(QueryNode node) {
        return switch (node) {
            case QueryNode.AllOf n -> new QueryNode.AllOf(sequence(n.nodes()));
            case QueryNode.AnyOf n ->
                new QueryNode.AnyOf(n.nodes().stream().map(this::alternative).toList());
            case QueryNode.Preferred n -> new QueryNode.Preferred(alternative(n.node()));
            case QueryNode.MostOf n ->
                new QueryNode.MostOf(n.nodes().stream().map(this::alternative).toList(), n.minimum());
            // Whoever excludes a word or quotes a phrase means these letters.
            case QueryNode.Not n -> n;
            case QueryNode.Words n -> n;
            case QueryNode.Phrase n -> n;
            case QueryNode.Prefix n -> n;
            case QueryNode.Fuzzy n -> n;
            case QueryNode.Value n -> n;
            case QueryNode.Dates n -> n;
            case QueryNode.Minutes n -> n;
            case QueryNode.Glossed n -> n;
            case QueryNode.Pieced n -> n;
        };
    }

    private QueryNode alternative(QueryNode node) {
        List<QueryNode> nodes = sequence(List.of(node));
        return nodes.size() == 1 ? nodes.getFirst() : new QueryNode.AllOf(nodes);
    }

    private List<String> partners(List<TextElement> term) {
        List<String> all = glossary.partners(term);
        List<String> some =
                all.subList(0, Math.min(all.size(), Math.min(MAX_PARTNERS_OF_TERM, MAX_PARTNERS - partners)));
        partners += some.size();
        return some;
    }
}
