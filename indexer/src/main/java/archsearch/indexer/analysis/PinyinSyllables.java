package archsearch.indexer.analysis;

import java.util.regex.Pattern;

/** The shape of typed pinyin, which tells it from English words. */
final class PinyinSyllables {
    /** Letters of the longest syllable: zhuang. */
    static final int LONGEST = 6;

    /** Initial and final by the tables of Hanyu Pinyin (ISO 7098), with v for ü; takes some combinations that no word has. */
    private static final Pattern SYLLABLE = Pattern.compile("(?:[zcs]h?|[bpmfdtnlgkhjqxryw])?"
            + "(?:ai?|ao|ang?|ou?|ong|ei?|eng?|er|ia?|iang?|iao|ie|ing?|iong|iu|u[aeio]?|uai|uang?|un|ve?|vn)"
            + "|h?m|n|h?ng");

    private PinyinSyllables() {}

    /** How many of the first letters can be cut into whole syllables; as many as possible. */
    static int cut(String letters) {
        boolean[] ends = new boolean[letters.length() + 1];
        ends[0] = true;
        int last = 0;
        for (int start = 0; start < letters.length(); start++) {
            for (int end = start + 1; ends[start] && end <= Math.min(letters.length(), start + LONGEST); end++) {
                if (SYLLABLE.matcher(letters).region(start, end).matches()) {
                    ends[end] = true;
                    last = Math.max(last, end);
                }
            }
        }
        return last;
    }
}
