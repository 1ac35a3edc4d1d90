package archsearch.indexer.analysis;

import com.ibm.icu.text.Transliterator;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * How the Han characters of a text are read in Mandarin, as typed under an input method: syllables without tones, {@code v}
 * for ü. Traditional characters are read as their simplified forms; everything that is no Han character is left out.
 *
 * <p>A character alone is read as ICU's Han-Latin transliterator reads it. The words of {@code readings-zh.txt} are read as
 * that list says; of several that start at a character the longest counts.
 *
 * @param syllables one for each Han character, lower-case ASCII letters; empty for a character of unknown reading
 */
public record Pinyin(List<String> syllables) {
    private static final Map<String, List<String>> WORDS = WordList.readings("readings-zh.txt");
    private static final int LONGEST_WORD =
            WORDS.keySet().stream().mapToInt(String::length).max().orElse(1);
    private static final ConcurrentHashMap<Integer, String> SEEN = new ConcurrentHashMap<>();

    public Pinyin {
        syllables = List.copyOf(syllables);
    }

    /** The reading of a text. Thread-safe and, but for characters never met before, fast. */
    public static Pinyin of(CharSequence text) {
        return of(FoldedText.of(text));
    }

    /** The same of a text that is folded already. */
    static Pinyin of(FoldedText folded) {
        List<String> syllables = new ArrayList<>();
        for (int at = 0; at < folded.length(); ) {
            int c = folded.codePointAt(at);
            if (!Character.isIdeographic(c)) {
                at += Character.charCount(c);
                continue;
            }
            int end = wordEnd(folded, at);
            if (end > at) {
                syllables.addAll(WORDS.getOrDefault(folded.substring(at, end), List.of()));
                at = end;
            } else {
                syllables.add(SEEN.computeIfAbsent(c, Pinyin::transliterate));
                at += Character.charCount(c);
            }
        }
        return new Pinyin(syllables);
    }

    /** Where the longest listed word that starts here ends; {@code start} where none does. */
    private static int wordEnd(FoldedText text, int start) {
        for (int end = Math.min(text.length(), start + LONGEST_WORD); end > start; end--) {
            if (WORDS.containsKey(text.substring(start, end))) {
                return end;
            }
        }
        return start;
    }

    private static String transliterate(int ideograph) {
        String latin = Loaded.TRANSLITERATOR.transliterate(Character.toString(ideograph));
        StringBuilder syllable = new StringBuilder();
        String decomposed = Normalizer.normalize(latin, Normalizer.Form.NFD).toLowerCase(Locale.ROOT);
        for (int i = 0; i < decomposed.length(); i++) {
            char c = decomposed.charAt(i);
            if (c == '\u0308') {
                // The dots of ü follow the u.
                syllable.setCharAt(syllable.length() - 1, 'v');
            } else if (c >= 'a' && c <= 'z') {
                syllable.append(c);
            }
        }
        return syllable.toString();
    }

    /** Whether the text has no Han character whose reading is known. */
    public boolean isEmpty() {
        return syllables.stream().allMatch(String::isEmpty);
    }

    /** The syllables without anything between them: {@code fenbushi}. */
    public String joined() {
        return String.join("", syllables);
    }

    /** The first letter of each syllable: {@code fbs}. */
    public String initials() {
        StringBuilder initials = new StringBuilder(syllables.size());
        for (String syllable : syllables) {
            if (!syllable.isEmpty()) {
                initials.append(syllable.charAt(0));
            }
        }
        return initials.toString();
    }

    /** The form that {@link #key(String)} gives to whatever of the accepted spellings of {@link #joined()} is typed. */
    public String key() {
        return key(joined());
    }

    /**
     * The form in which typed pinyin is compared. Lower-case, without the spaces and apostrophes that an input method puts
     * between syllables; and since ü is typed as {@code v} and as {@code u}, both are {@code u} after l and n: 率 is found
     * by {@code lv} and {@code lu}.
     *
     * @return lower-case ASCII letters; empty where anything else is in the text, which then is no pinyin
     */
    public static String key(String typed) {
        StringBuilder key = new StringBuilder(typed.length());
        for (int i = 0; i < typed.length(); i++) {
            char c = Character.toLowerCase(typed.charAt(i));
            if (c == ' ' || c == '\'' || c == '\u2019') {
                continue;
            }
            boolean afterLOrN = !key.isEmpty() && "ln".indexOf(key.charAt(key.length() - 1)) >= 0;
            if (c == '\u00FC' || (c == 'v' && afterLOrN)) {
                key.append('u');
            } else if (c >= 'a' && c <= 'z') {
                key.append(c);
            } else {
                return "";
            }
        }
        return key.toString();
    }

    /** Holds the transliterator so that it is loaded by the first use; it takes a third of a second. */
    private static final class Loaded {
        static final Transliterator TRANSLITERATOR = Transliterator.getInstance("Han-Latin");
    }
}
