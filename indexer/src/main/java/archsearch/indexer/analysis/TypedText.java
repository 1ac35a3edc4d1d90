package archsearch.indexer.analysis;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A short text (a title, a tag) as it is found while somebody types: by the beginnings of its words and of the parts of names
 * such as {@code RocketMQ}, by any two adjacent Han characters, by the pinyin that starts at a Chinese word, and by its initials.
 *
 * <p>{@link #terms} says under which terms the text is indexed, {@link #match} whether and where something typed matches. A
 * text that {@link Typing#terms} does not lead to does not match; one that it leads to may still turn out not to match.
 * Immutable and thread-safe.
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

    private final WordStarts words;
    private final FoldedText text;

    private TypedText(String source) {
        this.words = new WordStarts(source);
        this.text = words.text();
    }

    /** Reads a text. */
    public static TypedText of(String source) {
        return new TypedText(source);
    }

    /**
     * The terms to index the text under, without repeats.
     *
     * @param minInitials fewest initials that find the text, at least 2; where texts are many, two find too much
     */
    public Set<String> terms(int minInitials) {
        Set<String> terms = new LinkedHashSet<>();
        List<WordStarts.Start> starts = words.starts();
        for (int i = 0; i < starts.size(); i++) {
            WordStarts.Start start = starts.get(i);
            if (start.han()) {
                addPairs(terms, starts, i);
                addHan(terms, start, i == 0, Math.max(MIN_INITIALS, minInitials));
            } else {
                addBeginnings(terms, words.lower(start.at(), start.end()), 1, i == 0);
            }
        }
        return terms;
    }

    private void addHan(Set<String> terms, WordStarts.Start start, boolean first, int minInitials) {
        int second = words.next(start.at());
        String single = text.substring(start.at(), second);
        terms.add(single);
        if (first) {
            terms.add(START + single);
            if (second < start.end()) {
                terms.add(START + text.substring(start.at(), words.next(second)));
            }
        }
        StringBuilder pinyin = new StringBuilder();
        StringBuilder initials = new StringBuilder();
        for (int at = start.at(); at < start.end() && initials.length() < MAX_GRAM; at = words.next(at)) {
            String syllable = words.syllable(at);
            if (syllable.isEmpty()) {
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
    private void addPairs(Set<String> terms, List<WordStarts.Start> starts, int i) {
        WordStarts.Start start = starts.get(i);
        int until = i + 1 < starts.size() ? Math.min(starts.get(i + 1).at(), start.end()) : start.end();
        for (int at = start.at(); at < until && words.next(at) < start.end(); at = words.next(at)) {
            terms.add(text.substring(at, words.next(words.next(at))));
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

    /** Where something typed matches this text; empty where it does not. Of several ways to read it, the one that explains most. */
    public Optional<TypedMatch> match(Typing typing) {
        return typing.readings().stream()
                .map(tokens -> match(typing, tokens))
                .flatMap(Optional::stream)
                .min(Comparator.comparing(TypedMatch::place).thenComparingInt(m -> -m.length()));
    }

    private Optional<TypedMatch> match(Typing typing, List<Typing.Token> tokens) {
        List<WordStarts.Span> ranges = new ArrayList<>();
        boolean atStart = false;
        for (Typing.Token token : tokens) {
            WordStarts.Span range = words.find(token);
            if (range == null) {
                return Optional.empty();
            }
            atStart |= ranges.isEmpty() && words.isFirst(range.start());
            ranges.add(range);
        }
        if (ranges.isEmpty()) {
            return Optional.empty();
        }
        TypedMatch.Place place = typing.isWhole(key())
                ? TypedMatch.Place.WHOLE
                : atStart ? TypedMatch.Place.START : TypedMatch.Place.INSIDE;
        return Optional.of(new TypedMatch(place, merged(ranges)));
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

    /** Ranges of the source, ascending, none touching another. */
    private List<TypedMatch.Range> merged(List<WordStarts.Span> spans) {
        List<TypedMatch.Range> merged = new ArrayList<>();
        spans.stream()
                .map(s -> new TypedMatch.Range(text.sourceStart(s.start()), text.sourceEnd(s.end() - 1)))
                .sorted(Comparator.comparingInt(TypedMatch.Range::start))
                .forEach(r -> {
                    TypedMatch.Range last = merged.isEmpty() ? null : merged.getLast();
                    if (last != null && r.start() <= last.end()) {
                        merged.set(
                                merged.size() - 1, new TypedMatch.Range(last.start(), Math.max(last.end(), r.end())));
                    } else {
                        merged.add(r);
                    }
                });
        return merged;
    }
}
