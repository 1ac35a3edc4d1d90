package archsearch.server.url;

import java.util.Collection;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Finds the name that a caller most likely meant. */
final class ParameterNames {
    /** Names that other search APIs use for the same thing. */
    private static final Map<String, Parameter> ELSEWHERE = Map.ofEntries(
            Map.entry("query", Parameter.Q),
            Map.entry("search", Parameter.Q),
            Map.entry("keyword", Parameter.Q),
            Map.entry("author", Parameter.PUBLISHER),
            Map.entry("source", Parameter.PUBLISHER),
            Map.entry("language", Parameter.LANG),
            Map.entry("since", Parameter.FROM),
            Map.entry("after", Parameter.FROM),
            Map.entry("until", Parameter.TO),
            Map.entry("before", Parameter.TO),
            Map.entry("minutes", Parameter.MINUTES_MAX),
            Map.entry("order", Parameter.SORT),
            Map.entry("orderby", Parameter.SORT),
            Map.entry("offset", Parameter.PAGE),
            Map.entry("limit", Parameter.SIZE),
            Map.entry("perpage", Parameter.SIZE),
            Map.entry("pagesize", Parameter.SIZE),
            Map.entry("locale", Parameter.UI),
            Map.entry("hl", Parameter.UI));

    private ParameterNames() {}

    /** The nearest of the allowed names, or null where none is near enough to be offered. */
    static @Nullable String nearest(String name, Set<Parameter> allowed) {
        String folded = name.toLowerCase(Locale.ROOT).replaceAll("[^a-z]", "");
        Parameter elsewhere = ELSEWHERE.get(folded);
        if (elsewhere != null && Parameter.ofKey(elsewhere.key(), allowed).isPresent()) {
            return elsewhere.key();
        }
        return nearestByEdits(folded, allowed);
    }

    private static @Nullable String nearestByEdits(String folded, Collection<Parameter> allowed) {
        String best = null;
        // A third of the letters may differ; with more, the offer is a guess and not a help.
        int bestEdits = Math.max(1, folded.length() / 3) + 1;
        for (Parameter p : allowed) {
            int edits = edits(folded, p.key().toLowerCase(Locale.ROOT));
            if (edits < bestEdits && edits < p.key().length()) {
                best = p.key();
                bestEdits = edits;
            }
        }
        return best;
    }

    /** Number of insertions, deletions, replacements and swaps of neighbours between two words (optimal string alignment). */
    static int edits(String a, String b) {
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
