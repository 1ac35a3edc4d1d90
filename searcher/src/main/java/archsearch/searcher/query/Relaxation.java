package archsearch.searcher.query;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * Decides how many of a query's words an article must have. All of them, as long as enough articles do or there are few words;
 * else the most for which there are enough. Short queries name what they want and are not relaxed, but for Chinese ones
 * ({@link LooseHan}); a text of many words describes it, and hardly any article has all of them.
 */
public final class Relaxation {
    /** Up to so many words, all are required. */
    private static final int ALL_REQUIRED = 3;
    /** A longer text is prose: even what it quotes is not required. */
    private static final int LONGEST_QUERY = 8;
    /** So many articles that have every word are an answer by themselves. */
    private static final int ENOUGH = 50;
    /** The share of words that is required at least. */
    private static final double LEAST_SHARE = 0.4;

    private static final double LEAST_SHARE_OF_PROSE = 0.1;

    private final QueryNode.AllOf query;
    private final Count count;
    private final boolean prose;
    private final List<QueryNode> others = new ArrayList<>();
    private final List<QueryNode> texts = new ArrayList<>();
    private boolean pieced;

    /** Counts articles. */
    public interface Count {
        /** The number of articles that match a query. */
        int of(QueryNode.AllOf query) throws IOException;
    }

    private Relaxation(QueryNode.AllOf query, int words, Count count) {
        this.query = query;
        this.count = count;
        this.prose = words > LONGEST_QUERY;
        query.nodes().forEach(this::sort);
    }

    /**
     * The query with as many of its words required as leaves enough articles.
     *
     * @param glossary tells which words name a subject
     * @param count counts without the filters of the request: choosing a filter must not change how the query is read
     */
    public static QueryNode.AllOf of(QueryNode.AllOf query, GlossaryTerms glossary, Count count) throws IOException {
        int words = words(query);
        Relaxation relaxation = new Relaxation(query, words, count);
        // A long Chinese term is several words, and may be all that there is.
        return words <= ALL_REQUIRED || relaxation.texts.size() < ALL_REQUIRED
                ? LooseHan.of(query, glossary, count)
                : relaxation.relaxed();
    }

    private void sort(QueryNode node) {
        switch (node) {
            case QueryNode.Pieced n -> {
                pieced = true;
                for (QueryNode piece : n.pieces()) {
                    if (piece instanceof QueryNode.Preferred) {
                        others.add(piece);
                    } else {
                        add(piece);
                    }
                }
            }
            case QueryNode.Words n -> texts.add(n);
            case QueryNode.Glossed n -> add(n);
            case QueryNode.Phrase n -> (prose ? texts : others).add(n);
            default -> others.add(node);
        }
    }

    private QueryNode.AllOf relaxed() throws IOException {
        if (!prose && count.of(query) >= ENOUGH) {
            return query;
        }
        double share = prose ? LEAST_SHARE_OF_PROSE : LEAST_SHARE;
        int low = (int) Math.max(1, Math.round(texts.size() * share));
        int high = prose ? low : texts.size() - 1;
        // Fewer required words never leave fewer articles.
        while (low < high) {
            int middle = (low + high + 1) / 2;
            if (count.of(requiring(middle)) >= ENOUGH) {
                low = middle;
            } else {
                high = middle - 1;
            }
        }
        return requiring(low);
    }

    private QueryNode.AllOf requiring(int minimum) {
        QueryNode.MostOf most = new QueryNode.MostOf(texts, minimum);
        List<QueryNode> nodes = new ArrayList<>(others);
        // A run of Han characters that is cut differently in an article matches as a whole only.
        nodes.add(pieced ? new QueryNode.AnyOf(List.of(query, most)) : most);
        return new QueryNode.AllOf(nodes);
    }

    /** A term of several words is each of them, and has all where a partner stands for it. */
    private void add(QueryNode node) {
        if (node instanceof QueryNode.Glossed term && term.literal() instanceof QueryNode.AllOf words) {
            for (QueryNode word : words.nodes()) {
                if (word instanceof QueryNode.Preferred) {
                    others.add(word);
                } else {
                    texts.add(new QueryNode.Glossed(term.text(), word, term.partners(), term.scope()));
                }
            }
        } else {
            texts.add(node);
        }
    }

    /** Number of words that say what is wanted. */
    private static int words(QueryNode node) {
        return switch (node) {
            case QueryNode.Words n -> 1;
            case QueryNode.Glossed n -> words(n.literal());
            case QueryNode.Pieced n ->
                n.pieces().stream().mapToInt(Relaxation::words).sum();
            case QueryNode.AllOf n ->
                n.nodes().stream().mapToInt(Relaxation::words).sum();
            case QueryNode.MostOf n ->
                n.nodes().stream().mapToInt(Relaxation::words).sum();
            default -> 0;
        };
    }
}
