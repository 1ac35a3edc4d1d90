package archsearch.indexer;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** A run that must not go live. The live index is as it was; the message says what to do. */
public final class IndexRunException extends IOException {
    private static final long serialVersionUID = 1L;

    private final transient @Nullable IndexReport report;

    public IndexRunException(String message, @Nullable IndexReport report) {
        super(message);
        this.report = report;
    }

    IndexRunException(String message, IndexReport report, Throwable cause) {
        super(message, cause);
        this.report = report;
    }

    /** What the run had found when it ended, or null where it ended before reading. */
    public @Nullable IndexReport report() {
        return report;
    }
}
