package archsearch.indexer.lucene;

import java.io.IOException;

/**
 * The index exists but is damaged, of another format, or names no generation. The message names the path, what was found and
 * expected, and what to do.
 */
public final class UnreadableIndexException extends IOException {
    private static final long serialVersionUID = 1L;

    UnreadableIndexException(String message) {
        super(message);
    }

    UnreadableIndexException(String message, Throwable cause) {
        super(message, cause);
    }
}
