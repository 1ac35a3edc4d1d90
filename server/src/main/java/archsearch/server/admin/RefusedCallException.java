package archsearch.server.admin;

import archsearch.server.api.Problem.Kind;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A call that is not carried out. Nothing was changed. The message says what to do and goes to the caller. */
final class RefusedCallException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final Kind kind;
    private final @Nullable String parameter;
    private final @Nullable String didYouMean;
    private final transient Map<String, String> headers = new LinkedHashMap<>();

    RefusedCallException(Kind kind, String message) {
        this(kind, message, null, null);
    }

    /**
     * @param parameter the field at fault, or null
     * @param didYouMean the name most likely meant, or null
     */
    RefusedCallException(Kind kind, String message, @Nullable String parameter, @Nullable String didYouMean) {
        super(message, null, false, false);
        this.kind = kind;
        this.parameter = parameter;
        this.didYouMean = didYouMean;
    }

    /** A field whose value is not one that it can have. */
    static RefusedCallException badValue(String field, String message) {
        return new RefusedCallException(Kind.BAD_VALUE, message, field, null);
    }

    /** Adds a header to the answer. */
    RefusedCallException with(String header, String value) {
        headers.put(header, value);
        return this;
    }

    Kind kind() {
        return kind;
    }

    @Nullable String parameter() {
        return parameter;
    }

    @Nullable String didYouMean() {
        return didYouMean;
    }

    Map<String, String> headers() {
        return headers;
    }
}
