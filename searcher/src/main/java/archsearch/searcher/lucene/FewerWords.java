package archsearch.searcher.lucene;

import archsearch.searcher.SearchRequest;
import archsearch.searcher.Suggestion;
import archsearch.searcher.query.ParsedQuery;
import archsearch.searcher.query.QueryNode;
import archsearch.searcher.query.QueryParser;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * The same search without some of its words. Words that no article has must go; of the others the one goes that says least: the
 * most frequent, since the rarest words are what a query is about.
 */
final class FewerWords {
    /** Words that may be left out; in longer queries any of the words is offered alone. */
    private static final int LONGEST = 12;
    /** Ways of leaving words out that are counted. */
    private static final int COUNTED = 40;
    /** Words of a query that are left out at most, beside those that no article has. */
    private static final int DROPPED = 2;

    private final HitCount count;
    private final SearchRequest request;
    private final List<QueryNode> nodes;

    FewerWords(HitCount count, SearchRequest request) {
        this.count = count;
        this.request = request;
        this.nodes = QueryParser.parse(request.q()).root().nodes();
    }

    /**
     * The query without the words that have to go, then any of its words; those of them that have hits. Any of the words is not
     * offered where it finds no more than the first.
     */
    List<Suggestion> suggestions() throws IOException {
        List<Word> words = words();
        if (words.size() < 2) {
            return List.of();
        }
        List<Suggestion> suggestions = new ArrayList<>();
        int found = 0;
        if (words.size() <= LONGEST) {
            Optional<Suggestion> fewer = withoutWords(words);
            fewer.ifPresent(suggestions::add);
            found = fewer.map(Suggestion::count).orElse(0);
        }
        List<QueryNode> any = words.stream().map(Word::node).toList();
        if (any.stream().allMatch(QueryNode.Words.class::isInstance)) {
            List<QueryNode> others = new ArrayList<>(nodes);
            others.removeAll(any);
            others.addFirst(new QueryNode.AnyOf(any));
            Optional<Suggestion> anyWord = suggestion(Suggestion.Kind.ANY_WORD, others, List.of());
            if (anyWord.isPresent() && anyWord.get().count() > found) {
                suggestions.add(anyWord.get());
            }
        }
        return suggestions;
    }

    /** A part of the query that articles have to match, with the number of those that do. */
    private record Word(QueryNode node, int articles) {}

    private List<Word> words() throws IOException {
        List<Word> words = new ArrayList<>();
        for (QueryNode node : nodes) {
            if (isWord(node)) {
                words.add(new Word(node, count.of(node)));
            }
        }
        return words;
    }

    private Optional<Suggestion> withoutWords(List<Word> words) throws IOException {
        List<QueryNode> unknown =
                words.stream().filter(w -> w.articles() == 0).map(Word::node).toList();
        List<QueryNode> known = words.stream()
                .filter(w -> w.articles() > 0)
                .sorted(Comparator.comparingInt(Word::articles).reversed())
                .map(Word::node)
                .toList();
        int counted = 0;
        for (int more = unknown.isEmpty() ? 1 : 0; more <= DROPPED && more < known.size(); more++) {
            for (List<QueryNode> choice : choices(known, more)) {
                List<QueryNode> dropped = new ArrayList<>(unknown);
                dropped.addAll(choice);
                List<QueryNode> kept = new ArrayList<>(nodes);
                kept.removeAll(dropped);
                Optional<Suggestion> suggestion = suggestion(
                        Suggestion.Kind.DROP_WORD,
                        kept,
                        nodes.stream()
                                .filter(dropped::contains)
                                .map(FewerWords::text)
                                .toList());
                if (suggestion.isPresent() || ++counted == COUNTED) {
                    return suggestion;
                }
            }
        }
        return Optional.empty();
    }

    /** Every choice of so many nodes, earlier nodes first. */
    private static List<List<QueryNode>> choices(List<QueryNode> nodes, int size) {
        List<List<QueryNode>> choices = new ArrayList<>(List.of(List.of()));
        for (int n = 0; n < size; n++) {
            List<List<QueryNode>> longer = new ArrayList<>();
            for (List<QueryNode> choice : choices) {
                int from = choice.isEmpty() ? 0 : nodes.indexOf(choice.getLast()) + 1;
                for (QueryNode next : nodes.subList(from, nodes.size())) {
                    List<QueryNode> one = new ArrayList<>(choice);
                    one.add(next);
                    longer.add(one);
                }
            }
            choices = longer;
        }
        return choices;
    }

    private Optional<Suggestion> suggestion(Suggestion.Kind kind, List<QueryNode> kept, List<String> dropped)
            throws IOException {
        String q = new ParsedQuery(new QueryNode.AllOf(kept), List.of()).plainText();
        if (q.length() > SearchRequest.MAX_QUERY_LENGTH) {
            return Optional.empty();
        }
        SearchRequest other = request.toBuilder().q(q).build();
        int n = count.of(other);
        return n == 0 ? Optional.empty() : Optional.of(new Suggestion(kind, other, n, dropped));
    }

    private static String text(QueryNode node) {
        return new ParsedQuery(new QueryNode.AllOf(List.of(node)), List.of()).plainText();
    }

    private static boolean isWord(QueryNode node) {
        return switch (node) {
            case QueryNode.Words n -> true;
            case QueryNode.Glossed n -> true;
            case QueryNode.Pieced n -> true;
            case QueryNode.MostOf n -> true;
            case QueryNode.Phrase n -> true;
            case QueryNode.Prefix n -> true;
            case QueryNode.Fuzzy n -> true;
            case QueryNode.AllOf n -> true;
            case QueryNode.AnyOf n -> true;
            case QueryNode.Value n -> false;
            case QueryNode.Dates n -> false;
            case QueryNode.Minutes n -> false;
            case QueryNode.Not n -> false;
            case QueryNode.Preferred n -> false;
        };
    }
}
