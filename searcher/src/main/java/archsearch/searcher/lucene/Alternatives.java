package archsearch.searcher.lucene;

import archsearch.searcher.SearchRequest;
import archsearch.searcher.Suggestion;
import archsearch.searcher.query.ParsedQuery;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a search gives beside or in place of its hits: a corrected query where no article has what was typed, and other searches
 * that are known to have hits. For one search; not thread-safe.
 */
final class Alternatives {
    /** With more hits nobody wants to be asked whether something else was meant. */
    private static final int FEW = 2;
    /** From this many parts on a query may have hits without some of its words. */
    private static final int LONG_QUERY = 4;

    private final SearchRequest request;
    private final ParsedQuery typed;
    private final HitCount count;
    private final Spelling spelling;
    private final PinyinQuery pinyin;
    private @Nullable Correction applied;
    private @Nullable Correction offered;

    /**
     * @param deadline when to offer no more
     */
    Alternatives(
            IndexSnapshot snapshot,
            QueryTranslation translation,
            SearchRequest request,
            ParsedQuery typed,
            Deadline deadline) {
        this.request = request;
        this.typed = typed;
        this.count = new HitCount(snapshot, translation, deadline);
        this.spelling = new Spelling(snapshot, count);
        this.pinyin = new PinyinQuery(snapshot, count);
    }

    /**
     * The query that is answered in place of the typed one, if there is one. Whether there is depends on the query and the index
     * alone, so that no filter, page or order changes what is answered.
     *
     * @param total the hits of the typed query within the request's filters
     */
    Optional<Correction> answeredInstead(int total) throws IOException {
        if (!(isWithoutHits(total) || lacksWord())) {
            return Optional.empty();
        }
        Correction correction = spelling.correct(typed).orElse(null);
        if (correction == null) {
            return Optional.empty();
        }
        // The exact pinyin of a Chinese word explains an unknown word better than two slips in an English one.
        boolean pinyinIsLikelier = correction.far() && pinyin.of(typed).isPresent();
        if (correction.certain() && !pinyinIsLikelier) {
            applied = correction;
        } else {
            offered = correction;
        }
        return Optional.ofNullable(applied);
    }

    private boolean isWithoutHits(int total) throws IOException {
        return total == 0 && (!request.isFiltered() || count.of(SearchRequest.of(request.q())) == 0);
    }

    /** A long query may find articles without a word that was mistyped, and that no article has. */
    private boolean lacksWord() throws IOException {
        return typed.root().nodes().size() >= LONG_QUERY && spelling.hasUnknownWord(typed);
    }

    /**
     * Searches to offer, best first.
     *
     * @param total the hits of the query that is answered
     */
    List<Suggestion> suggestions(int total) throws IOException {
        if (total > FEW) {
            return List.of();
        }
        List<Suggestion> suggestions = new ArrayList<>();
        if (offered != null) {
            suggestions.addAll(corrected(Suggestion.Kind.SPELLING, offered.text()));
        } else if (applied == null) {
            spelling.more(request, typed, total).ifPresent(suggestions::add);
        }
        if (total > 0) {
            return suggestions;
        }
        if (applied == null) {
            Optional<String> chinese = pinyin.of(typed);
            if (chinese.isPresent()) {
                boolean first = offered != null && offered.far();
                suggestions.addAll(first ? 0 : suggestions.size(), corrected(Suggestion.Kind.PINYIN, chinese.get()));
            }
        }
        SearchRequest answered = answered();
        suggestions.addAll(new FewerWords(count, answered).suggestions());
        FewerFilters filters = new FewerFilters(count, answered);
        suggestions.addAll(filters.suggestions());
        if (suggestions.isEmpty() && request.isFiltered()) {
            // Neither words nor filters are enough: both.
            for (Suggestion s : new FewerWords(count, FewerFilters.none(answered)).suggestions()) {
                List<String> dropped = new ArrayList<>(s.dropped());
                dropped.addAll(filters.names());
                suggestions.add(new Suggestion(s.kind(), s.request(), s.count(), dropped));
            }
        }
        return suggestions;
    }

    /** The first page of what is answered. */
    private SearchRequest answered() {
        String q = applied == null ? request.q() : applied.text();
        return request.toBuilder().q(q).page(1).build();
    }

    /** Another query within the same filters, or without any where that is what it takes. */
    private List<Suggestion> corrected(Suggestion.Kind kind, String q) throws IOException {
        SearchRequest same = request.toBuilder().q(q).page(1).build();
        for (SearchRequest other : List.of(same, FewerFilters.none(same))) {
            int n = count.of(other);
            if (n > 0) {
                return List.of(new Suggestion(kind, other, n));
            }
        }
        return List.of();
    }
}
