package archsearch.indexer.tags;

import archsearch.indexer.analysis.TextKey;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * The probability that a part of a line is a tag, before the other cards are looked at. A tag is thought to come from one of
 * three sources, and the probability is their weighted sum:
 *
 * <ul>
 *   <li>the card's own text: a phrase taken at random from title and summary, where known tags and phrases that look like one
 *       are taken more often ({@link TextEvidence});
 *   <li>the list of known tags, one as likely as the other;
 *   <li>a new tag: so many words, each drawn from the {@link Lexicon} or from the words of the card, written in one of the
 *       usual shapes of capitals ({@link Shapes}).
 * </ul>
 *
 * A fourth, the tags of the other cards, is added by {@link TagCounts}. A tag of the operator's dictionary gets a weight above
 * all that. The weights were set by reasoning about what they stand for; the shares of the sources, the worth of
 * known phrases and the lengths of Chinese tags were then varied on generated pages of many topics, where halving or doubling
 * one changed the share of right cards by less than half a per cent.
 */
final class TagScores {
    /** Shares of the sources. Two of three tags of a listing stand in the card's text; few are in no list and no text. */
    static final double FROM_TEXT = 0.45;

    static final double FROM_KNOWN = 0.25;
    static final double NEW = 0.20;

    /** The weight that a dictionary tag gets, by character: what is long does not stand in a line by chance. */
    private static final double DICTIONARY_PER_CHARACTER = Math.exp(2.5);

    /** The least weight of a part, so that five can be multiplied. */
    private static final double LEAST = 1e-50;

    /** How much more often a phrase of the text is taken as a tag than the average one. */
    private static final double WORTH_KNOWN = 6;

    private static final double WORTH_TAG_WORDS = 1;
    private static final double WORTH_OTHER = 0.3;

    /** Weight of a known tag in other capitals than the list has. */
    private static final double OTHER_CAPITALS = 0.25;

    /** Weight of a known tag with its last word in another form, {@code Unit Tests} for {@code Unit Testing}. */
    private static final double INFLECTED = 0.1;

    /** A shorter list does not make each of its names likelier. */
    private static final int MIN_KNOWN = 500;

    /** Chinese tags with a Latin name in them ({@code API网关}); the others end where the script changes. */
    private static final double MIXED_SCRIPT = 0.05;

    /** Numbers of words of tags, as counted on the known tags. */
    private static final double[] WORDS = {0, 0.50, 0.38, 0.09, 0.02, 0.006, 0.002, 0.0005};

    /** Numbers of Han characters of Chinese tags, as counted on the known tags. */
    private static final double[] HAN = {0, 0.01, 0.34, 0.14, 0.38, 0.06, 0.03, 0.008, 0.003, 0.001, 0.0005};

    private static final Set<String> SMALL_WORDS = Set.of(
            "a", "an", "and", "as", "at", "based", "by", "for", "from", "how", "in", "into", "is", "of", "on", "or",
            "over", "that", "the", "their", "this", "to", "using", "via", "vs", "what", "when", "why", "with", "your",
            "its", "are");
    private static final double SMALL_WORD_AT_END = 0.01;

    private final Map<String, String> known = new HashMap<>();
    private final Set<String> knownStems = new HashSet<>();
    private final double latin;
    private final double han;
    private final TagDictionary dictionary;
    private final Lexicon lexicon;
    private final Shapes shapes;

    TagScores(KnownTags tags, TagDictionary dictionary, Lexicon lexicon) {
        for (String name : tags.names()) {
            String key = TextKey.of(name);
            known.put(key, name);
            knownStems.add(stemmed(key));
        }
        long chinese = known.keySet().stream().filter(TagScores::hasHan).count();
        han = FROM_KNOWN / Math.max(MIN_KNOWN, chinese);
        latin = FROM_KNOWN / Math.max(MIN_KNOWN, known.size() - chinese);
        this.dictionary = dictionary;
        this.lexicon = lexicon;
        this.shapes = new Shapes(lexicon);
    }

