package archsearch.indexer.analysis;

import com.ibm.icu.text.Normalizer2;

/**
 * The form under which two spellings of a name count as one: {@code Flash‑Sale}, {@code flash-sale} and {@code flash  sale}
 * have the key {@code flash sale}.
 */
public final class TextKey {
    /** Unicode compatibility composition with full case folding: also folds width, ligatures and soft hyphens. */
    private static final Normalizer2 NFKC_CASEFOLD = Normalizer2.getNFKCCasefoldInstance();

    private TextKey() {}

    /**
     * Folds case, width and Unicode form; turns every hyphen, dash, underscore and space into a single space; drops control
     * characters. Everything else stays, so {@code C++}, {@code C#} and {@code C} remain three keys.
     *
     * @return the key; empty for a text of spaces and hyphens only
     */
    public static String of(String text) {
        String folded = NFKC_CASEFOLD.normalize(text);
        StringBuilder key = new StringBuilder(folded.length());
        boolean gap = false;
        for (int i = 0; i < folded.length(); ) {
            int c = folded.codePointAt(i);
            i += Character.charCount(c);
            if (isGap(c)) {
                gap = !key.isEmpty();
            } else {
                if (gap) {
                    key.append(' ');
                    gap = false;
                }
                key.appendCodePoint(c);
            }
        }
        return key.toString();
    }

    private static boolean isGap(int c) {
        return Character.isWhitespace(c)
                || Character.isSpaceChar(c)
                || Character.isISOControl(c)
                || c == '_'
                || Character.getType(c) == Character.DASH_PUNCTUATION;
    }
}
