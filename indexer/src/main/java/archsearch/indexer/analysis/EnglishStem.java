package archsearch.indexer.analysis;

import java.io.IOException;
import java.io.UncheckedIOException;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.en.KStemFilter;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;

/**
 * The stem of an English word by Krovetz's stemmer (R. Krovetz, "Viewing Morphology as an Inference Process", SIGIR 1993), which
 * checks its steps against a lexicon and so turns {@code sharding} into {@code shard} but leaves most names alone. Names it
 * does get wrong ({@code redis}, {@code kubernetes}) are listed in {@link Names}.
 */
final class EnglishStem {
    /** Too short to carry an ending: acronyms such as QPS, AWS, DNS. */
    private static final int SHORTEST = 4;

    private static final ThreadLocal<EnglishStem> STEMMERS = ThreadLocal.withInitial(EnglishStem::new);

    private final OneWord input = new OneWord();
    private final KStemFilter filter = new KStemFilter(input);
    private final CharTermAttribute output = filter.getAttribute(CharTermAttribute.class);

    private EnglishStem() {}

    /** The stem of a lower-case word; the word itself unless it is made of the letters a to z. */
    static String of(String word) {
        if (word.length() < SHORTEST || !isLatin(word) || Names.isUnstemmed(word)) {
            return word;
        }
        return STEMMERS.get().stem(word);
    }

    private String stem(String word) {
        try {
            input.set(word);
            filter.incrementToken();
            return output.toString();
        } catch (IOException e) {
            throw new UncheckedIOException("a stream over memory does not fail", e);
        }
    }

    private static boolean isLatin(String word) {
        for (int i = 0; i < word.length(); i++) {
            if (word.charAt(i) < 'a' || word.charAt(i) > 'z') {
                return false;
            }
        }
        return true;
    }

    /** Feeds one word after another to the filter. */
    private static final class OneWord extends TokenStream {
        private final CharTermAttribute term = addAttribute(CharTermAttribute.class);
        private String word = "";

        void set(String value) {
            word = value;
        }

        @Override
        public boolean incrementToken() {
            clearAttributes();
            term.append(word);
            return true;
        }
    }
}
