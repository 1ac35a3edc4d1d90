package archsearch.searcher.lucene;

import archsearch.indexer.analysis.TypedMatch.Place;
import archsearch.indexer.analysis.Typing;
import archsearch.searcher.Completion;
import archsearch.searcher.FacetDim;
import archsearch.searcher.MarkedText;
import archsearch.searcher.SearchRequest;
import archsearch.searcher.SuggestRequest;
import archsearch.searcher.SuggestResponse;
import archsearch.searcher.query.GlossaryTerms;
import archsearch.searcher.query.ParsedQuery;
import archsearch.searcher.query.QueryParser;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Suggestions for one typing on one snapshot, from request to response. */
final class LuceneSuggest {
    /** Terms counted for each one wanted: some have no article, and of the others the more frequent are shown. */
    private static final int TERM_FACTOR = 3;

    private final IndexSnapshot snapshot;
    private final GlossaryTerms glossary;
    private final QueryTranslation translation;
    private final CompletionTexts terms;
    private final SuggestRequest request;
    private final Typing typing;
    private final long startNanos = System.nanoTime();

    /**
     * @param terms the terms of the field that may be offered, the most wanted first
     */
    LuceneSuggest(IndexSnapshot snapshot, GlossaryTerms glossary, CompletionTexts terms, SuggestRequest request) {
        this.snapshot = snapshot;
        this.glossary = glossary;
        this.translation = new QueryTranslation(snapshot, glossary, Deadline.NEVER);
        this.terms = terms;
        this.request = request;
        this.typing = Typing.of(request.q());
    }

    SuggestResponse run() throws IOException {
        List<Completion> completions = request.q().isEmpty() ? frequentTags() : matching();
        return new SuggestResponse(
                request,
                completions,
                snapshot.info().withGlossary(glossary.revision()),
                System.nanoTime() - startNanos);
    }

    private List<Completion> frequentTags() {
        return snapshot.completions().texts(FacetDim.TAG).first(request.size()).stream()
                .<Completion>map(tag -> value(FacetDim.TAG, MarkedText.unmarked(tag)))
                .toList();
    }

    private List<Completion> matching() throws IOException {
        if (typing.isEmpty()) {
            return List.of();
        }
        int size = request.size();
        Set<String> seen = new HashSet<>();
        List<Matched> tags = unseen(values(FacetDim.TAG), seen);
        List<Matched> publishers = unseen(values(FacetDim.PUBLISHER), seen);
        // Counting terms and reading titles takes most of the time, so no more of them than can be shown.
        int termsShown = shares(List.of(tags.size(), publishers.size(), size, size), size)
                .get(2);
        List<Matched> words = unseen(terms(termsShown), seen);
        int titlesShown = shares(List.of(tags.size(), publishers.size(), words.size(), size), size)
                .get(3);
        List<Matched> titles = unseen(titles(titlesShown), seen);
        List<List<Matched>> kinds = List.of(tags, publishers, words, titles);
        List<Matched> shown = new ArrayList<>();
        List<Integer> shares = shares(kinds.stream().map(List::size).toList(), size);
        for (int i = 0; i < kinds.size(); i++) {
            shown.addAll(kinds.get(i).subList(0, shares.get(i)));
        }
        // What was typed whole comes before everything else, whatever its kind.
        return shown.stream()
                .sorted(Comparator.comparing((Matched m) -> m.place() != Place.WHOLE))
                .map(Matched::completion)
                .toList();
    }

    private static List<Matched> unseen(List<Matched> kind, Set<String> seen) {
        return kind.stream().filter(m -> seen.add(m.key())).toList();
    }

    /**
     * How many of each kind are shown: one of each in turn as long as there are any, so that no kind crowds out another.
     *
     * @param found how many there are of each
     */
    static List<Integer> shares(List<Integer> found, int size) {
        List<Integer> shares = new ArrayList<>(found.stream().map(n -> 0).toList());
        int left = Math.min(size, found.stream().mapToInt(Integer::intValue).sum());
        for (int i = 0; left > 0; i = (i + 1) % found.size()) {
            if (shares.get(i) < found.get(i)) {
                shares.set(i, shares.get(i) + 1);
                left--;
            }
        }
        return shares;
    }

    private List<Matched> values(FacetDim dim) throws IOException {
        return snapshot.completions().texts(dim).matching(typing, request.size()).stream()
                .map(f -> new Matched(f.match().place(), value(dim, Matched.marked(f.text(), f.match()))))
                .toList();
    }

    private Completion.Value value(FacetDim dim, MarkedText text) {
        return new Completion.Value(dim, text, snapshot.completions().count(dim, text.text()));
    }

    private List<Matched> terms(int wanted) throws IOException {
        List<Matched> found = new ArrayList<>();
        for (CompletionTexts.Found f : terms.matching(typing, TERM_FACTOR * wanted)) {
            int count = snapshot.completions().count(glossary, f.text(), this::count);
            if (count > 0) {
                found.add(new Matched(
                        f.match().place(), new Completion.Term(Matched.marked(f.text(), f.match()), count)));
            }
        }
        found.sort(Comparator.comparing(Matched::place)
                .thenComparingInt(m -> -((Completion.Term) m.completion()).count()));
        return found;
    }

    private List<Matched> titles(int wanted) throws IOException {
        // One more, since one may be the same as a tag.
        return wanted == 0 ? List.of() : new CompletionTitles(snapshot.searcher(), typing, wanted + 1).matching();
    }

    private int count(String term) throws IOException {
        ParsedQuery parsed = QueryParser.parse(SearchRequest.of(term).q());
        return GroupedCount.of(
                snapshot.searcher(), snapshot.reposts(), translation.of(parsed).highlighted());
    }
}
