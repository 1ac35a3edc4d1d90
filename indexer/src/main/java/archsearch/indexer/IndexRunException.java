package archsearch.indexer;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** A run that must not go live. The live index is as it was; the message says what to do. */
public final class IndexRunException extends IOException {
    private static final long serialVersionUID = 1L;

    private final transient @Nullable IndexReport report;
    private final boolean cancelled;

    public IndexRunException(String message, @Nullable IndexReport report) {
        super(message);
        this.report = report;
        this.cancelled = false;
    }

    private IndexRunException(@Nullable IndexReport report) {
        super("the run was cancelled; nothing was changed");
        this.report = report;
        this.cancelled = true;
    }

    /** A run whose thread was interrupted. */
    static IndexRunException ofCancelled(@Nullable IndexReport report) {
        return new IndexRunException(report);
    }

    IndexRunException(String message, IndexReport report, Throwable cause) {
        super(message, cause);
        this.report = report;
        this.cancelled = false;
    }

    /** What the run had found when it ended, or null where it ended before reading. */
    public @Nullable IndexReport report() {
        return report;
    }

    /** Whether the run ended because its thread was interrupted, and for no fault of its own. */
    public boolean cancelled() {
        return cancelled;
    }
}
