package archsearch.indexer.lucene;

import java.io.IOException;

/**
 * The index exists but is damaged, of another format, or names no generation. The message names the path, what was found and
 * expected, and what to do.
 */
public final class UnreadableIndexException extends IOException {
    private static final long serialVersionUID = 1L;

    /** Part of the index is not as it was written. */
    static UnreadableIndexException damaged(IndexFolder folder, String detail, Throwable cause) {
        return new UnreadableIndexException(
                "the index " + folder.root() + " is damaged (" + detail + "); see what is wrong and what to do with:"
                        + " archsearch check --index " + folder.root(),
                cause);
    }

    UnreadableIndexException(String message) {
        super(message);
    }

    UnreadableIndexException(String message, Throwable cause) {
        super(message, cause);
    }
}
