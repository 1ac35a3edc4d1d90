package archsearch.searcher.lucene;

import archsearch.indexer.analysis.Pinyin;
import archsearch.indexer.lucene.IndexSchema;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.regex.Pattern;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.MultiTerms;
import org.apache.lucene.index.Terms;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.util.BytesRef;

/** The Chinese words of titles and tags by how they are read, for one state of the index. Immutable. */
final class PinyinWords {
    /** The most frequent words are kept: enough for what a person would look for, and a few megabytes. */
    private static final int MOST_WORDS = 50_000;
    /** Words of one reading that are kept. */
    private static final int MOST_ALIKE = 3;
    /** Words that a run of pinyin is taken apart into at most. */
    private static final int MOST_PARTS = 4;
    /** Longer runs are no words. */
    private static final int LONGEST = 40;
    /** What having typed pinyin costs, beside slips in English words. */
    private static final double COST = 1;
    /** The first Han character of Unicode that anybody writes. */
    private static final String FIRST_HAN = "\u3400";

    /** A syllable, a little more generous than Mandarin is. */
    private static final Pattern SYLLABLE = Pattern.compile(
            "(zh|ch|sh|[bpmfdtnlgkhjqxrzcsyw])?"
                    + "(a|ai|an|ang|ao|e|ei|en|eng|er|i|ia|ian|iang|iao|ie|in|ing|iong|iu|o|ong|ou|u|ua|uai|uan|uang|ue|ui|un|uo|v|ve)");

    private static final int LONGEST_SYLLABLE = 6;

    private final Map<String, List<Word>> byKey = new HashMap<>();

    private record Word(String text, int articles) {}

    private PinyinWords() {}

    /** Reads the words of an index. Takes a moment; once for each state of the index. */
    static PinyinWords read(IndexReader reader) throws IOException {
        Map<String, Integer> words = new HashMap<>();
        for (String field : List.of(IndexSchema.TITLE, IndexSchema.TAGS)) {
            for (Word word : mostFrequent(reader, field)) {
                words.merge(word.text(), word.articles(), Math::max);
            }
        }
        PinyinWords table = new PinyinWords();
        words.forEach((text, articles) -> table.add(new Word(text, articles)));
        return table;
    }

    private static Iterable<Word> mostFrequent(IndexReader reader, String field) throws IOException {
        PriorityQueue<Word> kept =
                new PriorityQueue<>(Comparator.comparingInt(Word::articles).thenComparing(Word::text));
        Terms terms = MultiTerms.getTerms(reader, field);
        if (terms == null) {
            return kept;
        }
        TermsEnum each = terms.iterator();
        if (each.seekCeil(new BytesRef(FIRST_HAN)) == TermsEnum.SeekStatus.END) {
            return kept;
        }
        for (BytesRef term = each.term(); term != null; term = each.next()) {
            String text = term.utf8ToString();
            // One character has too many readers: a syllable stands for dozens of them.
            if (Character.isIdeographic(text.codePointAt(0)) && text.codePointCount(0, text.length()) > 1) {
                kept.add(new Word(text, each.docFreq()));
                if (kept.size() > MOST_WORDS) {
                    kept.remove();
                }
            }
        }
        return kept;
    }

    private void add(Word word) {
        String key = Pinyin.of(word.text()).key();
        if (!key.isEmpty()) {
            List<Word> alike = byKey.computeIfAbsent(key, k -> new ArrayList<>(1));
            alike.add(word);
            alike.sort(Comparator.comparingInt(Word::articles).reversed().thenComparing(Word::text));
            if (alike.size() > MOST_ALIKE) {
                alike.removeLast();
            }
        }
    }

    /** Whether a word could be pinyin at all, which needs no table. */
    static boolean isPinyin(String word) {
        String key = Pinyin.key(word);
        if (key.isEmpty() || key.length() > LONGEST) {
            return false;
        }
        boolean[] ends = new boolean[key.length() + 1];
        ends[0] = true;
        for (int end = 1; end <= key.length(); end++) {
            for (int start = Math.max(0, end - LONGEST_SYLLABLE); start < end && !ends[end]; start++) {
                ends[end] = ends[start]
                        && SYLLABLE.matcher(key.substring(start, end)).matches();
            }
        }
        return ends[key.length()];
    }

    /** The words that are read like this, the most frequent first; else the words that it can be taken apart into, joined. */
    List<Candidate> of(String typed) {
        String key = Pinyin.key(typed);
        if (key.isEmpty() || key.length() > LONGEST) {
            return List.of();
        }
        List<Word> words = byKey.get(key);
        if (words == null) {
            words = takenApart(key);
        }
        return words.stream()
                .map(w -> Candidate.of(w.text(), COST, w.articles()))
                .toList();
    }

    /** The way through the key with the fewest words, of those the one whose rarest word is the most frequent. */
    private List<Word> takenApart(String key) {
        List<List<Word>> best = new ArrayList<>();
        best.add(List.of());
        for (int end = 1; end <= key.length(); end++) {
            List<Word> shortest = List.of();
            for (int start = 0; start < end; start++) {
                List<Word> before = best.get(start);
                List<Word> last = byKey.get(key.substring(start, end));
                boolean reached = start == 0 || !before.isEmpty();
                if (reached && last != null && before.size() < MOST_PARTS) {
                    List<Word> way = new ArrayList<>(before);
                    way.add(last.getFirst());
                    if (shortest.isEmpty() || isBetter(way, shortest)) {
                        shortest = way;
                    }
                }
            }
            best.add(shortest);
        }
        List<Word> way = best.getLast();
        if (way.isEmpty()) {
            return List.of();
        }
        StringBuilder joined = new StringBuilder();
        way.forEach(w -> joined.append(w.text()));
        return List.of(new Word(joined.toString(), rarest(way)));
    }

    private static boolean isBetter(List<Word> way, List<Word> other) {
        return way.size() == other.size() ? rarest(way) > rarest(other) : way.size() < other.size();
    }

    private static int rarest(List<Word> way) {
        return way.stream().mapToInt(Word::articles).min().orElse(0);
    }
}
