package archsearch.indexer.reposts;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

/**
 * Keys under which articles meet that may be reposts of each other: minhash signatures (Broder, 1997) of the weighted terms, cut into bands
 * of two. Two articles whose terms agree by the weighted Jaccard coefficient j share one of n keys with the probability 1 - (1 - j²)ⁿ. A term
 * of weight w enters as w terms, so that the rare ones, which tell stories apart, choose most keys.
 *
 * <p>Titles have keys of their own: retold stories agree in the few words of the title more than in the many of the summary. For what {@link
 * Likeness} takes for one story, j is 0.37 and more in the geometric mean of both, and the chance to miss it below 0.3 %.
 */
public final class RepostKeys {
    /**
     * More articles than these under one key have a phrase in common, not a story; such a key is to be left out, unless it {@link
     * #isOfText}.
     */
    public static final int MOST_UNDER_KEY = 64;

    private static final long OF_TEXT = 1;

    private static final int TITLE_BANDS = 16;
    private static final int TEXT_BANDS = 24;

    /** Less weight of terms than this is shared by chance. */
    private static final int LEAST_TITLE = 4;

    private static final int LEAST_TEXT = 8;

    private RepostKeys() {}

    /** The keys of an article, without order; none where it has too few words to be told from others. */
    public static long[] of(RepostTraits traits) {
        List<Long> keys = new ArrayList<>();
        if (RepostTraits.weight(traits.title) >= LEAST_TITLE) {
            add(keys, traits.title, 0, TITLE_BANDS);
        }
        int[] text = IntStream.concat(IntStream.of(traits.title), IntStream.of(traits.summary))
                .distinct()
                .toArray();
        if (RepostTraits.weight(text) >= LEAST_TEXT) {
            add(keys, text, TITLE_BANDS, TITLE_BANDS + TEXT_BANDS);
        }
        LongStream likely = keys.stream().mapToLong(key -> StableHash.mix(key + traits.lang) & ~OF_TEXT);
        return traits.neighbours.length < Likeness.LEAST_NEIGHBOURS
                ? likely.toArray()
                : LongStream.concat(likely, LongStream.of(textKey(traits))).toArray();
    }

    /** Whether all articles under a key have the same summary, word for word; each is then like any one of them. */
    public static boolean isOfText(long key) {
        return (key & OF_TEXT) != 0;
    }

    private static long textKey(RepostTraits traits) {
        long hash = traits.lang;
        for (int pair : traits.neighbours) {
            hash = StableHash.mix(hash * 31 + pair);
        }
        return hash | OF_TEXT;
    }

    private static void add(List<Long> keys, int[] terms, int from, int to) {
        for (int band = from; band < to; band++) {
            long first = least(terms, 2L * band);
            long second = least(terms, 2L * band + 1);
            keys.add(StableHash.mix(StableHash.mix(first) + second * 31 + band));
        }
    }

    private static long least(int[] terms, long function) {
        long seed = StableHash.mix(function + 1);
        long least = Long.MAX_VALUE;
        for (int term : terms) {
            for (int copy = RepostTraits.weight(term); copy > 0; copy--) {
                least = Math.min(least, StableHash.mix(seed ^ (term * 4L + copy)));
            }
        }
        return least;
    }
}
