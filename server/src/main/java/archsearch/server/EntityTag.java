package archsearch.server;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/**
 * The version of an answer (RFC 9110, section 8.8.3): the generation of the index it came from and a hash of everything else
 * that it depends on. Weak, because two answers of one version differ in the time they took and may be compressed.
 */
record EntityTag(String generation, String key) {
    private static final int HASH_BYTES = 8;

    /** The version of an answer that does not come from an index. */
    static String ofContent(byte[] content) {
        return "W/\"" + hash(content) + '"';
    }

    /** The value of the header {@code ETag}. */
    String header() {
        return "W/" + opaque();
    }

    private String opaque() {
        return '"'
                + generation.replaceAll("[^A-Za-z0-9._-]", "_")
                + '-'
                + hash(key.getBytes(StandardCharsets.UTF_8))
                + '"';
    }

    /**
     * Whether the header {@code If-None-Match} names this version. An asterisk, which names any, does not count: whether there
     * is any version at all is only known once the answer is made, see {@link #isAmong}.
     */
    boolean matches(@Nullable String ifNoneMatch) {
        return ifNoneMatch != null && names(ifNoneMatch, opaque());
    }

    /**
     * Whether the header {@code If-None-Match} names the version of an answer that there is (RFC 9110, section 13.1.2).
     *
     * @param tag the value of the answer's header {@code ETag}
     */
    static boolean isAmong(String tag, @Nullable String ifNoneMatch) {
        return ifNoneMatch != null && (ifNoneMatch.strip().equals("*") || names(ifNoneMatch, weakly(tag)));
    }

    /** Versions are compared weakly. A comma may stand in the tag of another server, but then no part of it is ours. */
    private static boolean names(String ifNoneMatch, String opaque) {
        for (String candidate : ifNoneMatch.split(",", -1)) {
            if (weakly(candidate.strip()).equals(opaque)) {
                return true;
            }
        }
        return false;
    }

    private static String weakly(String tag) {
        return tag.startsWith("W/") ? tag.substring(2) : tag;
    }

    /** The first 64 bits of the SHA-256 in hexadecimal digits. */
    static String hash(byte[] bytes) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(bytes);
            return HexFormat.of().formatHex(hash, 0, HASH_BYTES);
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError("every Java platform has SHA-256", e);
        }
    }
}
