package archsearch.indexer.analysis;

import java.util.Locale;
import java.util.Set;

/** Names of products and protocols that English rules must leave alone. */
final class Names {
    private static final Set<String> UNSTEMMED = WordList.read("unstemmed-names.txt");
    private static final Set<String> WHOLE = WordList.read("whole-names.txt");

    private Names() {}

    /** Whether a lower-case word is a name or acronym that ends like a plural or participle but is none: redis, https. */
    static boolean isUnstemmed(String word) {
        return UNSTEMMED.contains(word);
    }

    /** Whether a word with inner capitals or digits is one word to everybody, in any case: JavaScript, YouTube. */
    static boolean isWhole(String word) {
        return WHOLE.contains(word.toLowerCase(Locale.ROOT));
    }
}
