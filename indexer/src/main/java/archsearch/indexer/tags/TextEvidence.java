package archsearch.indexer.tags;

/**
 * Where the parts of a tag line stand in the card's own text. For each part it says how often, weighed down where the text has
 * it only in another form.
 */
final class TextEvidence {
    /** A text that has the phrase with its last word in another form: {@code cached data} for {@code cache data}. */
    private static final double INFLECTED = 0.3;

    /** A text that spells it without a space: {@code filesystem} for {@code File System}. */
    private static final double SQUEEZED = 0.3;

    /** A text that spells it with a space: {@code flash sale} for {@code flashsale}, but more likely two tags met there. */
    private static final double SPREAD = 0.01;

    /** A text that spells the abbreviation out, or abbreviates the phrase. */
    private static final double ABBREVIATED = 0.3;

    /** Tags are about as often taken from the title as from the summary, though the title is far shorter. */
    private static final double OF_TITLE = 0.5;

    /** Phrases that could be tags for each word: of one, two, three and more words. */
    private static final double PHRASES = 2.5;

    /** Share of words of a new tag that are words of the card's text. */
    private static final double WORD_FROM_TEXT = 0.25;

    private final Line line;
    private final double[] found;
    private final double[] words;
    private final TextWords[] sources;

    TextEvidence(Line line, TextWords title, TextWords summary) {
        this.line = line;
        sources = new TextWords[] {title, summary};
        found = new double[(line.length() + 1) * (Line.MAX_TAG + 1)];
        words = new double[found.length];
        addPhrases(title, OF_TITLE);
        addPhrases(summary, 1 - OF_TITLE);
    }

    /** The probability that a phrase taken at random from the card's text is this part; 0 where the text does not have it. */
    double phrase(int start, int end) {
        return found[at(start, end)];
    }

    /** The probability of a word of a new tag, between two positions: one of the lexicon, or a form of a word of the text. */
    double word(int start, int end, Lexicon lexicon) {
        int at = at(start, end);
        if (words[at] == 0) {
            String word = line.key(start, end);
            words[at] = (1 - WORD_FROM_TEXT) * lexicon.word(word) + WORD_FROM_TEXT * ofText(word);
        }
        return words[at];
    }

    private double ofText(String word) {
        String stem = Stem.of(word);
        double p = 0;
        for (TextWords source : sources) {
            if (source.hasStem(stem)) {
                p += 0.5 / (source.size() + 5);
            }
        }
        return p;
    }

    private static int at(int start, int end) {
        return start * (Line.MAX_TAG + 1) + end - start;
    }

    private void addPhrases(TextWords text, double share) {
        if (text.size() == 0) {
            return;
        }
        double unit = share / (PHRASES * (text.size() + 3));
        for (int s = 0; s < line.length(); s++) {
            if (line.border(s) && line.keyAt(s) < line.key.length() && !line.isGap(s)) {
                for (int w : text.wordsAt(line.key.charAt(line.keyAt(s)))) {
                    follow(text, s, w, unit);
                }
                if (Character.isUpperCase(line.text.charAt(s))) {
                    addAbbreviations(text, s, unit);
                }
            }
        }
    }

    /** Walks along line and text while they agree, and marks each place where both may end. */
    private void follow(TextWords text, int s, int firstWord, double unit) {
        int k = line.keyAt(s);
        int t = text.start[firstWord];
        int word = firstWord;
        int position = s;
        int limit = Math.min(line.length(), s + Line.MAX_TAG);
        double weight = unit;
        markInflected(text, s, s, word, weight, limit);
        while (position < limit && k < line.key.length() && t < text.key.length()) {
            char a = line.key.charAt(k);
            char b = text.key.charAt(t);
            if (a == b) {
                k++;
                t++;
            } else if (a == ' ' && wordStart(text, t) >= 0) {
                k++;
                weight = unit * SQUEEZED;
            } else if (b == ' ') {
                t++;
                weight = unit * SPREAD;
            } else {
                return;
            }
            while (position < limit && line.keyAt(position) < k) {
                position++;
            }
            if (line.keyAt(position) != k) {
                continue;
            }
            while (word < text.size() && text.end[word] < t) {
                word++;
            }
            if (line.border(position) && word < text.size() && text.end[word] == t) {
                found[at(s, position)] += weight;
            }
            int next = wordStart(text, t);
            if (next > firstWord && position < limit && (a == ' ' || b == ' ')) {
                markInflected(text, s, position, next, weight, limit);
            }
        }
    }

    private static int wordStart(TextWords text, int t) {
        int w = java.util.Arrays.binarySearch(text.start, t);
        return w >= 0 ? w : -1;
    }

    /** Marks the parts from {@code s} whose last word starts at {@code from} and is another form of the text's word. */
    private void markInflected(TextWords text, int s, int from, int word, double weight, int limit) {
        if (line.isHanAt(from)) {
            return;
        }
        String stem = text.stem[word];
        String exact = text.key.substring(text.start[word], text.end[word]);
        if (stem.length() < 3 || stem.charAt(0) < 'a' || stem.charAt(0) > 'z') {
            return;
        }
        if (!line.key.startsWith(stem.substring(0, 3), line.keyAt(from))) {
            return;
        }
        int most = Math.min(line.wordEnd(from, limit), from + exact.length() + 8);
        for (int e = from + 3; e <= most; e++) {
            if (line.border(e)) {
                String part = line.key(from, e);
                if (!part.equals(exact) && Stem.of(part).equals(stem)) {
                    found[at(s, e)] += weight * INFLECTED;
                }
            }
        }
    }

    private void addAbbreviations(TextWords text, int s, double unit) {
        int limit = Math.min(line.length(), s + Line.MAX_TAG);
        StringBuilder initials = new StringBuilder();
        for (int e = s + 1; e <= limit && e <= s + 6 && Character.isUpperCase(line.text.charAt(e - 1)); e++) {
            if (e >= s + 3 && line.border(e) && text.hasInitials(line.key(s, e))) {
                found[at(s, e)] += unit * ABBREVIATED;
            }
        }
        for (int i = s; i < limit; i++) {
            if ((i == s || line.isGap(i - 1)) && !line.isGap(i) && line.keyAt(i) < line.key.length()) {
                initials.append(line.key.charAt(line.keyAt(i)));
            }
            if (initials.length() >= 3 && line.border(i + 1) && text.hasStem(initials.toString())) {
                found[at(s, i + 1)] += unit * ABBREVIATED;
            }
        }
    }
}
