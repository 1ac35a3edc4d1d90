package archsearch.indexer.lucene;

import java.io.IOException;

/** The index exists but is of another format. The message names the path, both formats and the command to run. */
public final class UnreadableIndexException extends IOException {
    private static final long serialVersionUID = 1L;

    UnreadableIndexException(String message) {
        super(message);
    }
}
