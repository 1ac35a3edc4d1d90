package archsearch.searcher.query;

import java.util.ArrayList;
import java.util.List;

/**
 * Words that stand side by side in a query, with the terms of the glossary recognised in them. A term may be part of a word of
 * the query (分库分表 in 分库分表实践), or several words of it (flash sale). Of terms that overlap the longest counts, of
 * equally long ones the first; within a term, shorter ones are recognised in turn.
 */
final class TermRun {
    private final List<QueryNode.Words> words;
    private final GlossaryTerms glossary;
    private final Partners partners;
    private final List<TextElement> elements = new ArrayList<>();
    /** The index of the word that each element is part of. */
    private final List<Integer> owners = new ArrayList<>();

    /** Tells what a term is searched by as well. */
    interface Partners {
        /** The names; none where these elements are no term, or more than enough is searched for already. */
        List<String> of(List<TextElement> term);
    }

    TermRun(List<QueryNode.Words> words, GlossaryTerms glossary, Partners partners) {
        this.words = List.copyOf(words);
        this.glossary = glossary;
        this.partners = partners;
        for (int i = 0; i < words.size(); i++) {
            for (TextElement element : TextElement.of(words.get(i).text())) {
                elements.add(element);
                owners.add(i);
            }
        }
    }

    /** A stretch of the elements and what it is searched as. */
    private record Piece(int from, int to, QueryNode node) {}

    /** What the words are searched as, in their order; grammar words are preferred unless there is nothing else. */
    List<QueryNode> nodes() {
        if (elements.isEmpty()) {
            // Letters that no text is indexed by match nothing, which is not the same as asking for nothing.
            return List.copyOf(words);
        }
        return nodes(0, elements.size(), false);
    }

    private List<QueryNode> nodes(int from, int to, boolean within) {
        List<Piece> pieces = new ArrayList<>();
        split(from, to, within, pieces);
        List<Piece> joined = joinRuns(pieces);
        boolean onlyGrammar = joined.stream().allMatch(this::isGrammar);
        return joined.stream()
                .map(p -> isGrammar(p) && !onlyGrammar ? new QueryNode.Preferred(p.node()) : p.node())
                .toList();
    }

    /** Cuts a stretch at its longest term; {@code within} leaves out the term that is the whole stretch. */
    private void split(int from, int to, boolean within, List<Piece> pieces) {
        if (from >= to) {
            return;
        }
        int start = from;
        int end = from;
        for (int at = from; at < to; at++) {
            int limit = within && at == from ? to - 1 : to;
            int longest = longestAt(at, limit, from, to);
            if (longest - at > end - start) {
                start = at;
                end = longest;
            }
        }
        if (start == end) {
            plain(from, to, pieces);
            return;
        }
        split(from, start, false, pieces);
        List<String> names = partners.of(elements.subList(start, end));
        if (names.isEmpty()) {
            // Its other forms are only understood, so that it is no more than its words.
            split(start, end, true, pieces);
        } else {
            pieces.add(new Piece(start, end, glossed(start, end, names)));
        }
        split(end, to, false, pieces);
    }

    /** The end of the longest term in a stretch that begins here and ends at the limit at most; here where there is none. */
    private int longestAt(int at, int limit, int from, int to) {
        int end = glossary.longestAt(elements, at, limit, from, to);
        // A term of several words of the query is made of whole words.
        while (end > at && !owners.get(at).equals(owners.get(end - 1)) && !(startsOwner(at) && endsOwner(end - 1))) {
            end = glossary.longestAt(elements, at, end - 1, from, to);
        }
        return end;
    }

    private boolean startsOwner(int at) {
        return at == 0 || !owners.get(at - 1).equals(owners.get(at));
    }

    private boolean endsOwner(int at) {
        return at + 1 == elements.size() || !owners.get(at + 1).equals(owners.get(at));
    }

