package archsearch.searcher.query;

import archsearch.indexer.analysis.FieldReading;
import archsearch.indexer.analysis.TechText;
import archsearch.indexer.analysis.Token;
import archsearch.searcher.query.QueryNode.Scope;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The words of a query that may have been typed wrongly, in their order: Latin words that articles have to contain. Chinese,
 * numbers, names with signs, phrases, values of fields and what is excluded or only preferred are never among them.
 * Immutable.
 */
public final class QueryWords {
    private final QueryNode.AllOf root;
    private final List<Word> words;

    private QueryWords(QueryNode.AllOf root, List<Word> words) {
        this.root = root;
        this.words = List.copyOf(words);
    }

    /**
     * One word.
     *
     * @param text the word, lower-case and folded, not stemmed
     * @param scope where it is looked for
     * @param followed whether the next word stands right after it, so that the two may have been meant as one
     * @param node which piece of text it stands in, counted over the query
     * @param start where it starts in that piece
     * @param end where it ends, exclusive
     */
    public record Word(String text, Scope scope, boolean followed, int node, int start, int end) {}

    /**
     * Other text for some words that follow each other.
     *
     * @param from the first word's index
     * @param to the last word's index, exclusive
     * @param text one word, or several with spaces between them
     */
    public record Replacement(int from, int to, String text) {}

    /** The words of a query. */
    public static QueryWords of(QueryNode.AllOf root) {
        Reader reader = new Reader();
        reader.readAll(root.nodes());
        return new QueryWords(root, reader.words);
    }

    /** The words, in the order of the query. */
    public List<Word> words() {
        return words;
    }

    /**
     * The query with other text for some of its words.
     *
     * @param replacements in the order of the query, without overlap
     */
    public QueryNode.AllOf with(List<Replacement> replacements) {
        return new QueryNode.AllOf(new Writer(replacements).writeAll(root.nodes()));
    }

    /** Walks the tree in the order in which pieces of text are counted. */
    private static final class Reader {
        private final List<Word> words = new ArrayList<>();
        private int pieces;

        void readAll(List<QueryNode> nodes) {
            for (int i = 0; i < nodes.size(); i++) {
                read(nodes.get(i), i + 1 < nodes.size() ? nodes.get(i + 1) : null);
            }
        }

        private void read(QueryNode node, @Nullable QueryNode next) {
            switch (node) {
                case QueryNode.Words w -> readWords(w, next != null && isOneWord(w) && isOneWord(next, w.scope()));
                case QueryNode.AllOf all -> readAll(all.nodes());
                case QueryNode.AnyOf any -> any.nodes().forEach(n -> read(n, null));
                // Typed queries do not hold these three.
                case QueryNode.Glossed n -> {}
                case QueryNode.Pieced n -> {}
                case QueryNode.MostOf n -> {}
                case QueryNode.Phrase n -> {}
                case QueryNode.Prefix n -> {}
                case QueryNode.Fuzzy n -> {}
                case QueryNode.Value n -> {}
                case QueryNode.Dates n -> {}
                case QueryNode.Minutes n -> {}
                case QueryNode.Not n -> {}
                case QueryNode.Preferred n -> {}
            }
        }

        private void readWords(QueryNode.Words node, boolean lastIsFollowed) {
            List<Token> tokens = TechText.spelled(node.text(), FieldReading.WORDS);
            for (int i = 0; i < tokens.size(); i++) {
                Token token = tokens.get(i);
                boolean last = i + 1 == tokens.size();
                boolean followed = last ? lastIsFollowed : tokens.get(i + 1).start() == token.end() + 1;
                words.add(new Word(token.term(), node.scope(), followed, pieces, token.start(), token.end()));
            }
            pieces++;
        }

        private static boolean isOneWord(QueryNode node, Scope scope) {
            return node instanceof QueryNode.Words w && w.scope() == scope && isOneWord(w);
        }

        private static boolean isOneWord(QueryNode.Words node) {
            List<Token> tokens = TechText.spelled(node.text(), FieldReading.WORDS);
            return tokens.size() == 1
                    && tokens.getFirst().start() == 0
                    && tokens.getFirst().end() == node.text().length();
        }
    }

    /** Walks the tree as {@link Reader} does and writes it anew. */
    private final class Writer {
        private final List<Replacement> replacements;
        private int pieces;

        Writer(List<Replacement> replacements) {
            this.replacements = replacements;
        }

        List<QueryNode> writeAll(List<QueryNode> nodes) {
            return nodes.stream().flatMap(n -> write(n).stream()).toList();
        }

        /** What a node becomes: nothing where its word was joined to the one before, several nodes where it was split. */
        private List<QueryNode> write(QueryNode node) {
            return switch (node) {
                case QueryNode.Words w -> writeWords(w);
                case QueryNode.AllOf all -> List.of(new QueryNode.AllOf(writeAll(all.nodes())));
                case QueryNode.AnyOf any ->
                    List.of(new QueryNode.AnyOf(
                            any.nodes().stream().map(this::writeOne).toList()));
                case QueryNode.Glossed n -> List.of(n);
                case QueryNode.Pieced n -> List.of(n);
                case QueryNode.MostOf n -> List.of(n);
                case QueryNode.Phrase n -> List.of(n);
                case QueryNode.Prefix n -> List.of(n);
                case QueryNode.Fuzzy n -> List.of(n);
                case QueryNode.Value n -> List.of(n);
                case QueryNode.Dates n -> List.of(n);
                case QueryNode.Minutes n -> List.of(n);
                case QueryNode.Not n -> List.of(n);
                case QueryNode.Preferred n -> List.of(n);
            };
        }

        private QueryNode writeOne(QueryNode node) {
            List<QueryNode> written = write(node);
            return written.size() == 1 ? written.getFirst() : new QueryNode.AllOf(written);
        }

        private List<QueryNode> writeWords(QueryNode.Words node) {
            int piece = pieces++;
            StringBuilder text = new StringBuilder(node.text());
            for (Replacement r : replacements.reversed()) {
                Word first = words.get(r.from());
                Word last = words.get(r.to() - 1);
                if (first.node() == piece) {
                    text.replace(first.start(), last.node() == piece ? last.end() : first.end(), r.text());
                } else if (first.node() < piece && piece <= last.node()) {
                    return List.of();
                }
            }
            String[] parts = text.toString().split(" ");
            boolean wholePiece = parts.length > 1 && replacements.stream().anyMatch(r -> isWholePiece(r, piece, node));
            if (wholePiece) {
                List<QueryNode> split = new ArrayList<>();
                for (String part : parts) {
                    split.add(new QueryNode.Words(part, node.scope()));
                }
                return split;
            }
            // Inside a longer piece a hyphen keeps it one piece, which reads the same.
            return List.of(new QueryNode.Words(String.join("-", parts), node.scope()));
        }

        private boolean isWholePiece(Replacement r, int piece, QueryNode.Words node) {
            Word first = words.get(r.from());
            return first.node() == piece
                    && first.start() == 0
                    && first.end() == node.text().length();
        }
    }
}
