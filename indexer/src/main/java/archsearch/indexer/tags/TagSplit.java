package archsearch.indexer.tags;

import java.util.List;

/**
 * A reading of a tag line.
 *
 * @param tags the tags in the line's order, none of them empty; concatenated they are {@code line}; no tag for an empty line
 * @param confidence the probability that all tags are right, from 0 (a guess) to 1 (certain)
 * @param line the tag line as it was given
 */
public record TagSplit(List<String> tags, double confidence, String line) {
    /** From this confidence on a split may be taken as it is; below it the report should show it to the operator. */
    public static final double SURE = 0.9;

    public TagSplit {
        tags = List.copyOf(tags);
        if (!(confidence >= 0 && confidence <= 1)) {
            throw new IllegalArgumentException("confidence is " + confidence + ", expected 0..1");
        }
        if (!String.join("", tags).equals(line)) {
            throw new IllegalArgumentException("tags " + tags + " do not concatenate to the line \"" + line + "\"");
        }
    }

    /** Whether the confidence is at least {@link #SURE}. */
    public boolean isSure() {
        return confidence >= SURE;
    }
}
