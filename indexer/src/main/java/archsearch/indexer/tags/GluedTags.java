package archsearch.indexer.tags;

/**
 * One card's tag line and the text that may explain it.
 *
 * @param line the tags as the listing prints them, one after the other without a separator; may be empty
 * @param title the card's title; empty where it has none
 * @param summary the card's summary; empty where it has none
 */
public record GluedTags(String line, String title, String summary) {
    /** The longest line, in characters, that is split; a longer one counts as a single tag of confidence 0. */
    public static final int MAX_LINE = 400;
}
