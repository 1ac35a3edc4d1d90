package archsearch.server.admin;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What a caller of the admin port has to send. Only its hash is kept, so that no message can show it. Immutable. */
public final class AdminToken {
    /** A shorter one could be guessed. */
    public static final int LEAST_BYTES = 16;

    private static final String SCHEME = "bearer ";
    private static final Pattern SENDABLE = Pattern.compile("[\\x21-\\x7E]+");

    private final byte[] hash;

    private AdminToken(String token) {
        this.hash = hash(token);
    }

    /**
     * The token that an operator sets.
     *
     * @throws IllegalArgumentException if it is too short or cannot be sent in a header; the message does not show it
     */
    public static AdminToken of(String token) {
        int bytes = token.getBytes(StandardCharsets.UTF_8).length;
        if (bytes < LEAST_BYTES) {
            throw new IllegalArgumentException("has " + bytes + " bytes; it must have " + LEAST_BYTES
                    + " or more, for example those of: openssl rand -hex 32");
        }
        if (!SENDABLE.matcher(token).matches()) {
            throw new IllegalArgumentException(
                    "holds a space, a control character or a letter beyond ASCII, which cannot be sent in a header; use"
                            + " for example those of: openssl rand -hex 32");
        }
        return new AdminToken(token);
    }

    /**
     * Whether a header sends the token. Takes the same time whatever is sent.
     *
     * @param authorization the value of {@code Authorization}, or null where there is none
     */
    boolean isIn(@Nullable String authorization) {
        String value = authorization == null ? "" : authorization;
        boolean bearer = value.length() > SCHEME.length()
                && value.substring(0, SCHEME.length()).toLowerCase(Locale.ROOT).equals(SCHEME);
        String sent = bearer ? value.substring(SCHEME.length()).strip() : "";
        return MessageDigest.isEqual(hash, hash(sent)) && bearer;
    }

    private static byte[] hash(String token) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(token.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError("every Java platform has SHA-256", e);
        }
    }
}
