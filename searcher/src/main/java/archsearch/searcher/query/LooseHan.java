package archsearch.searcher.query;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * Asks for less of a few Chinese words than all of them, where hardly any article has all.
 *
 * <p>Chinese is typed without spaces, so that a question comes in as many words as a cutter makes of it: 秒杀系统怎么设计 is 秒杀, 系统
 * and 设计. What names the subject is required; words that any article may use, whatever it is about, are preferred only. Where
 * even so no article is left, half of the words do. Words of other scripts are typed one by one and all meant.
 */
final class LooseHan {
    /** So many articles that have every word are an answer by themselves: half a page. */
    private static final int ENOUGH = 10;

    /** Shares of the words to require, tried in turn while no article is found. */
    private static final double[] SHARES = {1, 0.75, 0.5};

    private final QueryNode.AllOf query;
    private final GlossaryTerms glossary;
    private final List<QueryNode> others = new ArrayList<>();
    /** What names the subject, in terms as long as the glossary knows them. */
    private final List<QueryNode> terms;
    /** The same in the shortest terms: 熔断 and 降级 for 熔断降级. */
    private final List<QueryNode> words;
    /** Whether there are words that may be left out at all. */
    private final boolean isLoose;

    private LooseHan(QueryNode.AllOf query, GlossaryTerms glossary) {
        this.query = query;
        this.glossary = glossary;
        List<QueryNode> pieces = new ArrayList<>();
        for (QueryNode node : query.nodes()) {
            for (QueryNode piece : node instanceof QueryNode.Pieced run ? run.pieces() : List.of(node)) {
                (isHan(piece) ? pieces : others).add(piece);
            }
        }
        this.terms = subject(pieces);
        boolean hasGeneral = terms.size() < pieces.size();
        if (hasGeneral) {
            pieces.removeAll(terms);
            pieces.forEach(piece -> others.add(new QueryNode.Preferred(piece)));
        }
        this.words =
                subject(terms.stream().flatMap(term -> parts(term).stream()).toList());
        this.isLoose = hasGeneral || words.size() > 1;
    }

    /** The query itself, or one that asks for less. */
    static QueryNode.AllOf of(QueryNode.AllOf query, GlossaryTerms glossary, Relaxation.Count count)
            throws IOException {
        return new LooseHan(query, glossary).relaxed(count);
    }

    private QueryNode.AllOf relaxed(Relaxation.Count count) throws IOException {
        if (!isLoose) {
            return query;
        }
        int found = count.of(query);
        if (found >= ENOUGH) {
            return query;
        }
        QueryNode.AllOf last = query;
        for (double share : SHARES) {
            QueryNode.AllOf looser = requiring(share);
            if (looser.equals(last)) {
                continue;
            }
            last = looser;
            int more = count.of(looser);
            if (more > 0) {
                return more > found ? looser : query;
            }
        }
        return query;
    }

    private QueryNode.AllOf requiring(double share) {
        List<QueryNode> ways = new ArrayList<>();
        // A run of Han characters that is cut differently in an article matches as a whole only.
        ways.add(query);
        ways.add(new QueryNode.MostOf(terms, minimum(terms, share)));
        if (!words.equals(terms)) {
            ways.add(new QueryNode.MostOf(words, minimum(words, share)));
        }
        List<QueryNode> nodes = new ArrayList<>(others);
        nodes.add(new QueryNode.AnyOf(ways));
        return new QueryNode.AllOf(nodes);
    }

    private static int minimum(List<QueryNode> nodes, double share) {
        return (int) Math.ceil(nodes.size() * share);
    }

    /** The pieces that name a subject; all where none does. */
    private List<QueryNode> subject(List<QueryNode> pieces) {
        List<QueryNode> subject = pieces.stream()
                .filter(piece -> !glossary.isGeneral(text(piece)))
                .toList();
        return subject.isEmpty() ? List.copyOf(pieces) : subject;
    }

    /** The terms within a term; the term itself where it is one word. */
    private static List<QueryNode> parts(QueryNode node) {
        if (node instanceof QueryNode.Glossed term && term.literal() instanceof QueryNode.Pieced run) {
            return run.pieces().stream()
                    .filter(piece -> !(piece instanceof QueryNode.Preferred))
                    .flatMap(piece -> parts(piece).stream())
                    .toList();
        }
        return List.of(node);
    }

    private static boolean isHan(QueryNode node) {
        String text = text(node);
        return !text.isEmpty() && text.codePoints().allMatch(Character::isIdeographic);
    }

    /** What a piece stands for as it was typed; empty where it is none, or wanted in a certain place. */
    private static String text(QueryNode node) {
        return switch (node) {
            case QueryNode.Words n -> n.scope() == QueryNode.Scope.EVERYWHERE ? n.text() : "";
            case QueryNode.Glossed n -> n.scope() == QueryNode.Scope.EVERYWHERE ? n.text() : "";
            default -> "";
        };
    }
}
