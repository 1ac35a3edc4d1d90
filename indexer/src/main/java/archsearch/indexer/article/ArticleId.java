package archsearch.indexer.article;

import archsearch.indexer.analysis.TextKey;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.util.HexFormat;

/** Derives an id for an article whose source gives none. */
public final class ArticleId {
    /** 80 bits: among 100 million articles the chance of any collision is below one in a hundred million. */
    private static final int ID_BYTES = 10;

    private ArticleId() {}

    /**
     * A hash of publisher, title and date, the same on every run, machine and engine. Publisher and title enter by their
     * {@link TextKey}, so a title that returns with another hyphen, space or case is the same article.
     *
     * @return 20 lower-case hexadecimal digits
     */
    public static String of(String publisher, String title, LocalDate date) {
        String identity = TextKey.of(publisher) + '\n' + TextKey.of(title) + '\n' + date;
        byte[] hash = sha256().digest(identity.getBytes(StandardCharsets.UTF_8));
        return HexFormat.of().formatHex(hash, 0, ID_BYTES);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError("every Java platform has SHA-256", e);
        }
    }
}