    private QueryNode glossed(int from, int to, List<String> names) {
        List<QueryNode> inner = nodes(from, to, true);
        QueryNode literal = inner.size() == 1 ? inner.getFirst() : new QueryNode.AllOf(inner);
        return new QueryNode.Glossed(
                text(from, to), literal, names, words.getFirst().scope());
    }

    /** A stretch without terms, word by word. */
    private void plain(int from, int to, List<Piece> pieces) {
        for (int at = from; at < to; ) {
            int end = at + 1;
            if (elements.get(at).isHan()) {
                while (end < to && adjoins(end)) {
                    end++;
                }
                hanWords(at, end, pieces);
            } else {
                pieces.add(new Piece(at, end, words(at, end)));
            }
            at = end;
        }
    }

    /** Cut anew, since a term beside it may have moved the borders. */
    private void hanWords(int from, int to, List<Piece> pieces) {
        int start = from;
        for (TextElement element : TextElement.of(text(from, to))) {
            if (element.startsWord() && element.start() > 0) {
                int end = from + offsetElement(from, to, element.start());
                pieces.add(new Piece(start, end, words(start, end)));
                start = end;
            }
        }
        pieces.add(new Piece(start, to, words(start, to)));
    }

    private int offsetElement(int from, int to, int offset) {
        int base = elements.get(from).start();
        int count = 0;
        while (from + count < to && elements.get(from + count).start() - base < offset) {
            count++;
        }
        return count;
    }

    /** Whether this element is a Han character right after another one of the same word. */
    private boolean adjoins(int at) {
        return elements.get(at).isHan()
                && elements.get(at - 1).isHan()
                && owners.get(at).equals(owners.get(at - 1))
                && elements.get(at - 1).end() == elements.get(at).start();
    }

    /** Joins the pieces of each run of Han characters, which also matches as it stands, however it is cut there. */
    private List<Piece> joinRuns(List<Piece> pieces) {
        List<Piece> joined = new ArrayList<>();
        for (int i = 0; i < pieces.size(); ) {
            int end = i + 1;
            if (isHanRun(pieces.get(i))) {
                while (end < pieces.size()
                        && isHanRun(pieces.get(end))
                        && adjoins(pieces.get(end).from())) {
                    end++;
                }
            }
            joined.add(end == i + 1 ? pieces.get(i) : run(pieces.subList(i, end)));
            i = end;
        }
        return joined;
    }

    private Piece run(List<Piece> pieces) {
        int from = pieces.getFirst().from();
        int to = pieces.getLast().to();
        boolean onlyGrammar = pieces.stream().allMatch(this::isGrammar);
        List<QueryNode> nodes = pieces.stream()
                .map(p -> isGrammar(p) && !onlyGrammar ? new QueryNode.Preferred(p.node()) : p.node())
                .toList();
        return new Piece(from, to, new QueryNode.Pieced(words(from, to), nodes));
    }

    private boolean isHanRun(Piece piece) {
        for (int at = piece.from(); at < piece.to(); at++) {
            if (!elements.get(at).isHan() || (at > piece.from() && !adjoins(at))) {
                return false;
            }
        }
        return true;
    }

    private boolean isGrammar(Piece piece) {
        if (isHanRun(piece)) {
            return StopWords.contains(text(piece.from(), piece.to()));
        }
        return elements.subList(piece.from(), piece.to()).stream().allMatch(e -> StopWords.contains(e.term()));
    }

    private QueryNode.Words words(int from, int to) {
        return new QueryNode.Words(text(from, to), words.getFirst().scope());
    }

    /** The source of a stretch: as typed within a word, its words separated by spaces where it spans several. */
    private String text(int from, int to) {
        StringBuilder text = new StringBuilder();
        for (int at = from; at < to; ) {
            int owner = owners.get(at);
            int end = at + 1;
            while (end < to && owners.get(end) == owner) {
                end++;
            }
            if (!text.isEmpty()) {
                text.append(' ');
            }
            text.append(
                    words.get(owner).text(),
                    elements.get(at).start(),
                    elements.get(end - 1).end());
            at = end;
        }
        return text.toString();
    }
}
