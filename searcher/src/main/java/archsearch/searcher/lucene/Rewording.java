package archsearch.searcher.lucene;

import archsearch.searcher.query.QueryWords.Replacement;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Other text for some words of a query: the edits made so far, the last one linking to those before. Immutable.
 *
 * @param before the edits before the last one; null for the start
 * @param edit the last edit; null for the start
 * @param at the index of the next word
 * @param cost how unlikely all edits are together, as a decimal logarithm
 */
record Rewording(@Nullable Rewording before, @Nullable Edit edit, int at, double cost) {
    /** No word looked at yet. */
    static final Rewording START = new Rewording(null, null, 0, 0);

    /**
     * What becomes of one word, or of some that follow each other.
     *
     * @param from the first word's index
     * @param to the last word's index, exclusive
     * @param candidate what stands there instead; null where the word stays
     * @param cost how unlikely it is, as a decimal logarithm; not negative
     * @param certain whether the word has to be changed
     */
    record Edit(int from, int to, @Nullable Candidate candidate, double cost, boolean certain) {
        static Edit keep(int word) {
            return new Edit(word, word + 1, null, 0, true);
        }
    }

    Rewording with(Edit next) {
        return new Rewording(this, next, next.to(), cost + next.cost());
    }

    /** What stands in place of words, in the order of the query. */
    List<Replacement> replacements() {
        List<Replacement> replacements = new ArrayList<>();
        for (Rewording r = this; r != null; r = r.before()) {
            Edit edit = r.edit();
            if (edit != null && edit.candidate() != null) {
                replacements.addFirst(
                        new Replacement(edit.from(), edit.to(), edit.candidate().text()));
            }
        }
        return replacements;
    }

    /** Whether every change had to be made. */
    boolean certain() {
        for (Rewording r = this; r != null; r = r.before()) {
            if (r.edit() != null && !r.edit().certain()) {
                return false;
            }
        }
        return true;
    }

    /** Whether some word is more than a letter away from what was typed. */
    boolean far() {
        return candidates().stream().anyMatch(Candidate::isFar);
    }

    /** The articles of the rarest new word; articles with all of them are hardly more. */
    int articles() {
        return candidates().stream().mapToInt(Candidate::articles).min().orElse(0);
    }

    private List<Candidate> candidates() {
        List<Candidate> candidates = new ArrayList<>();
        for (Rewording r = this; r != null; r = r.before()) {
            if (r.edit() != null && r.edit().candidate() != null) {
                candidates.add(r.edit().candidate());
            }
        }
        return candidates;
    }
}
