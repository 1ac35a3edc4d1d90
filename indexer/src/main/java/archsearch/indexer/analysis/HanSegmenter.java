package archsearch.indexer.analysis;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Set;
import org.apache.lucene.analysis.cn.smart.hhmm.HHMMSegmenter;
import org.apache.lucene.analysis.cn.smart.hhmm.SegToken;

/**
 * Cuts runs of Han characters into words: Lucene's smartcn, corrected by a dictionary of architecture and computing, which
 * smartcn's word list of the 1990s does not know (it cuts 微服务 into 微/服务 and 秒杀 into 秒/杀).
 *
 * <p>A dictionary word joins what smartcn cut too fine. It cuts through a word of smartcn's only if it has at least three
 * characters: otherwise 中台 would be found in 集中/台湾.
 */
final class HanSegmenter {
    /** Longest run given to smartcn at once; its cost grows faster than the length. */
    private static final int MAX_RUN = 200;
    /** Shortest dictionary word that is trusted more than smartcn where their borders disagree. */
    private static final int TRUSTED_LENGTH = 3;

    private static final Set<String> DICTIONARY = WordList.read("words-zh.txt");
    private static final int LONGEST_WORD =
            DICTIONARY.stream().mapToInt(String::length).max().orElse(0);
    private static final HHMMSegmenter SMARTCN = new HHMMSegmenter();

    private HanSegmenter() {}

    /** The words of a run of Han characters, in order; together they are the run. */
    static List<String> words(String run) {
        List<String> words = new ArrayList<>();
        for (int from = 0; from < run.length(); ) {
            int to = Math.min(run.length(), from + MAX_RUN);
            if (to < run.length() && Character.isLowSurrogate(run.charAt(to))) {
                to--;
            }
            segment(run.substring(from, to), words);
            from = to;
        }
        return words;
    }

    private static void segment(String run, List<String> words) {
        BitSet borders = smartcnBorders(run);
        for (int start = 0; start < run.length(); start++) {
            int end = dictionaryWordEnd(run, start, borders);
            if (end > start) {
                borders.set(start);
                borders.clear(start + 1, end);
                borders.set(end);
                start = end - 1;
            }
        }
        for (int start = 0; start < run.length(); ) {
            int end = borders.nextSetBit(start + 1);
            words.add(run.substring(start, end));
            start = end;
        }
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

    /** Where the longest dictionary word that may start here ends; {@code start} where none may. */
    private static int dictionaryWordEnd(String run, int start, BitSet borders) {
        for (int end = Math.min(run.length(), start + LONGEST_WORD); end > start + 1; end--) {
            boolean fits = borders.get(start) && borders.get(end);
            if ((fits || end - start >= TRUSTED_LENGTH) && DICTIONARY.contains(run.substring(start, end))) {
                return end;
            }
        }
        return start;
    }
}
