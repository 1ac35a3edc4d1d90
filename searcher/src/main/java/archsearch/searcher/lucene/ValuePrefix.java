package archsearch.searcher.lucene;

import archsearch.indexer.analysis.TextKey;
import archsearch.indexer.analysis.Typing;
import archsearch.searcher.FacetDim;
import java.io.IOException;
import java.util.Set;

/**
 * The beginning of the values somebody is looking for. It may begin a word inside a value, be the pinyin of its beginning or its
 * initials, as in suggestions; case, width, hyphens and spaces make no difference.
 */
final class ValuePrefix {
    /** What every value begins with. */
    static final ValuePrefix NONE = new ValuePrefix("", Set.of());

    private final String letters;
    private final Set<String> suggested;

    private ValuePrefix(String letters, Set<String> suggested) {
        this.letters = letters;
        this.suggested = suggested;
    }

    /**
     * Reads what was typed.
     *
     * @param completions know the values of the dimension by their words and pinyin
     */
    static ValuePrefix of(String typed, FacetDim dim, SnapshotCompletions completions) throws IOException {
        String letters = withoutSpaces(TextKey.of(typed));
        if (letters.isEmpty()) {
            return NONE;
        }
        boolean isName = dim == FacetDim.TAG || dim == FacetDim.PUBLISHER || dim == FacetDim.CATEGORY;
        // Suggestions pass over signs that are still incomplete: C+ is C to them.
        boolean isWords = letters.codePoints().allMatch(c -> Character.isLetterOrDigit(c) || c == '\'');
        Typing typing = Typing.of(typed);
        return new ValuePrefix(
                letters,
                isName && isWords && !typing.isEmpty()
                        ? Set.copyOf(completions.texts(dim).all(typing))
                        : Set.of());
    }

    private static String withoutSpaces(String key) {
        return key.replace(" ", "");
    }

    /**
     * Whether a value begins so.
     *
     * @param key the value's {@link TextKey}
     * @param spelling its most frequent spelling
     */
    boolean matches(String key, String spelling) {
        if (letters.isEmpty() || suggested.contains(spelling)) {
            return true;
        }
        for (int at = 0; at >= 0; at = nextWord(key, at)) {
            if (startsAt(key, at)) {
                return true;
            }
        }
        return false;
    }

    /** Where the next word starts; -1 where there is none. */
    private static int nextWord(String key, int at) {
        int space = key.indexOf(' ', at);
        return space < 0 ? -1 : space + 1;
    }

    private boolean startsAt(String key, int start) {
        int at = start;
        for (int i = 0; i < letters.length(); i++, at++) {
            if (at < key.length() && key.charAt(at) == ' ') {
                at++;
            }
            if (at >= key.length() || key.charAt(at) != letters.charAt(i)) {
                return false;
            }
        }
        return true;
    }
}
