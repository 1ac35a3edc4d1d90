package archsearch.server.page;

import com.ibm.icu.text.AlphabeticIndex;
import com.ibm.icu.util.ULocale;
import java.util.Comparator;

/**
 * The letters that names stand under in a list from A to Z: Latin ones under their first letter, Chinese ones under that of their
 * pinyin. Thread-safe.
 */
final class Letters {
    /** What sorts before the letters: digits and signs. */
    static final String SIGNS = "#";
    /** What sorts after the letters: other scripts. */
    static final String OTHERS = "…";

    /** Signs, A to Z, other scripts. */
    static final Comparator<String> ORDER =
            Comparator.comparing((String letter) -> letter.equals(OTHERS)).thenComparing(Comparator.naturalOrder());

    private final AlphabeticIndex.ImmutableIndex<String> index = new AlphabeticIndex<String>(ULocale.CHINESE)
            .addLabels(ULocale.ENGLISH)
            .buildImmutableIndex();

    /** The letter of a name: {@code A} to {@code Z}, {@link #SIGNS} or {@link #OTHERS}. */
    String of(String name) {
        AlphabeticIndex.Bucket<String> bucket = index.getBucket(index.getBucketIndex(name));
        return switch (bucket.getLabelType()) {
            case NORMAL -> bucket.getLabel();
            case UNDERFLOW -> SIGNS;
            case INFLOW, OVERFLOW -> OTHERS;
        };
    }

    /** Whether names under a letter begin with that letter in Latin or in pinyin. */
    static boolean isLatin(String letter) {
        return letter.length() == 1 && letter.charAt(0) >= 'A' && letter.charAt(0) <= 'Z';
    }
}
