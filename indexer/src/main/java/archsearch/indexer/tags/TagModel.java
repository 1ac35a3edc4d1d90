package archsearch.indexer.tags;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Splits tag lines. Immutable and thread-safe. */
public final class TagModel {
    private final TagDictionary dictionary;
    private final TagVocabulary vocabulary;
    private final List<String> listingTags;

    TagModel(TagDictionary dictionary, TagVocabulary vocabulary, List<String> listingTags) {
        this.dictionary = dictionary;
        this.vocabulary = vocabulary;
        this.listingTags = listingTags;
    }

    /**
     * The likeliest split of a card's tag line. Cards that were not learned from may be given too.
     *
     * @param listingId the listing the card stands in; one that is not known counts as a listing without a tag of its own
     */
    public TagSplit split(GluedTags card, int listingId) {
        String line = card.line();
        Optional<List<String>> corrected = dictionary.split(line);
        if (corrected.isPresent()) {
            return new TagSplit(corrected.get(), 1, line);
        }
        if (line.length() > GluedTags.MAX_LINE) {
            return new TagSplit(List.of(line), 0, line);
        }
        String own = listingTag(listingId).orElse("");
        int at = own.isEmpty() ? -1 : line.indexOf(own);
        List<String> tags = new ArrayList<>();
        int from = 0;
        for (int i = 1; i < line.length(); i++) {
            boolean inside = at >= 0 && i > at && i < at + own.length();
            boolean edge = at >= 0 && (i == at || i == at + own.length());
            boolean turn = Character.isLowerCase(line.charAt(i - 1)) && Character.isUpperCase(line.charAt(i));
            if (!inside && (edge || turn)) {
                tags.add(line.substring(from, i));
                from = i;
            }
        }
        if (from < line.length()) {
            tags.add(line.substring(from));
        }
        return new TagSplit(tags, 0.5, line);
    }

    /** The tag that all cards of the listing carry, or empty where it could not be told. */
    public Optional<String> listingTag(int listingId) {
        return listingId < 0
                        || listingId >= listingTags.size()
                        || listingTags.get(listingId).isEmpty()
                ? Optional.empty()
                : Optional.of(listingTags.get(listingId));
    }

    /** What was learned, together with what was known before: to be kept with the index. */
    public TagVocabulary vocabulary() {
        return vocabulary;
    }
}
