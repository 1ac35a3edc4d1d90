package archsearch.indexer.analysis;

import java.util.List;

/** A way to read a text field as tokens; every text field is indexed in each of them. */
public enum FieldReading {
    /** {@link TechText#words}. */
    WORDS,
    /** {@link TechText#fine}. */
    FINE;

    /** The tokens of a text in this reading. */
    public List<Token> tokens(CharSequence text) {
        return switch (this) {
            case WORDS -> TechText.words(text);
            case FINE -> TechText.fine(text);
        };
    }
}
