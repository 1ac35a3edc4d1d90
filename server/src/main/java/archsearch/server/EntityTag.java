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

    /** Whether the header {@code If-None-Match} names this version, by weak comparison. */
    boolean matches(@Nullable String ifNoneMatch) {
        if (ifNoneMatch == null) {
            return false;
        }
        String opaque = opaque();
        for (String candidate : ifNoneMatch.split(",", -1)) {
            String tag = candidate.strip();
            if (tag.equals("*") || tag.equals(opaque) || tag.equals("W/" + opaque)) {
                return true;
            }
        }
        return false;
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
