package archsearch.indexer.dump;

import archsearch.indexer.article.ArticleId;
import archsearch.indexer.dump.DumpRecord.Location;
import archsearch.indexer.tags.GluedTags;
import java.time.LocalDate;
import java.util.function.Supplier;

/**
 * A card of a listing page, complete but for its tags.
 *
 * @param fields everything else of the article, checked
 * @param tags the tag line with the text that may explain it
 * @param publisher the card's publisher
 * @param date the card's day
 * @param listing the number of its listing
 * @param location the card's first line
 * @param source the card's lines, for a reject
 */
record ListingCard(
        ArticleFields fields,
        GluedTags tags,
        String publisher,
        LocalDate date,
        int listing,
        Location location,
        Supplier<String> source) {

    /** The id of the card's article; a listing states none. */
    String id() {
        return ArticleId.of(publisher, tags.title(), date);
    }
}
