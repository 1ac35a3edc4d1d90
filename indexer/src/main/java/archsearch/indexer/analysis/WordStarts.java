package archsearch.indexer.analysis;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A folded text and the places in it where something typed may begin to match, with the readings of its Han characters. */
final class WordStarts {
    /** Words of a text that are looked at; no title that means something has more. */
    private static final int MAX_STARTS = 100;

    private final FoldedText text;
    private final List<Start> starts = new ArrayList<>();
    /** The syllable of each Han character, by its index in the folded text; null elsewhere. */
    private final @Nullable String[] syllables;

    WordStarts(String source) {
        this.text = FoldedText.of(source);
        this.syllables = new String[text.length()];
        readStarts();
        readSyllables(source);
    }

    /** A place where typing may begin to match: the beginning of a word, or of a part of a name. */
    record Start(int at, int end, boolean han) {}

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

    FoldedText text() {
        return text;
    }

    /** Ascending. */
    List<Start> starts() {
        return starts;
    }

    /** The syllable of the Han character at this index; empty where it is unknown. */
    String syllable(int at) {
        String syllable = syllables[at];
        return syllable == null ? "" : syllable;
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
            found = findPinyin(Pinyin.key(token.text()));
            if (found == null && token.text().length() >= TypedText.MIN_INITIALS) {
                found = findInitials(token.text());
            }
        }
        return found;
    }

    private @Nullable Span findHan(String token) {
        boolean single = token.codePointCount(0, token.length()) == 1;
        for (Start start : starts) {
            if (start.han()) {
                int until = single ? start.at() + 1 : start.end();
                for (int at = start.at(); at < until; at = next(at)) {
                    if (matches(token, at)) {
                        return new Span(at, at + token.length());
                    }
                }
            }
        }
        return null;
    }

    private @Nullable Span findLiteral(String token) {
        for (Start start : starts) {
            if (!start.han() && start.at() + token.length() <= start.end() && matches(token, start.at())) {
                return new Span(start.at(), start.at() + token.length());
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
    private @Nullable Span findPinyin(String letters) {
        for (Start start : starts) {
            int typed = 0;
            for (int at = start.at(); start.han() && at < start.end(); at = next(at)) {
                String syllable = Pinyin.key(syllable(at));
                int length = Math.min(syllable.length(), letters.length() - typed);
                if (length == 0 || !letters.startsWith(syllable.substring(0, length), typed)) {
                    break;
                }
                typed += length;
                if (typed == letters.length()) {
                    return new Span(start.at(), next(at));
                }
            }
        }
        return null;
    }

    private @Nullable Span findInitials(String letters) {
        for (Start start : starts) {
            int typed = 0;
            for (int at = start.at(); start.han() && at < start.end(); at = next(at)) {
                String syllable = syllable(at);
                if (syllable.isEmpty() || syllable.charAt(0) != letters.charAt(typed)) {
                    break;
                }
                typed++;
                if (typed == letters.length()) {
                    return new Span(start.at(), next(at));
                }
            }
        }
        return null;
    }
}
