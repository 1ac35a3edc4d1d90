package archsearch.indexer;

import java.io.IOException;

/** Another writer holds the index. Nothing was changed; the caller may try again once that writer has ended. */
public final class IndexLockedException extends IOException {
    private static final long serialVersionUID = 1L;

    public IndexLockedException(String message) {
        super(message);
    }
}
