package archsearch.indexer;

import archsearch.indexer.article.Article;
import java.security.SecureRandom;

/**
 * Remembers which articles a run has met, by two 64-bit hashes each: of the id and of the content. Kept apart in segments of open
 * addressing that grow by half, one at a time, an article takes 22 to 32 bytes; five million take about 140 MB at most.
 *
 * <p>Hashes are keyed per run, so no dump can be made whose ids collide. The chance that any two of five million ids do is below
 * one in a million. Not thread-safe.
 */
final class SeenArticles {
    private static final int SEGMENTS = 256;
    private static final int FIRST_CAPACITY = 16;

    /** What is known of an article. */
    enum Sighting {
        NEW,
        SAME,
        CHANGED
    }

    private final SipHash hash = new SipHash(new SecureRandom());
    private final long[][] segments = new long[SEGMENTS][2 * FIRST_CAPACITY];
    private final int[] sizes = new int[SEGMENTS];

    /** Notes the article and tells whether its id was met before, and if so whether its content was the same the last time. */
    Sighting add(Article article) {
        // 0 marks an empty slot.
        long id = Math.max(1, hash.reset().add(article.id()).end() >>> 1);
        long content = contentHash(article);
        int segment = (int) (id & (SEGMENTS - 1));
        long[] table = segments[segment];
        int slot = slotOf(table, id);
        if (table[slot] == id) {
            Sighting sighting = table[slot + 1] == content ? Sighting.SAME : Sighting.CHANGED;
            table[slot + 1] = content;
            return sighting;
        }
        table[slot] = id;
        table[slot + 1] = content;
        // Full to three quarters: 1.5 * 3/4 keeps it more than half full after growing.
        if (++sizes[segment] * 8L >= table.length * 3L) {
            segments[segment] = grown(table);
        }
        return Sighting.NEW;
    }

    private static int slotOf(long[] table, long id) {
        int capacity = table.length / 2;
        // The high bits, scaled to the capacity: the low ones chose the segment.
        int i = (int) Math.multiplyHigh(id, (long) capacity << 1);
        while (table[2 * i] != 0 && table[2 * i] != id) {
            i = i + 1 == capacity ? 0 : i + 1;
        }
        return 2 * i;
    }

    private static long[] grown(long[] table) {
        long[] larger = new long[table.length / 2 * 3];
        for (int i = 0; i < table.length; i += 2) {
            if (table[i] != 0) {
                int slot = slotOf(larger, table[i]);
                larger[slot] = table[i];
                larger[slot + 1] = table[i + 1];
            }
        }
        return larger;
    }

    private long contentHash(Article article) {
        hash.reset()
                .add(article.title())
                .add(article.summary())
                .add(article.publisher())
                .add(article.date().toEpochDay())
                .add(article.category())
                .add(article.likes())
                .add(article.readMinutes())
                .add(article.lang().code())
                .add(article.url() == null ? "" : article.url())
                .add(article.tags().size());
        article.tags().forEach(hash::add);
        return hash.end();
    }
}
