package archsearch.indexer.glossary;

import java.io.IOException;

/** A glossary that cannot be read. The message names file, line, what was found and what is expected. */
public final class GlossaryException extends IOException {
    private static final long serialVersionUID = 1;

    GlossaryException(String message) {
        super(message);
    }
}
