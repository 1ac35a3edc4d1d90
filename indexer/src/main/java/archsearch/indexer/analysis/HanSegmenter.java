package archsearch.indexer.analysis;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Set;
import org.apache.lucene.analysis.cn.smart.hhmm.HHMMSegmenter;
import org.apache.lucene.analysis.cn.smart.hhmm.SegToken;

/**
 * Cuts runs of Han characters into words: Lucene's smartcn, corrected by a dictionary of architecture and computing, which
 * smartcn's word list of the 1990s does not know (it cuts 微服务 into 微/服务 and 秒杀 into 秒/杀).
 *
 * <p>Of all ways to cut a run into smartcn's words, dictionary words and single characters, the one with the fewest words is
 * taken; a single character that smartcn did not cut out by itself counts as more than a word. A dictionary word of two
 * characters must fit between smartcn's borders: otherwise 中台 would be found in 集中/台湾.
 */
final class HanSegmenter {
    /** Longest run given to smartcn at once; its cost grows faster than the length. */
    private static final int MAX_RUN = 200;
    /** No word of smartcn's list is longer. */
    private static final int MAX_SMARTCN_WORD = 8;
    /** Shortest dictionary word that is trusted more than smartcn where their borders disagree. */
    private static final int TRUSTED_LENGTH = 3;

    private static final float SMARTCN_WORD = 1;
    /** Between two ways with equally many words, the one with words of the field is right more often. */
    private static final float DICTIONARY_WORD = 0.9f;

    private static final float STRAY_CHARACTER = 1.5f;

    private static final Set<String> DICTIONARY = WordList.read("words-zh.txt");
    private static final int LONGEST_WORD = Math.max(
            MAX_SMARTCN_WORD, DICTIONARY.stream().mapToInt(String::length).max().orElse(0));
    /** Words of four characters and more are nearly always made of shorter ones. */
    private static final int LONGEST_PART = 3;

    private static final HHMMSegmenter SMARTCN = new HHMMSegmenter();

    private HanSegmenter() {}

    /** The words of a run of Han characters, in order; together they are the run. */
    static List<String> words(String run) {
        return words(run, LONGEST_WORD);
    }

    /** The same, with long words cut into the words that they are made of: 分布式/系统 instead of 分布式系统. */
    static List<String> parts(String run) {
        return words(run, LONGEST_PART);
    }

    private static List<String> words(String run, int longest) {
        List<String> words = new ArrayList<>();
        for (int from = 0; from < run.length(); ) {
            int to = Math.min(run.length(), from + MAX_RUN);
            if (to < run.length() && Character.isLowSurrogate(run.charAt(to))) {
                to--;
            }
            segment(run.substring(from, to), longest, words);
            from = to;
        }
        return words;
    }

    private static void segment(String run, int longest, List<String> words) {
        BitSet borders = smartcnBorders(run);
        int length = run.length();
        float[] cost = new float[length + 1];
        int[] previous = new int[length + 1];
        Arrays.fill(cost, 1, length + 1, Float.POSITIVE_INFINITY);
        for (int start = 0; start < length; start++) {
            for (int end = start + 1; end <= Math.min(length, start + longest); end++) {
                float through = cost[start] + cost(run, start, end, borders);
                if (through < cost[end]) {
                    cost[end] = through;
                    previous[end] = start;
                }
            }
        }
        List<String> backwards = new ArrayList<>();
        for (int end = length; end > 0; end = previous[end]) {
            backwards.add(run.substring(previous[end], end));
        }
        words.addAll(backwards.reversed());
    }

    /** What a stretch of the run costs as one word; infinite where it is none. */
    private static float cost(String run, int start, int end, BitSet borders) {
        boolean fits = borders.get(start) && borders.get(end);
        if (fits && borders.nextSetBit(start + 1) == end) {
            return SMARTCN_WORD;
        }
        if ((fits || end - start >= TRUSTED_LENGTH) && DICTIONARY.contains(run.substring(start, end))) {
            return DICTIONARY_WORD;
        }
        return end == start + 1 ? STRAY_CHARACTER : Float.POSITIVE_INFINITY;
    }

    private static BitSet smartcnBorders(String run) {
        BitSet borders = new BitSet(run.length() + 1);
        borders.set(0);
        borders.set(run.length());
        for (SegToken token : SMARTCN.process(run)) {
            // The first and last token stand for the sentence's ends and lie outside of it.
            if (token.startOffset > 0 && token.startOffset < run.length()) {
                borders.set(token.startOffset);
            }
        }
        return borders;
    }
}
