package archsearch.searcher.lucene;

import archsearch.searcher.SearchRequest;
import archsearch.searcher.Suggestion;
import archsearch.searcher.query.ParsedQuery;
import archsearch.searcher.query.QueryNode;
import archsearch.searcher.query.QueryParser;
import archsearch.searcher.query.QueryWords;
import archsearch.searcher.query.QueryWords.Replacement;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.PriorityQueue;
import org.jspecify.annotations.Nullable;

/**
 * Corrects the spelling of a query by the words of the articles. Of all queries that differ in a letter or two, or a space,
 * the one is taken whose words are likely to have been mistyped as they were (see {@link TypingCost}) and which has many hits:
 * the company of the other words decides between candidates. A correction depends on the query and the index alone, never on
 * filters, sort or page, so that it is the same on every page and behind every facet value.
 */
final class Spelling {
    /** Words of a query that are looked at; later ones are taken as they are. */
    private static final int LOOKED_AT = 16;
    /** More words that no article has are another language or noise, not slips. */
    private static final int MOST_UNKNOWN = 4;
    /** Corrected queries that are counted. */
    private static final int COUNTED = 48;
    /** Combinations that are formed in search of them. */
    private static final int FORMED = 2_000;
    /** The odds, as a logarithm, against a slip that gives another word of the articles. */
    private static final double KNOWN_WORD = 1.5;
    /** How many times as frequent a word has to be to stand in for one that some article has. */
    private static final int MORE_FREQUENT = 10;
    /** A word that so few articles have may be a slip that found something. */
    private static final int RARE = 2;
    /** Fewer hits are not worth asking for. */
    private static final int MANY = 5;
    /** From this many words on a search may be content with some of them. */
    private static final int LONG_QUERY = 4;

    private final SimilarWords similar;
    private final HitCount count;

    Spelling(IndexSnapshot snapshot, HitCount count) {
        this.similar = new SimilarWords(snapshot.searcher().getIndexReader());
        this.count = count;
    }

    /** A query that is corrected in what no article has, or, where every word occurs, in one word or space. */
    Optional<Correction> correct(ParsedQuery typed) throws IOException {
        QueryWords words = QueryWords.of(typed.root());
        List<Integer> hits = hits(words);
        long unknown = hits.stream().filter(n -> n == 0).count();
        if (hits.isEmpty() || unknown > MOST_UNKNOWN) {
            return Optional.empty();
        }
        Lattice lattice = lattice(words, hits);
        Company company = new Company(typed.root(), count);
        Optional<Correction> best = best(lattice, words, company::ofAll);
        return best.isEmpty() && unknown > 0 && typed.root().nodes().size() >= LONG_QUERY
                ? best(lattice, words, company::ofHalf)
                : best;
    }

    /** Whether some word of a query stands in no article, where its scope allows. */
    boolean hasUnknownWord(ParsedQuery typed) throws IOException {
        return hits(QueryWords.of(typed.root())).contains(0);
    }

    /**
     * A query that differs in one rare word and has many more hits, within the same filters. It is worth asking whether it was
     * meant, though something was found.
     *
     * @param total the hits of the request
     */
    Optional<Suggestion> more(SearchRequest request, ParsedQuery typed, int total) throws IOException {
        QueryWords words = QueryWords.of(typed.root());
        List<Integer> hits = hits(words);
        Suggestion best = null;
        for (int i = 0; i < hits.size(); i++) {
            if (hits.get(i) == 0 || hits.get(i) > RARE) {
                continue;
            }
            for (SimilarWords.Candidate c : similar.of(words.words().get(i).text())) {
                boolean enough = !c.isFar() && c.articles() >= Math.max(MANY, MORE_FREQUENT * hits.get(i));
                if (enough) {
                    SearchRequest other = request.toBuilder()
                            .q(text(words, List.of(new Replacement(i, i + 1, c.text()))))
                            .page(1)
                            .build();
                    int n = count.of(other);
                    if (n >= Math.max(MANY, MORE_FREQUENT * total) && (best == null || n > best.count())) {
                        best = new Suggestion(Suggestion.Kind.SPELLING, other, n);
                    }
                }
            }
        }
        return Optional.ofNullable(best);
    }

    private static String text(QueryWords words, List<Replacement> replacements) {
        return new ParsedQuery(words.with(replacements), List.of()).plainText();
    }

    /** The hits of each word on its own, for as many words as are looked at. */
    private List<Integer> hits(QueryWords words) throws IOException {
        List<Integer> hits = new ArrayList<>();
        for (QueryWords.Word word :
                words.words().subList(0, Math.min(LOOKED_AT, words.words().size()))) {
            hits.add(count.of(new QueryNode.Words(word.text(), word.scope())));
        }
        return hits;
    }

