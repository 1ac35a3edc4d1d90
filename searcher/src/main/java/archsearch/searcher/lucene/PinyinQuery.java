package archsearch.searcher.lucene;

import archsearch.searcher.Suggestion;
import archsearch.searcher.query.ParsedQuery;
import java.util.Optional;

final class PinyinQuery {
    PinyinQuery(IndexSnapshot snapshot, HitCount count) {}

    Optional<Suggestion> of(ParsedQuery typed) {
        return Optional.empty();
    }
}
