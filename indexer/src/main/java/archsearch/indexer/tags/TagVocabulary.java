package archsearch.indexer.tags;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.Reader;
import java.io.Writer;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Tags and how many cards carry them, kept as text with the index so that a later update splits with what was learned
 * before. Immutable.
 */
public final class TagVocabulary {
    /** Most tags kept: the rarest go first. */
    public static final int MAX_TAGS = 200_000;

    private static final String HEAD = "archsearch-tags 1";
    private static final TagVocabulary EMPTY = new TagVocabulary(Map.of());

    private final Map<String, Double> counts;

    private TagVocabulary(Map<String, Double> counts) {
        this.counts = counts;
    }

    /** A vocabulary without a tag. */
    public static TagVocabulary empty() {
        return EMPTY;
    }

    /**
     * A vocabulary of these counts, for instance of the articles of dumps that list their tags one by one. Tags that are
     * blank, longer than a line or hold a line end or tab are left out, and so are counts that are not above 0.
     */
    public static TagVocabulary of(Map<String, ? extends Number> counts) {
        Map<String, Double> kept = new HashMap<>();
        counts.forEach((tag, count) -> {
            double value = count.doubleValue();
            if (isTag(tag) && value > 0 && Double.isFinite(value)) {
                kept.put(tag, value);
            }
        });
        return kept.size() > MAX_TAGS ? new TagVocabulary(mostFrequent(kept)) : new TagVocabulary(Map.copyOf(kept));
    }

    private static Map<String, Double> mostFrequent(Map<String, Double> counts) {
        Map<String, Double> kept = new HashMap<>();
        sorted(counts).limit(MAX_TAGS).forEach(e -> kept.put(e.getKey(), e.getValue()));
        return Map.copyOf(kept);
    }

    private static java.util.stream.Stream<Map.Entry<String, Double>> sorted(Map<String, Double> counts) {
        return counts.entrySet().stream()
                .sorted(Map.Entry.<String, Double>comparingByValue(Comparator.reverseOrder())
                        .thenComparing(Map.Entry.comparingByKey()));
    }

    private static boolean isTag(String tag) {
        return !tag.isBlank()
                && tag.length() <= GluedTags.MAX_LINE
                && tag.chars().noneMatch(Character::isISOControl);
    }

    /** The sum of both. */
    public TagVocabulary mergedWith(TagVocabulary other) {
        if (other.counts.isEmpty()) {
            return this;
        }
        Map<String, Double> sum = new HashMap<>(counts);
        other.counts.forEach((tag, count) -> sum.merge(tag, count, Double::sum));
        return of(sum);
    }

    /** How many cards carry the tag; a fraction where splits were unsure, 0 for an unknown tag. */
    public double count(String tag) {
        return counts.getOrDefault(tag, 0.0);
    }

    /** The counts of all tags, all above 0, without order; unmodifiable. */
    public Map<String, Double> counts() {
        return counts;
    }

    /** Writes the vocabulary as text, the most frequent tag first; the writer stays open. */
    public void write(Writer out) throws IOException {
        out.write(HEAD + "\n");
        for (Map.Entry<String, Double> e : (Iterable<Map.Entry<String, Double>>) sorted(counts)::iterator) {
            out.write(String.format(Locale.ROOT, "%s\t%s%n", e.getValue(), e.getKey())
                    .replace("\r\n", "\n"));
        }
    }

    /**
     * Reads what {@link #write} wrote; the reader stays open.
     *
     * @throws IOException if the text is of another form; the message names the line
     */
    public static TagVocabulary read(Reader in) throws IOException {
        BufferedReader lines = new BufferedReader(in);
        String head = lines.readLine();
        if (!HEAD.equals(head)) {
            throw new IOException("tag vocabulary, line 1: found \"" + head + "\", expected \"" + HEAD
                    + "\"; reindex to write it anew");
        }
        Map<String, Double> counts = new HashMap<>();
        int number = 1;
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            number++;
            List<String> parts = List.of(line.split("\t", -1));
            double count = parts.size() == 2 ? number(parts.get(0)) : -1;
            if (!(count > 0) || !Double.isFinite(count) || !isTag(parts.get(1))) {
                throw new IOException("tag vocabulary, line " + number + ": found \"" + line
                        + "\", expected a count above 0, a tab and a tag; reindex to write it anew");
            }
            if (counts.size() < MAX_TAGS) {
                counts.merge(parts.get(1), count, Double::sum);
            }
        }
        return of(counts);
    }

    private static double number(String text) {
        try {
            return Double.parseDouble(text);
        } catch (NumberFormatException e) {
            return -1;
        }
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof TagVocabulary that && counts.equals(that.counts);
    }

    @Override
    public int hashCode() {
        return counts.hashCode();
    }

    @Override
    public String toString() {
        return "TagVocabulary of " + counts.size() + " tags";
    }
}
