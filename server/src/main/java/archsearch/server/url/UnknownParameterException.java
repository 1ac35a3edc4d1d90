package archsearch.server.url;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A query string with a parameter that its path does not have. */
public final class UnknownParameterException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String parameter;
    private final @Nullable String nearest;

    UnknownParameterException(String parameter, @Nullable String nearest, String message) {
        super(message);
        this.parameter = parameter;
        this.nearest = nearest;
    }

    /** The name found, shortened where it is very long. */
    public String parameter() {
        return parameter;
    }

    /** The name most likely meant, or empty where none is near. */
    public Optional<String> nearest() {
        return Optional.ofNullable(nearest);
    }
}
