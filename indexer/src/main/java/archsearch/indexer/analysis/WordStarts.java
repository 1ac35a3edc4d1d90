package archsearch.indexer.analysis;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntBinaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * A folded text and the places in it where something typed may begin to match, with the readings of its Han characters.
 *
 * <p>Words and readings are told when they are first needed: cutting a run of Han characters takes longer than all the rest, and most of
 * what is typed is found, or known to be missing, without it. Thread-safe once it was handed on safely.
 */
final class WordStarts {
    /** Words of a text that are looked at; no title that means something has more. */
    private static final int MAX_STARTS = 100;

    private static final int NO_MATCH = -1;

    private final FoldedText text;
    private final List<Run> runs = new ArrayList<>();
    /** The syllable of each Han character, by its index in the folded text; empty elsewhere. Null until they are needed. */
    private volatile @Nullable List<String> syllables;

    WordStarts(String source) {
        this.text = FoldedText.of(source);
        readRuns();
    }

    /** A place where typing may begin to match: the beginning of a word, or of a part of a name. */
    record Start(int at, int end, boolean han) {}

    private void readRuns() {
        // Every start is a character of its own, so that those of a short text need not be counted.
        boolean counts = text.length() > MAX_STARTS;
        int counted = 0;
        for (int at = 0; at < text.length() && counted < MAX_STARTS; ) {
            Run run;
            if (Character.isIdeographic(text.codePointAt(at))) {
                run = new Run(at, hanEnd(text, at), true);
                at = run.end;
            } else if (CodeTerm.startsAt(text, at)) {
                CodeTerm term = CodeTerm.at(text, at);
                run = new Run(at, term.end(), false);
                at = term.next();
            } else {
                at += Character.charCount(text.codePointAt(at));
                continue;
            }
            runs.add(run);
            counted += counts ? run.starts().size() : 0;
        }
    }

    /** A run of Han characters, or a term of other ones: what lies between starts that are certain at once. */
    private final class Run {
        private final int at;
        private final int end;
        private final boolean han;
        private volatile @Nullable List<Start> starts;

        Run(int at, int end, boolean han) {
            this.at = at;
            this.end = end;
            this.han = han;
        }

        /** Ascending, the first one where the run begins. */
        List<Start> starts() {
            List<Start> known = starts;
            if (known == null) {
                known = han ? words() : parts();
                starts = known;
            }
            return known;
        }

        /** Whether a word or a part begins there; the words are needed only where that is not the run's own beginning. */
        boolean startsAt(int index) {
            return index == at || starts().stream().anyMatch(start -> start.at() == index);
        }

        private List<Start> words() {
            List<Start> words = new ArrayList<>();
            int from = at;
            for (String word : HanSegmenter.parts(text.substring(at, end))) {
                words.add(new Start(from, end, true));
                from += word.length();
            }
            return words;
        }

        private List<Start> parts() {
            List<Start> parts = new ArrayList<>();
            parts.add(new Start(at, end, false));
            CodeTerm.at(text, at).parts().stream()
                    .filter(part -> part.start() > at)
                    .forEach(part -> parts.add(new Start(part.start(), end, false)));
            return parts;
        }
    }

    private List<String> syllables() {
        List<String> known = syllables;
        if (known == null) {
            List<String> read = Pinyin.of(text).syllables();
            String[] placed = new String[text.length()];
            Arrays.fill(placed, "");
            int next = 0;
            for (int at = 0; at < text.length(); at = next(at)) {
                if (Character.isIdeographic(text.codePointAt(at))) {
                    placed[at] = read.get(next++);
                }
            }
            known = List.of(placed);
            syllables = known;
        }
        return known;
    }

    /** Where the run of Han characters that starts here ends. */
    static int hanEnd(FoldedText text, int start) {
        int end = start;
        while (end < text.length() && Character.isIdeographic(text.codePointAt(end))) {
            end += Character.charCount(text.codePointAt(end));
        }
        return end;
    }

    FoldedText text() {
        return text;
    }

