package archsearch.searcher.query;

import archsearch.indexer.analysis.TechText;
import archsearch.indexer.analysis.Token;
import java.util.ArrayList;
import java.util.List;

/**
 * The smallest piece of a text that terms are made of: a Han character, or a word or name in other letters.
 *
 * @param term its indexed form
 * @param start where it starts in its text, in UTF-16 units
 * @param end where it ends, exclusive
 * @param isHan whether it is a Han character
 * @param startsWord whether a word begins here
 * @param endsWord whether a word ends here
 */
record TextElement(String term, int start, int end, boolean isHan, boolean startsWord, boolean endsWord) {
    /** The elements of a text in order; empty where it is only punctuation. */
    static List<TextElement> of(String text) {
        List<TextElement> elements = new ArrayList<>();
        for (Token token : TechText.words(text)) {
            boolean sameLength = token.end() - token.start() == token.term().length();
            if (token.kind() == Token.Kind.HAN && sameLength) {
                addCharacters(token, elements);
            } else {
                // Also a Chinese word in characters that folding makes shorter; such are rare, and stay whole.
                elements.add(new TextElement(token.term(), token.start(), token.end(), false, true, true));
            }
        }
        return elements;
    }

    private static void addCharacters(Token word, List<TextElement> elements) {
        String term = word.term();
        for (int i = 0; i < term.length(); ) {
            int next = i + Character.charCount(term.codePointAt(i));
            elements.add(new TextElement(
                    term.substring(i, next),
                    word.start() + i,
                    word.start() + next,
                    true,
                    i == 0,
                    next == term.length()));
            i = next;
        }
    }
}
