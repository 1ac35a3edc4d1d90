package archsearch.server.xml;

import archsearch.indexer.article.Article;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.UUID;

/**
 * Ids of feeds and of their entries, the same on every host, port and reindex, since readers of feeds tell by them what is new.
 * They are made from names (UUID version 5, RFC 9562, section 5.5): an id with a host in it would change when the site moves,
 * and a {@code tag:} URI needs a domain that somebody held.
 */
final class FeedId {
    private static final UUID NAMESPACE = UUID.fromString("8f1d6c0e-52b7-4a39-9c6f-3f0a7e5d2b14");
    private static final long VERSION_5 = 0x5000L;
    private static final long VARIANT = 0x8000_0000_0000_0000L;

    private FeedId() {}

    /**
     * The id of an article. Two sites may number their articles alike, so the day counts too.
     */
    static String of(Article article) {
        return urn("article\n" + article.id() + '\n' + article.date());
    }

    /**
     * The id of a feed.
     *
     * @param href the address of its first page on this site
     */
    static String ofFeed(String href) {
        return urn("feed\n" + href);
    }

    private static String urn(String name) {
        return "urn:uuid:" + uuid(NAMESPACE, name);
    }

    static UUID uuid(UUID namespace, String name) {
        MessageDigest sha1 = sha1();
        sha1.update(ByteBuffer.allocate(2 * Long.BYTES)
                .putLong(namespace.getMostSignificantBits())
                .putLong(namespace.getLeastSignificantBits())
                .flip());
        ByteBuffer hash = ByteBuffer.wrap(sha1.digest(name.getBytes(StandardCharsets.UTF_8)));
        long high = (hash.getLong() & ~0xf000L) | VERSION_5;
        long low = (hash.getLong() & 0x3fff_ffff_ffff_ffffL) | VARIANT;
        return new UUID(high, low);
    }

    private static MessageDigest sha1() {
        try {
            return MessageDigest.getInstance("SHA-1");
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError("every Java platform has SHA-1", e);
        }
    }
}
