package archsearch.indexer.tags;

import archsearch.indexer.analysis.TextKey;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** A title or a summary prepared for comparison with tags: folded, and cut into words. */
final class TextWords {
    /** What follows in a longer text is not read: a summary is a paragraph. */
    static final int MAX_TEXT = 2_000;

    final String key;
    final int[] start;
    final int[] end;
    final String[] stem;
    /** Positions of words by their first character. */
    private final Map<Character, List<Integer>> byFirst = new HashMap<>();

    private final Set<String> stems;
    private final String initials;

    TextWords(String text) {
        key = TextKey.of(text.length() > MAX_TEXT ? text.substring(0, MAX_TEXT) : text);
        List<int[]> words = new ArrayList<>();
        for (int i = 0; i < key.length(); ) {
            int c = key.codePointAt(i);
            int to = i + Character.charCount(c);
            if (Line.isHan(c)) {
                words.add(new int[] {i, to});
            } else if (isWordPart(c) || startsDotName(key, i)) {
                while (to < key.length() && continuesWord(key, to)) {
                    to++;
                }
                words.add(new int[] {i, to});
            }
            i = to;
        }
        int n = words.size();
        start = new int[n];
        end = new int[n];
        stem = new String[n];
        stems = HashSet.newHashSet(n);
        StringBuilder first = new StringBuilder(n);
        for (int w = 0; w < n; w++) {
            start[w] = words.get(w)[0];
            end[w] = words.get(w)[1];
            stem[w] = Stem.of(key.substring(start[w], end[w]));
            stems.add(stem[w]);
            first.append(key.charAt(start[w]));
            byFirst.computeIfAbsent(key.charAt(start[w]), c -> new ArrayList<>())
                    .add(w);
        }
        initials = first.toString();
    }

    private static boolean startsDotName(String key, int i) {
        return key.charAt(i) == '.'
                && (i == 0 || key.charAt(i - 1) == ' ')
                && i + 1 < key.length()
                && Character.isLetter(key.charAt(i + 1));
    }

    private static boolean continuesWord(String key, int i) {
        return isInner(key, i) || (isWordPart(key.charAt(i)) && !Line.isHan(key.charAt(i)));
    }

    /** Letters, digits, surrogates, and the signs of {@code C++} and {@code C#}. */
    static boolean isWordPart(int c) {
        return Character.isLetterOrDigit(c) || c == '+' || c == '#' || c > 0xFFFF || Character.isSurrogate((char) c);
    }

    /** Whether a dot at {@code i} stands inside a word such as {@code node.js}. */
    static boolean isInner(String key, int i) {
        return key.charAt(i) == '.'
                && i > 0
                && i + 1 < key.length()
                && Character.isLetterOrDigit(key.charAt(i - 1))
                && Character.isLetterOrDigit(key.charAt(i + 1))
                && !Line.isHan(key.charAt(i - 1))
                && !Line.isHan(key.charAt(i + 1));
    }

    int size() {
        return start.length;
    }

    /** The words that begin with this character. */
    List<Integer> wordsAt(char first) {
        return byFirst.getOrDefault(first, List.of());
    }

    boolean hasStem(String wanted) {
        return stems.contains(wanted);
    }

    /** Whether successive words begin with these letters. */
    boolean hasInitials(String letters) {
        return initials.contains(letters);
    }
}
