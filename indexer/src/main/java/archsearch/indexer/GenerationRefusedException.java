package archsearch.indexer;

import java.io.IOException;

/** A generation that must not become live, or that there is none. The live index is as it was; the message says why and what to do. */
public final class GenerationRefusedException extends IOException {
    private static final long serialVersionUID = 1L;

    public GenerationRefusedException(String message) {
        super(message);
    }
}
