package archsearch.indexer.reposts;

import archsearch.indexer.analysis.TechText;
import archsearch.indexer.analysis.TextKey;
import archsearch.indexer.analysis.Token;
import archsearch.indexer.article.Article;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What of an article decides whether another one is its repost; small enough to be kept beside every article. Immutable.
 *
 * <p>Terms are words of Latin letters and pairs of Han characters. A term is a number: its hash, and in the two lowest bits its weight by
 * {@link TermWeights}. Terms of weight 0 are left out.
 */
public final class RepostTraits {
    /** Characters of a summary that are looked at; reposts differ before. */
    private static final int MAX_SUMMARY = 2_000;

    private static final int WEIGHT_MASK = 3;
    private static final int FIXED_INTS = 10;

    final int lang;
    final int publisher;
    final int day;
    final SeriesPart part;
    /** A hash of all words of the title but numbers, in their order. */
    final int words;
    /** Terms of the title without numbers, ascending. */
    final int[] title;
    /** Terms of the summary, ascending. */
    final int[] summary;
    /** Neighbouring words of the summary, ascending; of any weight. */
    final int[] neighbours;

    private RepostTraits(
            int lang,
            int publisher,
            int day,
            SeriesPart part,
            int words,
            int[] title,
            int[] summary,
            int[] neighbours) {
        this.lang = lang;
        this.publisher = publisher;
        this.day = day;
        this.part = part;
        this.words = words;
        this.title = title;
        this.summary = summary;
        this.neighbours = neighbours;
    }

    public static RepostTraits of(Article article) {
        String summary = article.summary();
        List<String> summaryWords = terms(summary.substring(0, Math.min(summary.length(), MAX_SUMMARY)));
        List<String> titleWords =
                terms(article.title()).stream().filter(term -> !isNumber(term)).toList();
        return new RepostTraits(
                (int) StableHash.of(article.lang().code()),
                (int) StableHash.of(TextKey.of(article.publisher())),
                Math.toIntExact(article.date().toEpochDay()),
                SeriesPart.of(article.title()),
                (int) StableHash.of(String.join(" ", titleWords)),
                weighted(titleWords),
                weighted(summaryWords),
                neighbours(summaryWords));
    }

    private static List<String> terms(String text) {
        StringBuilder latin = new StringBuilder(text.length());
        text.codePoints().map(c -> Character.isIdeographic(c) ? ' ' : c).forEach(latin::appendCodePoint);
        List<Token> han = TechText.fine(text).stream()
                .filter(t -> t.kind() == Token.Kind.HAN)
                .toList();
        // Each kind by itself: which words stand side by side matters, not where the other script is between them.
        return Stream.concat(han.stream(), TechText.words(latin).stream())
                .map(Token::term)
                .toList();
    }

    private static int[] weighted(List<String> terms) {
        Set<Integer> numbers = new HashSet<>();
        for (String term : terms) {
            int weight = TermWeights.of(term);
            if (weight > 0) {
                numbers.add(((int) StableHash.of(term) & ~WEIGHT_MASK) | weight);
            }
        }
        return sorted(numbers);
    }

    private static boolean isNumber(String term) {
        return term.chars().allMatch(c -> (c >= '0' && c <= '9') || c == '.');
    }

    private static int[] neighbours(List<String> words) {
        Set<Integer> pairs = new HashSet<>();
        for (int i = 1; i < words.size(); i++) {
            pairs.add((int) StableHash.of(words.get(i - 1) + ' ' + words.get(i)));
        }
        return sorted(pairs);
    }

    private static int[] sorted(Set<Integer> numbers) {
        return numbers.stream().mapToInt(Integer::intValue).sorted().toArray();
    }

    static int weight(int term) {
        return term & WEIGHT_MASK;
    }

    static int weight(int[] terms) {
        return Arrays.stream(terms).map(RepostTraits::weight).sum();
    }

    /** The form to keep; {@link #read} reads it. */
    public byte[] bytes() {
        ByteBuffer out =
                ByteBuffer.allocate(Integer.BYTES * (FIXED_INTS + title.length + summary.length + neighbours.length));
        out.putInt(lang)
                .putInt(publisher)
                .putInt(day)
                .putInt(part.part())
                .putInt(part.numbers())
                .putInt(part.versions())
                .putInt(words);
        for (int[] list : List.of(title, summary, neighbours)) {
            out.putInt(list.length);
            Arrays.stream(list).forEach(out::putInt);
        }
        return out.array();
    }

    /** What {@link #bytes} wrote. */
    public static RepostTraits read(byte[] bytes, int offset, int length) {
        ByteBuffer in = ByteBuffer.wrap(bytes, offset, length);
        return new RepostTraits(
                in.getInt(),
                in.getInt(),
                in.getInt(),
                new SeriesPart(in.getInt(), in.getInt(), in.getInt()),
                in.getInt(),
                list(in),
                list(in),
                list(in));
    }

    private static int[] list(ByteBuffer in) {
        int[] list = new int[in.getInt()];
        Arrays.setAll(list, i -> in.getInt());
        return list;
    }
}
