package archsearch.searcher;

import org.jspecify.annotations.Nullable;

/**
 * A reason why an article was found: something that stands in it.
 *
 * @param field {@code title}, {@code summary} or {@code tag}
 * @param text what stands there, as it is written
 * @param term what was typed instead, where the glossary made the connection; else null
 */
public record Match(String field, String text, @Nullable String term) {
    /** For example {@code title: 秒杀 via flash sale}: what was asked for, by way of what stands there. */
    @Override
    public String toString() {
        return term == null ? field + ": " + text : field + ": " + term + " via " + text;
    }
}
