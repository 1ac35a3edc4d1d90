package archsearch.indexer.dump;

import archsearch.indexer.dump.ArticleFields.Field;
import org.jspecify.annotations.Nullable;

/**
 * A record breaks a rule: the reason and the sentence of its reject. Carries no stack trace, since bad records come in masses and
 * never leave this package as exceptions.
 */
final class BadRecordException extends Exception {
    private static final long serialVersionUID = 1L;

    private final RejectReason reason;
    private final long line;
    private final @Nullable Field field;

    /** A fault of the record as a whole. */
    BadRecordException(RejectReason reason, String detail) {
        this(reason, detail, 0);
    }

    /** A fault on a line of its own, 1-based. */
    BadRecordException(RejectReason reason, String detail, long line) {
        this(reason, detail, line, null);
    }

    /**
     * A fault of a field.
     *
     * @param line 1-based, or 0 where the record as a whole is meant
     */
    BadRecordException(RejectReason reason, String detail, long line, @Nullable Field field) {
        super(detail, null, false, false);
        this.reason = reason;
        this.line = line;
        this.field = field;
    }

    RejectReason reason() {
        return reason;
    }

    String detail() {
        return String.valueOf(getMessage());
    }

    /** The line of the fault, or {@code otherwise} where the record as a whole is meant. */
    long line(long otherwise) {
        return line > 0 ? line : otherwise;
    }

    /** The field at fault, or null where it is not told apart from the record. */
    @Nullable Field field() {
        return field;
    }
}
