package archsearch.server.url;

import java.util.Collection;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Finds the name that was most likely meant by one that does not exist. */
public final class NearestName {
    /** Longer names are not slips of shorter ones. */
    private static final int MAX_LENGTH = 40;

    private NearestName() {}

    /** The nearest of the names that there are, whatever the case; null where none is near enough to be offered. */
    public static @Nullable String of(String name, Collection<String> names) {
        if (name.length() > MAX_LENGTH) {
            return null;
        }
        String folded = name.toLowerCase(Locale.ROOT);
        String best = null;
        // A third of the letters may differ; with more, the offer is a guess and not a help.
        int bestEdits = Math.max(1, folded.length() / 3) + 1;
        for (String candidate : names) {
            int edits = edits(folded, candidate.toLowerCase(Locale.ROOT));
            if (edits < bestEdits && edits < candidate.length()) {
                best = candidate;
                bestEdits = edits;
            }
        }
        return best;
    }

    /** Number of insertions, deletions, replacements and swaps of neighbours between two words (optimal string alignment). */
    private static int edits(String a, String b) {
        int[][] d = new int[a.length() + 1][b.length() + 1];
        for (int i = 0; i <= a.length(); i++) {
            for (int j = 0; j <= b.length(); j++) {
                if (i == 0 || j == 0) {
                    d[i][j] = i + j;
                    continue;
                }
                int replace = d[i - 1][j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                d[i][j] = Math.min(replace, Math.min(d[i - 1][j], d[i][j - 1]) + 1);
                boolean swap =
                        i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1);
                if (swap) {
                    d[i][j] = Math.min(d[i][j], d[i - 2][j - 2] + 1);
                }
            }
        }
        return d[a.length()][b.length()];
    }
}
