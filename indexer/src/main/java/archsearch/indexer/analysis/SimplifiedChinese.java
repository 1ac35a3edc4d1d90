package archsearch.indexer.analysis;

import com.ibm.icu.text.Transliterator;
import java.nio.ByteBuffer;
import java.nio.charset.Charset;
import java.util.BitSet;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Traditional Chinese characters to simplified ones, character by character.
 *
 * <p>Characters of GB 2312, the repertoire of simplified Chinese, stay as they are: ICU would turn some of them into others
 * (乾隆 into 干隆). Everything else goes through ICU's Traditional-Simplified transliterator, which is slow to load and
 * therefore only loaded once a traditional character turns up.
 */
final class SimplifiedChinese {
    private static final BitSet GB2312 = gb2312();
    private static final ConcurrentHashMap<Integer, Integer> SEEN = new ConcurrentHashMap<>();

    private SimplifiedChinese() {}

    /** The simplified form of an ideograph; the ideograph itself where it has none of its own. */
    static int of(int ideograph) {
        if (GB2312.get(ideograph)) {
            return ideograph;
        }
        return SEEN.computeIfAbsent(ideograph, SimplifiedChinese::transliterate);
    }

    private static int transliterate(int ideograph) {
        String simplified = Loaded.TRANSLITERATOR.transliterate(Character.toString(ideograph));
        return simplified.codePointCount(0, simplified.length()) == 1 ? simplified.codePointAt(0) : ideograph;
    }

    private static BitSet gb2312() {
        Charset charset = Charset.forName("GB2312");
        BitSet set = new BitSet(0xA000);
        for (int row = 0xB0; row <= 0xF7; row++) {
            for (int cell = 0xA1; cell <= 0xFE; cell++) {
                char c = charset.decode(ByteBuffer.wrap(new byte[] {(byte) row, (byte) cell}))
                        .charAt(0);
                if (Character.isIdeographic(c)) {
                    set.set(c);
                }
            }
        }
        return set;
    }

    /** Holds the transliterator so that it is loaded by the first use, not by the first text. */
    private static final class Loaded {
        static final Transliterator TRANSLITERATOR = Transliterator.getInstance("Traditional-Simplified");
    }
}
