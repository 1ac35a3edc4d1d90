package archsearch.indexer;

import archsearch.indexer.article.Article;
import archsearch.indexer.dump.DumpRecord.Location;
import java.security.SecureRandom;

/**
 * Remembers which articles a run has met, and where, in two 64-bit words each: a hash of the id, a hash of the content and the
 * number of the place. Kept apart in segments of open addressing that grow by half, one at a time, an article takes 22 to 32
 * bytes; five million take about 140 MB at most.
 *
 * <p>Hashes are keyed per run, so no dump can be made whose ids collide. The chance that any two of five million ids do is below
 * one in a million; that a conflict passes for a duplicate, one in four billion for each. Not thread-safe.
 */
final class SeenArticles {
    /** The lowest bits of an id's hash tell the segment and need not be kept in it. */
    private static final int SEGMENT_BITS = 8;

    private static final int SEGMENTS = 1 << SEGMENT_BITS;
    private static final int FIRST_CAPACITY = 16;

    /** The first word holds 55 bits of the id's hash and the upper bits of the place, the second its lower bits and the content. */
    private static final int CONTENT_BITS = 32;

    private static final int UPPER_BITS = RecordPlaces.BITS - (Long.SIZE - CONTENT_BITS);

    /** What is known of an article. */
    enum Sighting {
        NEW,
        SAME,
        CHANGED
    }

    private final SipHash hash = new SipHash(new SecureRandom());
    private final RecordPlaces places = new RecordPlaces();
    private final long[][] segments = new long[SEGMENTS][2 * FIRST_CAPACITY];
    private final int[] sizes = new int[SEGMENTS];
    private long earlier;

    /**
     * Notes the article and tells whether its id was met before, and if so whether its content was the same the last time.
     *
     * @param at where the article stands
     */
    Sighting add(Article article, Location at) {
        long hashed = hash.reset().add(article.id()).end() >>> 1;
        int segment = (int) (hashed & (SEGMENTS - 1));
        // 0 marks an empty slot.
        long id = Math.max(1, hashed >>> SEGMENT_BITS);
        int content = (int) contentHash(article);
        long place = places.number(at);
        long[] table = segments[segment];
        int slot = slotOf(table, id);
        if (table[slot] == 0) {
            put(table, slot, id, content, place);
            // Full to three quarters: 1.5 * 3/4 keeps it more than half full after growing.
            if (++sizes[segment] * 8L >= table.length * 3L) {
                segments[segment] = grown(table);
            }
            return Sighting.NEW;
        }
        earlier = (table[slot] & ((1L << UPPER_BITS) - 1)) << (Long.SIZE - CONTENT_BITS)
                | table[slot + 1] >>> CONTENT_BITS;
        if ((int) table[slot + 1] == content) {
            return Sighting.SAME;
        }
        put(table, slot, id, content, place);
        return Sighting.CHANGED;
    }

    /** Where the article added last stood before: the first record with its id and content, or the one that it replaced. */
    Location earlier() {
        return places.place(earlier);
    }

    private static void put(long[] table, int slot, long id, int content, long place) {
        table[slot] = id << UPPER_BITS | place >>> (Long.SIZE - CONTENT_BITS);
        table[slot + 1] = place << CONTENT_BITS | (content & 0xFFFF_FFFFL);
    }

    private static int slotOf(long[] table, long id) {
        int capacity = table.length / 2;
        // Its bits spread over the capacity.
        int i = (int) Math.multiplyHigh(id << SEGMENT_BITS, (long) capacity << 1);
        while (table[2 * i] != 0 && table[2 * i] >>> UPPER_BITS != id) {
            i = i + 1 == capacity ? 0 : i + 1;
        }
        return 2 * i;
    }

    private static long[] grown(long[] table) {
        long[] larger = new long[table.length / 2 * 3];
        for (int i = 0; i < table.length; i += 2) {
            if (table[i] != 0) {
                int slot = slotOf(larger, table[i] >>> UPPER_BITS);
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
