package archsearch.searcher.lucene;

import archsearch.indexer.analysis.TextKey;
import archsearch.indexer.analysis.TypedMatch;
import archsearch.searcher.Completion;
import archsearch.searcher.MarkedText;

/**
 * A completion and how much of it was typed.
 *
 * @param place where the text matches
 */
record Matched(TypedMatch.Place place, Completion completion) {
    static MarkedText marked(String text, TypedMatch match) {
        return new MarkedText(
                text,
                match.ranges().stream()
                        .map(r -> new MarkedText.Mark(r.start(), r.end()))
                        .toList());
    }

    /** Equal for completions that a reader would not tell apart. */
    String key() {
        return TextKey.of(completion.text().text());
    }
}
