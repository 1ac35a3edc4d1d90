package archsearch.indexer.analysis;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What somebody has typed so far: tokens of which each may be unfinished. It may be read in more than one way, since an input
 * method puts spaces or apostrophes between syllables: {@code fen bu} is two words or the beginning of 分布式. Immutable.
 */
public final class Typing {
    /** Tokens that are looked at; nobody waits for suggestions beyond. */
    private static final int MAX_TOKENS = 12;
    /** Tokens whose terms are looked up; the others are checked at the texts found. */
    private static final int MAX_TERM_TOKENS = 6;
    /** Characters of a Han run whose pairs are looked up. */
    private static final int MAX_TERM_CHARACTERS = 16;
    /** Characters that are looked at, longer than any title worth completing. */
    private static final int MAX_LENGTH = 200;

    private final String key;
    private final List<List<Token>> readings;

    private Typing(String key, List<List<Token>> readings) {
        this.key = key;
        this.readings = readings;
    }

    /** Reads what was typed. What lies beyond 200 characters or 12 words is not looked at. */
    public static Typing of(String typed) {
        String head = typed.length() <= MAX_LENGTH ? typed : typed.substring(0, MAX_LENGTH);
        FoldedText text = FoldedText.of(head);
        List<Token> tokens = new ArrayList<>();
        for (int at = 0; at < text.length() && tokens.size() < MAX_TOKENS; ) {
            int end = at;
            if (Character.isIdeographic(text.codePointAt(at))) {
                end = WordStarts.hanEnd(text, at);
                tokens.add(new Token(text.substring(at, end), true));
            } else if (CodeTerm.startsAt(text, at)) {
                CodeTerm term = CodeTerm.at(text, at);
                tokens.add(new Token(lowerCase(text.substring(at, term.end())), false));
                end = term.next();
            }
            at = end > at ? end : at + Character.charCount(text.codePointAt(at));
        }
        return new Typing(TextKey.of(text.substring(0, text.length())), readings(tokens));
    }

    /** The tokens as they are, then with the last ones joined to pinyin: of two, of three, and so on. */
    private static List<List<Token>> readings(List<Token> tokens) {
        List<List<Token>> readings = new ArrayList<>();
        if (!tokens.isEmpty()) {
            readings.add(List.copyOf(tokens));
        }
        for (int from = tokens.size() - 2; from >= 0 && tokens.get(from).isSyllables(); from--) {
            if (!tokens.getLast().isBeginningOfSyllables()) {
                break;
            }
            String joined = tokens.subList(from, tokens.size()).stream()
                    .map(Token::text)
                    .collect(Collectors.joining());
            readings.add(Stream.concat(tokens.subList(0, from).stream(), Stream.of(new Token(joined, false)))
                    .toList());
        }
        return readings;
    }

    /** Whether there is nothing in it that could match. */
    public boolean isEmpty() {
        return readings.isEmpty();
    }

    /** The ways to read it, the likeliest first. */
    List<List<Token>> readings() {
        return readings;
    }

    /** Whether a whole text was typed, given its {@link TypedText#key}. */
    boolean isWhole(String textKey) {
        return textKey.equals(key);
    }

    /**
     * The terms to look up, of {@link TypedText#terms}: one list for each way to read what was typed; a text has to have every
     * term of a list to match that way.
     *
     * @param place {@code WHOLE} for {@link TypedText#wholeTerm}, {@code START} for texts that begin with what was typed
     *     first, {@code INSIDE} for all
     */
    public List<List<String>> terms(TypedMatch.Place place) {
        if (place == TypedMatch.Place.WHOLE) {
            return List.of(List.of(TypedText.WHOLE + key));
        }
        return readings.stream().map(tokens -> terms(tokens, place)).toList();
    }

    private static List<String> terms(List<Token> tokens, TypedMatch.Place place) {
        // Without repeats, in order.
        Set<String> terms = new LinkedHashSet<>();
        int others = 0;
        if (place == TypedMatch.Place.START) {
            Token first = tokens.getFirst();
            String beginning = first.beginning(TypedText.MAX_START_GRAM);
            terms.add(TypedText.START + beginning);
            // A text that begins with all of the token has the token's own term, too.
            others = beginning.equals(first.text()) ? 1 : 0;
        }
        tokens.stream().limit(MAX_TERM_TOKENS).skip(others).forEach(token -> token.addTerms(terms));
        return List.copyOf(terms);
    }

    /** Code unit by code unit, so that indexes stay what they are. */
    static String lowerCase(String text) {
        StringBuilder lower = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            lower.append(Character.toLowerCase(text.charAt(i)));
        }
        return lower.toString();
    }

    /** A word, the beginning of one, or a run of Han characters; lower-case. */
    record Token(String text, boolean han) {
        boolean isPinyin() {
            return !Pinyin.key(text).isEmpty();
        }

        boolean isSyllables() {
            return isPinyin() && PinyinSyllables.cut(text) == text.length();
        }

        boolean isBeginningOfSyllables() {
            return isPinyin() && text.length() - PinyinSyllables.cut(text) < PinyinSyllables.LONGEST;
        }

        String beginning(int max) {
            int length = Math.min(text.length(), han ? text.offsetByCodePoints(0, Math.min(2, codePoints())) : max);
            return text.substring(0, length);
        }

        private int codePoints() {
            return text.codePointCount(0, text.length());
        }

        /** All pairs of adjacent characters of a Han run, else the beginning. */
        void addTerms(Set<String> terms) {
            if (!han || codePoints() == 1) {
                terms.add(beginning(TypedText.MAX_GRAM));
                return;
            }
            int[] chars = text.codePoints().limit(MAX_TERM_CHARACTERS).toArray();
            for (int i = 0; i + 1 < chars.length; i++) {
                terms.add(new String(chars, i, 2));
            }
        }
    }
}
