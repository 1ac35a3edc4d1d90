package archsearch.indexer.analysis;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A short text (a title, a tag) as it is found while somebody types: by the beginnings of its words and of the parts of names
 * such as {@code RocketMQ}, by any two adjacent Han characters, by the pinyin that starts at a Chinese word, and by its initials.
 *
 * <p>{@link #terms} says under which terms the text is indexed, {@link #match} whether and where something typed matches. A
 * text that {@link Typing#terms} does not lead to does not match; one that it leads to may still turn out not to match.
 * Immutable.
 */
public final class TypedText {
    /** Precedes a term that is a beginning of the whole text. No token starts with it. */
    static final char START = '^';
    /** Precedes the term of a whole text. */
    static final char WHOLE = '=';
    /** Longest beginning of a word that is a term; what is typed beyond it is checked by {@link #match}. */
    static final int MAX_GRAM = 8;
    /** The same for beginnings of the whole text. */
    static final int MAX_START_GRAM = 5;
    /** Fewest letters that are taken for initials; fewer match about everything. */
    static final int MIN_INITIALS = 2;

    private static final int MAX_INITIALS = 5;
    /** Words of a text that are looked at; no title that means something has more. */
    private static final int MAX_STARTS = 100;

    private final FoldedText text;
    private final List<Start> starts = new ArrayList<>();
    /** The reading of each Han character in {@link Pinyin#key} form, by its index in the folded text; null elsewhere. */
    private final @Nullable String[] syllables;

    private TypedText(String source) {
        this.text = FoldedText.of(source);
        this.syllables = new String[text.length()];
        readStarts();
        readSyllables(source);
    }

    /** Reads a text. */
    public static TypedText of(String source) {
        return new TypedText(source);
    }

    /** A place where typing may begin to match: the beginning of a word, or of a part of a name. */
    private record Start(int at, int end, boolean han) {}

    private void readStarts() {
        for (int at = 0; at < text.length() && starts.size() < MAX_STARTS; ) {
            if (Character.isIdeographic(text.codePointAt(at))) {
                int end = hanEnd(text, at);
                for (String word : HanSegmenter.parts(text.substring(at, end))) {
                    starts.add(new Start(at, end, true));
                    at += word.length();
                }
            } else if (CodeTerm.startsAt(text, at)) {
                CodeTerm term = CodeTerm.at(text, at);
                int end = term.end();
                starts.add(new Start(at, end, false));
                int from = at;
                term.parts().stream()
                        .filter(part -> part.start() > from)
                        .forEach(part -> starts.add(new Start(part.start(), end, false)));
                at = term.next();
            } else {
                at += Character.charCount(text.codePointAt(at));
            }
        }
    }

    private void readSyllables(String source) {
        if (starts.stream().noneMatch(Start::han)) {
            return;
        }
        List<String> read = Pinyin.of(source).syllables();
        int next = 0;
        for (int at = 0; at < text.length(); at += Character.charCount(text.codePointAt(at))) {
            if (Character.isIdeographic(text.codePointAt(at))) {
                syllables[at] = read.get(next++);
            }
        }
    }

    /** Where the run of Han characters that starts here ends. */
    static int hanEnd(FoldedText text, int start) {
        int end = start;
        while (end < text.length() && Character.isIdeographic(text.codePointAt(end))) {
            end += Character.charCount(text.codePointAt(end));
        }
        return end;
    }

    /**
     * The terms to index the text under, without repeats.
     *
     * @param minInitials fewest initials that find the text, at least 2; where texts are many, two find too much
     */
    public Set<String> terms(int minInitials) {
        Set<String> terms = new LinkedHashSet<>();
        for (int i = 0; i < starts.size(); i++) {
            Start start = starts.get(i);
            if (start.han()) {
                addPairs(terms, i);
                addHan(terms, start, i == 0, Math.max(MIN_INITIALS, minInitials));
            } else {
                addBeginnings(terms, lower(start.at(), start.end()), 1, i == 0);
            }
        }
        return terms;
    }

    private void addHan(Set<String> terms, Start start, boolean first, int minInitials) {
        int second = next(start.at());
        String single = text.substring(start.at(), second);
        terms.add(single);
        if (first) {
            terms.add(START + single);
            if (second < start.end()) {
                terms.add(START + text.substring(start.at(), next(second)));
            }
        }
        StringBuilder pinyin = new StringBuilder();
        StringBuilder initials = new StringBuilder();
        for (int at = start.at(); at < start.end() && initials.length() < MAX_GRAM; at = next(at)) {
            String syllable = syllables[at];
            if (syllable == null || syllable.isEmpty()) {
                break;
            }
            pinyin.append(syllable);
            initials.append(syllable.charAt(0));
        }
        addBeginnings(terms, pinyin.toString(), 1, first);
        // Both spellings of ü are typed.
        addBeginnings(terms, Pinyin.key(pinyin.toString()), 1, first);
        addBeginnings(terms, initials.substring(0, Math.min(MAX_INITIALS, initials.length())), minInitials, first);
    }

    /** The pairs of adjacent characters from one word's beginning to the next one's. */
    private void addPairs(Set<String> terms, int i) {
        Start start = starts.get(i);
        int until = i + 1 < starts.size() ? Math.min(starts.get(i + 1).at(), start.end()) : start.end();
        for (int at = start.at(); at < until && next(at) < start.end(); at = next(at)) {
            terms.add(text.substring(at, next(next(at))));
        }
    }

    private static void addBeginnings(Set<String> terms, String word, int min, boolean first) {
        for (int length = min; length <= Math.min(word.length(), MAX_GRAM); length++) {
            terms.add(word.substring(0, length));
            if (first && length <= MAX_START_GRAM) {
                terms.add(START + word.substring(0, length));
            }
        }
    }

    private int next(int at) {
        return at + Character.charCount(text.codePointAt(at));
    }

    private String lower(int start, int end) {
        return Typing.lowerCase(text.substring(start, end));
    }

    /** Where something typed matches this text; empty where it does not. Of several ways to read it, the one that explains most. */
    public Optional<Match> match(Typing typing) {
        return typing.readings().stream()
                .map(tokens -> match(typing, tokens))
                .flatMap(Optional::stream)
                .min(Comparator.comparing(Match::place).thenComparing(m -> -m.length()));
    }

    private Optional<Match> match(Typing typing, List<Typing.Token> tokens) {
        List<Range> ranges = new ArrayList<>();
        boolean atStart = false;
        for (Typing.Token token : tokens) {
            Range range = find(token);
            if (range == null) {
                return Optional.empty();
            }
            atStart |= ranges.isEmpty() && range.start() == starts.getFirst().at();
            ranges.add(range);
        }
        if (ranges.isEmpty()) {
            return Optional.empty();
        }
        Match.Place place =
                typing.isWhole(key()) ? Match.Place.WHOLE : atStart ? Match.Place.START : Match.Place.INSIDE;
        return Optional.of(new Match(place, merged(ranges)));
    }

    /**
     * The one more term that finds a text by all of it; not among {@link #terms}, since where texts are long it is worth less
     * than it takes.
     */
    public String wholeTerm() {
        return WHOLE + key();
    }

    /** The form in which whole texts are compared. */
    public String key() {
        return TextKey.of(text.substring(0, text.length()));
    }

    private record Range(int start, int end) {}

    private @Nullable Range find(Typing.Token token) {
        Range found = token.han() ? findHan(token.text()) : findLiteral(token.text());
        if (found == null && token.isPinyin()) {
            found = findPinyin(Pinyin.key(token.text()));
            if (found == null && token.text().length() >= MIN_INITIALS) {
                found = findInitials(token.text());
            }
        }
        return found;
    }

    private @Nullable Range findHan(String token) {
        boolean single = token.codePointCount(0, token.length()) == 1;
        for (Start start : starts) {
            if (start.han()) {
                int until = single ? start.at() + 1 : start.end();
                for (int at = start.at(); at < until; at = next(at)) {
                    if (matches(token, at)) {
                        return new Range(at, at + token.length());
                    }
                }
            }
        }
        return null;
    }

    private @Nullable Range findLiteral(String token) {
        for (Start start : starts) {
            if (!start.han() && start.at() + token.length() <= start.end() && matches(token, start.at())) {
                return new Range(start.at(), start.at() + token.length());
            }
        }
        return null;
    }

    private boolean matches(String token, int at) {
        if (at + token.length() > text.length()) {
            return false;
        }
        return lower(at, at + token.length()).equals(token);
    }

    /** Letters that are the beginning of what is read from a word on; a syllable may still be incomplete. */
    private @Nullable Range findPinyin(String letters) {
        for (Start start : starts) {
            int typed = 0;
            for (int at = start.at(); start.han() && at < start.end(); at = next(at)) {
                String syllable = syllables[at] == null ? "" : Pinyin.key(syllables[at]);
                int length = Math.min(syllable.length(), letters.length() - typed);
                if (length == 0 || !letters.startsWith(syllable.substring(0, length), typed)) {
                    break;
                }
                typed += length;
                if (typed == letters.length()) {
                    return new Range(start.at(), next(at));
                }
            }
        }
        return null;
    }

    private @Nullable Range findInitials(String letters) {
        for (Start start : starts) {
            int typed = 0;
            for (int at = start.at(); start.han() && at < start.end(); at = next(at)) {
                String syllable = syllables[at];
                if (syllable == null || syllable.isEmpty() || syllable.charAt(0) != letters.charAt(typed)) {
                    break;
                }
                typed++;
                if (typed == letters.length()) {
                    return new Range(start.at(), next(at));
                }
            }
        }
        return null;
    }

    /** Ranges of the source, ascending, none touching another. */
    private List<Match.Range> merged(List<Range> ranges) {
        List<Match.Range> merged = new ArrayList<>();
        ranges.stream()
                .map(r -> new Match.Range(text.sourceStart(r.start()), text.sourceEnd(r.end() - 1)))
                .sorted()
                .forEach(r -> {
                    Match.Range last = merged.isEmpty() ? null : merged.getLast();
                    if (last != null && r.start() <= last.end()) {
                        merged.set(merged.size() - 1, new Match.Range(last.start(), Math.max(last.end(), r.end())));
                    } else {
                        merged.add(r);
                    }
                });
        return merged;
    }

    /**
     * A match of something typed.
     *
     * @param place how much of the text it is
     * @param ranges the parts of the text that match, ascending, none touching another
     */
    public record Match(Place place, List<Range> ranges) {
        public Match {
            ranges = List.copyOf(ranges);
        }

        private int length() {
            return ranges.stream().mapToInt(r -> r.end() - r.start()).sum();
        }

        /** How much of a text matches; the better first. */
        public enum Place {
            /** All of it was typed. */
            WHOLE,
            /** The first thing typed is its beginning. */
            START,
            /** Anything else. */
            INSIDE
        }

        /** Part of a text in UTF-16 units, {@code end} exclusive. */
        public record Range(int start, int end) implements Comparable<Range> {
            @Override
            public int compareTo(Range other) {
                return start != other.start ? Integer.compare(start, other.start) : Integer.compare(end, other.end);
            }
        }
    }
}