    /** Ascending. */
    List<Start> starts() {
        return runs.stream().flatMap(run -> run.starts().stream()).toList();
    }

    /** Whether an index is where the first of {@link #starts} is. */
    boolean isFirst(int at) {
        return !runs.isEmpty() && runs.getFirst().at == at;
    }

    /** The syllable of the Han character at this index; empty where it is unknown. */
    String syllable(int at) {
        return syllables().get(at);
    }

    /** The index of the character after the one at this index. */
    int next(int at) {
        return at + Character.charCount(text.codePointAt(at));
    }

    /** Part of the text in lower case. */
    String lower(int start, int end) {
        return Typing.lowerCase(text.substring(start, end));
    }

    /** Part of the folded text, {@code end} exclusive. */
    record Span(int start, int end) {}

    /** Where a token first matches; null where it does not. */
    @Nullable Span find(Typing.Token token) {
        Span found = token.han() ? findHan(token.text()) : findLiteral(token.text());
        if (found == null && token.isPinyin()) {
            String letters = Pinyin.key(token.text());
            found = findHan(true, (at, end) -> pinyinEnd(letters, at, end));
            if (found == null && token.text().length() >= TypedText.MIN_INITIALS) {
                found = findHan(true, (at, end) -> initialsEnd(token.text(), at, end));
            }
        }
        return found;
    }

    /** Several characters match anywhere, a single one where a word begins. */
    private @Nullable Span findHan(String token) {
        boolean single = token.codePointCount(0, token.length()) == 1;
        return findHan(single, (at, end) -> matches(token, at) ? at + token.length() : NO_MATCH);
    }

    /**
     * The first match in a run of Han characters.
     *
     * @param atWords whether it has to begin where a word does
     * @param match where a match that begins at an index of a run with that end ends; {@link #NO_MATCH} where none does
     */
    private @Nullable Span findHan(boolean atWords, IntBinaryOperator match) {
        for (Run run : runs) {
            for (int at = run.at; run.han && at < run.end; at = next(at)) {
                int end = match.applyAsInt(at, run.end);
                if (end != NO_MATCH && (!atWords || run.startsAt(at))) {
                    return new Span(at, end);
                }
            }
        }
        return null;
    }

    private @Nullable Span findLiteral(String token) {
        for (Run run : runs) {
            // Taking a name apart takes longer than a look whether there is room for the token.
            if (run.han || run.at + token.length() > run.end) {
                continue;
            }
            for (Start start : run.starts()) {
                int end = start.at() + token.length();
                if (end <= run.end && matches(token, start.at())) {
                    return new Span(start.at(), end);
                }
            }
        }
        return null;
    }

    /** Whether a token, which is in lower case, stands at an index. */
    private boolean matches(String token, int at) {
        if (at + token.length() > text.length()) {
            return false;
        }
        for (int i = 0; i < token.length(); i++) {
            if (Character.toLowerCase(text.charAt(at + i)) != token.charAt(i)) {
                return false;
            }
        }
        return true;
    }

    /** Letters that are the beginning of what is read from an index on; a syllable may still be incomplete. */
    private int pinyinEnd(String letters, int from, int end) {
        int typed = 0;
        for (int at = from; at < end; at = next(at)) {
            String syllable = syllable(at);
            // Only ü has two spellings.
            String key = syllable.indexOf('v') < 0 ? syllable : Pinyin.key(syllable);
            int length = Math.min(key.length(), letters.length() - typed);
            if (length == 0 || !letters.regionMatches(typed, key, 0, length)) {
                return NO_MATCH;
            }
            typed += length;
            if (typed == letters.length()) {
                return next(at);
            }
        }
        return NO_MATCH;
    }

    private int initialsEnd(String letters, int from, int end) {
        int typed = 0;
        for (int at = from; at < end; at = next(at)) {
            String syllable = syllable(at);
            if (syllable.isEmpty() || syllable.charAt(0) != letters.charAt(typed)) {
                return NO_MATCH;
            }
            typed++;
            if (typed == letters.length()) {
                return next(at);
            }
        }
        return NO_MATCH;
    }
}