    /** The weight of the part; not below {@link #LEAST}, above 1 only for tags of the dictionary. */
    double weight(Line line, TextEvidence evidence, int start, int end) {
        String part = line.text.substring(start, end);
        if (dictionary.tags().contains(part)) {
            return Math.min(1e50, Math.pow(DICTIONARY_PER_CHARACTER, part.length()));
        }
        String key = line.key(start, end);
        String spelling = known.get(key);
        double shape = shapes.probability(line, start, end);
        double p = NEW * shape * newTag(line, evidence, start, end);
        double phrase = evidence.phrase(start, end);
        if (spelling != null) {
            double capitals = spelling.equals(part) ? 1 : OTHER_CAPITALS * tooShort(line, start, end);
            p += capitals * ((hasHan(key) ? han : latin) + FROM_TEXT * WORTH_KNOWN * phrase);
        } else if (phrase > 0) {
            p += FROM_TEXT * phrase * worth(line, start, end) * shape;
        }
        if (spelling == null && Character.isLetter(key.charAt(0)) && knownStems.contains(stemmed(key))) {
            p += INFLECTED * latin * shape;
        }
        return Math.max(LEAST, p);
    }

    private static boolean hasHan(String key) {
        return key.codePoints().anyMatch(Line::isHan);
    }

    /** The key with the stem of its last word. */
    private static String stemmed(String key) {
        int at = key.lastIndexOf(' ') + 1;
        return key.substring(0, at) + Stem.of(key.substring(at));
    }

    private double worth(Line line, int start, int end) {
        boolean tagWords = true;
        String first = "";
        String last = "";
        for (int i = start; i < end; ) {
            if (line.isGap(i)) {
                i++;
                continue;
            }
            int to = line.wordEnd(i, end);
            last = line.key(i, to);
            first = first.isEmpty() ? last : first;
            tagWords &= line.isHanAt(i) || lexicon.isTagWord(last);
            i = to;
        }
        double worth = tagWords ? WORTH_TAG_WORDS : WORTH_OTHER;
        return worth * smallWords(first, last) * tooShort(line, start, end);
    }

    private static double smallWords(String first, String last) {
        return (SMALL_WORDS.contains(first) ? SMALL_WORD_AT_END : 1)
                * (SMALL_WORDS.contains(last) ? SMALL_WORD_AT_END : 1);
    }

    /** Fragments of a letter or two explain nearly any line, but only known names are that short. */
    private static double tooShort(Line line, int start, int end) {
        boolean lower = Character.isLowerCase(line.text.charAt(end - 1));
        return switch (end - start) {
            case 1 -> 0.001;
            case 2 -> lower ? 0.01 : 0.3;
            case 3 -> lower ? 0.1 : 1;
            default -> 1;
        };
    }

    private double newTag(Line line, TextEvidence evidence, int start, int end) {
        double p = 1;
        int words = 0;
        int han = 0;
        String first = "";
        String last = "";
        for (int i = start; i < end; ) {
            if (line.isGap(i)) {
                i++;
                continue;
            }
            int to = line.wordEnd(i, end);
            String word = line.key(i, to);
            if (line.isHanAt(i)) {
                han += to - i;
                p *= lexicon.han(word);
            } else {
                words++;
                p *= evidence.word(i, to, lexicon);
            }
            last = word;
            first = first.isEmpty() ? word : first;
            i = to;
        }
        p *= words > 0 && han > 0 ? MIXED_SCRIPT : 1;
        p *= words == 0 ? 1 : WORDS[Math.min(words, WORDS.length - 1)];
        p *= han == 0 ? 1 : HAN[Math.min(han, HAN.length - 1)];
        return p * smallWords(first, last) * (han > 0 ? 1 : tooShort(line, start, end));
    }
}
