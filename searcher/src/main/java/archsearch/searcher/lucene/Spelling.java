package archsearch.searcher.lucene;

import archsearch.searcher.SearchRequest;
import archsearch.searcher.Suggestion;
import archsearch.searcher.query.ParsedQuery;
import archsearch.searcher.query.QueryNode;
import archsearch.searcher.query.QueryParser;
import archsearch.searcher.query.QueryWords;
import archsearch.searcher.query.QueryWords.Replacement;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/**
 * Corrects the spelling of a query by the words of the articles. Of all queries that differ in a letter or two, or a space,
 * the one is taken whose words are likely to have been mistyped as they were (see {@link TypingCost}) and which has many hits:
 * the company of the other words decides between candidates. A correction depends on the query and the index alone, never on
 * filters, sort or page, so that it is the same on every page and behind every facet value.
 */
final class Spelling {
    /** More words that no article has are another language or noise, not slips. */
    private static final int MOST_UNKNOWN = 4;
    /** The odds, as a logarithm, against a slip that gives another word of the articles. */
    private static final double KNOWN_WORD = 1.5;
    /** How many times as frequent a word has to be to stand in for one that some article has. */
    private static final int MORE_FREQUENT = 3;
    /** A word that so few articles have may be a slip that found something. */
    private static final int RARE = 2;
    /** How many times the hits are worth asking for. */
    private static final int MANY_MORE = 4;
    /** Fewer hits are not worth asking for. */
    private static final int MANY = 5;
    /** From this many words on a search may be content with some of them. */
    private static final int LONG_QUERY = 4;

    /** A word that at most one in so many articles has may be a slip. */
    private static final int SELDOM = 200;

    private final SimilarWords similar;
    private final HitCount count;
    private final int rare;

    Spelling(IndexSnapshot snapshot, HitCount count) {
        this.similar = new SimilarWords(snapshot.searcher().getIndexReader());
        this.count = count;
        this.rare = Math.max(10, snapshot.searcher().getIndexReader().numDocs() / SELDOM);
    }

    /**
     * A query that is corrected in what no article has, or, where every word occurs, in one word or space. Two letters of a word
     * are changed only where changing one does not help.
     */
    Optional<Correction> correct(ParsedQuery typed) throws IOException {
        QueryWords words = QueryWords.of(typed.root());
        List<Integer> hits = WordHits.of(words, count);
        long unknown = hits.stream().filter(n -> n == 0).count();
        if (hits.isEmpty() || unknown > MOST_UNKNOWN) {
            return Optional.empty();
        }
        Company company = new Company(typed.root(), count);
        boolean longQuery = unknown > 0 && typed.root().nodes().size() >= LONG_QUERY;
        for (int mistakes = 1; mistakes <= 2; mistakes++) {
            Rewordings rewordings = rewordings(words, hits, mistakes);
            Optional<Rewording> best = rewordings.best(company::ofAll);
            if (best.isEmpty() && longQuery) {
                best = rewordings.best(company::ofHalf);
            }
            Optional<Correction> correction = best.isEmpty() ? Optional.empty() : correction(words, best.get());
            if (correction.isPresent()) {
                return correction;
            }
        }
        return Optional.empty();
    }

    /** Whether some word of a query stands in no article, where its scope allows. */
    boolean hasUnknownWord(ParsedQuery typed) throws IOException {
        List<QueryWords.Word> words = QueryWords.of(typed.root()).words();
        for (QueryWords.Word word : words.subList(0, Math.min(WordHits.LOOKED_AT, words.size()))) {
            // Nearly every word stands somewhere as it was typed, which takes one look and no search.
            boolean known = word.scope() == QueryNode.Scope.EVERYWHERE && similar.articles(word.text()) > 0;
            if (!known && count.of(new QueryNode.Words(word.text(), word.scope())) == 0) {
                return true;
            }
        }
        return false;
    }

    /**
     * A query that differs in one rare word and has many more hits, within the same filters. It is worth asking whether it was
     * meant, though something was found.
     *
     * @param total the hits of the request
     */
    Optional<Suggestion> more(SearchRequest request, ParsedQuery typed, int total) throws IOException {
        QueryWords words = QueryWords.of(typed.root());
        List<Integer> hits = WordHits.of(words, count);
        Suggestion best = null;
        for (int i = 0; i < hits.size(); i++) {
            if (hits.get(i) == 0 || hits.get(i) > RARE) {
                continue;
            }
            for (Candidate c : similar.of(words.words().get(i).text(), 1)) {
                boolean enough = c.articles() >= Math.max(MANY, MORE_FREQUENT * hits.get(i));
                if (enough) {
                    SearchRequest other = request.toBuilder()
                            .q(text(words, List.of(new Replacement(i, i + 1, c.text()))))
                            .page(1)
                            .build();
                    int n = count.of(other);
                    if (n >= Math.max(MANY, MANY_MORE * total) && (best == null || n > best.count())) {
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

    /** What may stand in place of each word. */
    private Rewordings rewordings(QueryWords words, List<Integer> hits, int mistakes) throws IOException {
        boolean allKnown = !hits.contains(0);
        // One slip may give another word of the articles; two at once are a different query.
        Rewordings rewordings = new Rewordings(words, hits.size(), allKnown ? 1 : hits.size());
        for (int i = 0; i < hits.size(); i++) {
            boolean known = hits.get(i) > 0;
            if (known) {
                rewordings.add(Rewording.Edit.keep(i));
            }
            if (!known || (allKnown && hits.get(i) <= rare)) {
                addSimilar(rewordings, i, words.words().get(i), hits.get(i), mistakes);
            }
            boolean joinable = words.words().get(i).followed() && i + 1 < hits.size();
            if (joinable && (allKnown || !known || hits.get(i + 1) == 0)) {
                String next = words.words().get(i + 1).text();
                for (Candidate c : similar.joined(words.words().get(i).text(), next, mistakes)) {
                    rewordings.add(new Rewording.Edit(i, i + 2, c, c.cost(), true));
                }
            }
        }
        return rewordings;
    }

    private void addSimilar(Rewordings rewordings, int at, QueryWords.Word word, int hits, int mistakes)
            throws IOException {
        for (Candidate c : similar.of(word.text(), mistakes)) {
            // Two words in place of one have to stand together somewhere.
            boolean possible =
                    c.articles() > hits && (!c.isSplit() || count.of(new QueryNode.Phrase(c.text(), word.scope())) > 0);
            if (possible) {
                double cost = c.cost() + (hits > 0 ? KNOWN_WORD : 0);
                rewordings.add(new Rewording.Edit(at, at + 1, c, cost, c.articles() >= MORE_FREQUENT * hits));
            }
        }
    }

    private Optional<Correction> correction(QueryWords words, Rewording best) throws IOException {
        String text = text(words, best.replacements());
        if (text.length() > SearchRequest.MAX_QUERY_LENGTH || count.of(SearchRequest.of(text)) == 0) {
            return Optional.empty();
        }
        return Optional.of(new Correction(QueryParser.parse(text), text, best.certain(), best.far()));
    }
}
