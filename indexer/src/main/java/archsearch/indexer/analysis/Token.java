package archsearch.indexer.analysis;

/**
 * One token of a text.
 *
 * @param term the indexed form: folded, lower-case, stemmed where English
 * @param start where its source starts in the text, in UTF-16 units
 * @param end where its source ends, exclusive
 * @param position ascending by one within a value; {@link TechText#VALUE_GAP} more between the values of a field
 * @param kind what sort of text it is
 */
public record Token(String term, int start, int end, int position, Kind kind) {
    /** What sort of text a token is cut from. */
    public enum Kind {
        /** A word in letters other than Han, or a number. */
        WORD,
        /** A name written with signs, digits or inner capitals: {@code c++}, {@code node.js}, {@code k8s}. */
        CODE,
        /** A Chinese word, or, in the fine reading, two adjacent Han characters. */
        HAN
    }
}