    /** What may stand in place of each word. */
    private Lattice lattice(QueryWords words, List<Integer> hits) throws IOException {
        boolean allKnown = !hits.contains(0);
        // One slip may give another word of the articles; two at once are a different query.
        Lattice lattice = new Lattice(hits.size(), allKnown ? 1 : hits.size());
        for (int i = 0; i < hits.size(); i++) {
            QueryWords.Word word = words.words().get(i);
            boolean known = hits.get(i) > 0;
            if (known) {
                lattice.keep(i);
            }
            if (!known || allKnown) {
                for (SimilarWords.Candidate c : similar.of(word.text())) {
                    if (!c.isSplit() || count.of(new QueryNode.Phrase(c.text(), word.scope())) > 0) {
                        double cost = c.cost() + (known ? KNOWN_WORD : 0);
                        lattice.add(new Edit(i, i + 1, c, cost, c.articles() >= MORE_FREQUENT * hits.get(i)));
                    }
                }
            }
            boolean joins = word.followed() && i + 1 < hits.size() && (allKnown || !known || hits.get(i + 1) == 0);
            if (joins) {
                for (SimilarWords.Candidate c :
                        similar.joined(word.text(), words.words().get(i + 1).text())) {
                    lattice.add(new Edit(i, i + 2, c, c.cost(), true));
                }
            }
        }
        return lattice;
    }

    private interface Support {
        int of(QueryNode.AllOf query) throws IOException;
    }

    private Optional<Correction> best(Lattice lattice, QueryWords words, Support support) throws IOException {
        Path best = null;
        double bestScore = Double.MAX_VALUE;
        Lattice.Paths paths = lattice.paths();
        int counted = 0;
        for (Path path = paths.next(); path != null && counted < COUNTED; path = paths.next()) {
            boolean allowed = path.changes() && path.edits().size() <= lattice.mostEdits;
            if (allowed && path.cost() - Math.log10(path.articles()) < bestScore) {
                counted++;
                int n = support.of(words.with(path.replacements()));
                double score = path.cost() - Math.log10(n);
                if (n > 0 && score < bestScore) {
                    best = path;
                    bestScore = score;
                }
            }
        }
        return best == null ? Optional.empty() : correction(words, best);
    }

    private Optional<Correction> correction(QueryWords words, Path path) throws IOException {
        String text = text(words, path.replacements());
        if (text.length() > SearchRequest.MAX_QUERY_LENGTH || count.of(SearchRequest.of(text)) == 0) {
            return Optional.empty();
        }
        return Optional.of(new Correction(QueryParser.parse(text), text, path.certain(), path.far()));
    }

    /** One word, or two that follow each other, replaced. */
    private record Edit(int from, int to, SimilarWords.@Nullable Candidate candidate, double cost, boolean certain) {}

    /** The edits made so far, the last one first; {@code at} is the next word. */
    private record Path(@Nullable Path before, @Nullable Edit edit, int at, double cost) {
        static final Path START = new Path(null, null, 0, 0);

        Path with(Edit next) {
            return new Path(this, next, next.to(), cost + next.cost());
        }

        List<Edit> edits() {
            List<Edit> edits = new ArrayList<>();
            for (Path p = this; p != null; p = p.before()) {
                if (p.edit() != null && p.edit().candidate() != null) {
                    edits.addFirst(p.edit());
                }
            }
            return edits;
        }

        boolean changes() {
            return !edits().isEmpty();
        }

        boolean certain() {
            return edits().stream().allMatch(Edit::certain);
        }

        boolean far() {
            return candidates().stream().anyMatch(SimilarWords.Candidate::isFar);
        }

        /** No more hits than this are possible. */
        int articles() {
            return candidates().stream()
                    .mapToInt(SimilarWords.Candidate::articles)
                    .min()
                    .orElse(0);
        }

        private List<SimilarWords.Candidate> candidates() {
            List<SimilarWords.Candidate> candidates = new ArrayList<>();
            for (Edit edit : edits()) {
                if (edit.candidate() != null) {
                    candidates.add(edit.candidate());
                }
            }
            return candidates;
        }

        List<Replacement> replacements() {
            List<Replacement> replacements = new ArrayList<>();
            for (Edit edit : edits()) {
                if (edit.candidate() != null) {
                    replacements.add(new Replacement(
                            edit.from(), edit.to(), edit.candidate().text()));
                }
            }
            return replacements;
        }
    }

    /** All edits by the word they start at. */
    private static final class Lattice {
        private final List<List<Edit>> edits = new ArrayList<>();
        private final int mostEdits;

        Lattice(int words, int mostEdits) {
            this.mostEdits = mostEdits;
            for (int i = 0; i < words; i++) {
                edits.add(new ArrayList<>());
            }
        }

        void keep(int word) {
            edits.get(word).add(new Edit(word, word + 1, null, 0, true));
        }

        void add(Edit edit) {
            edits.get(edit.from()).add(edit);
        }

        Paths paths() {
            return new Paths();
        }

        /** The ways through all words, the likeliest first. */
        final class Paths {
            private final PriorityQueue<Path> open = new PriorityQueue<>(Comparator.comparingDouble(Path::cost));
            private int formed;

            Paths() {
                open.add(Path.START);
            }

            @Nullable Path next() {
                for (Path path = open.poll(); path != null && formed < FORMED; path = open.poll()) {
                    if (path.at() == edits.size()) {
                        return path;
                    }
                    for (Edit edit : edits.get(path.at())) {
                        open.add(path.with(edit));
                        formed++;
                    }
                }
                return null;
            }
        }
    }
}
