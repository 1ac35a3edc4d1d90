package archsearch.indexer.dump;

import archsearch.indexer.dump.DumpRecord.Location;
import archsearch.indexer.tags.TagVocabulary;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What a reading of dumps found beside the records themselves. All lists are in the order of reading and bounded.
 *
 * @param read records found, {@code accepted + rejected}
 * @param accepted records that are articles
 * @param rejected records, or whole files, that could not be read
 * @param reasons how many were rejected for each reason, in the order of {@link RejectReason}; none is 0
 * @param coverage one entry per listing page
 * @param missingPages pages that headers speak of and no dump holds
 * @param dateBreaks neighbouring pages whose days do not follow one another
 * @param retitled cards that look like one article under two titles
 * @param unknownFields fields that no article has, each named once
 * @param unsure number of tag lines whose split is unsure
 * @param unsureSplits the first of them
 * @param notes sentences on files that held nothing to read
 * @param vocabulary the tags known before and those of this reading, to be kept with the index
 */
public record DumpSummary(
        long read,
        long accepted,
        long rejected,
        Map<RejectReason, Long> reasons,
        List<ListingCoverage> coverage,
        List<MissingPages> missingPages,
        List<DateBreak> dateBreaks,
        List<RetitledRepeat> retitled,
        List<UnknownField> unknownFields,
        long unsure,
        List<UnsureSplit> unsureSplits,
        List<String> notes,
        TagVocabulary vocabulary) {

    /** Most entries of each list. */
    public static final int MAX_ENTRIES = 1_000;

    public DumpSummary {
        Map<RejectReason, Long> sorted = new TreeMap<>(reasons);
        reasons = Collections.unmodifiableMap(sorted);
        coverage = List.copyOf(coverage);
        missingPages = List.copyOf(missingPages);
        dateBreaks = List.copyOf(dateBreaks);
        retitled = List.copyOf(retitled);
        unknownFields = List.copyOf(unknownFields);
        unsureSplits = List.copyOf(unsureSplits);
        notes = List.copyOf(notes);
    }

    /** The summary of a reading that has not begun. */
    static DumpSummary ofNothing() {
        return new DumpSummary(
                0,
                0,
                0,
                Map.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                0,
                List.of(),
                List.of(),
                TagVocabulary.empty());
    }

    /**
     * Pages of one listing that no dump holds.
     *
     * @param tag the listing's tag, empty where it could not be told
     * @param pages number of pages by the headers
     * @param missing their numbers as ranges, for example {@code 1-7, 9-10}
     */
    public record MissingPages(String tag, int pages, String missing) {}

    /**
     * Two pages of one listing that stand next to each other, newest first, but whose days do not.
     *
     * @param tag the listing's tag, empty where it could not be told
     * @param page the number of the page with the newer cards; the other is the next
     * @param oldest the oldest day on it
     * @param newestAfter the newest day on the next page
     * @param kind what is wrong
     */
    public record DateBreak(String tag, int page, LocalDate oldest, LocalDate newestAfter, Kind kind) {
        /** What is wrong between two pages. */
        public enum Kind {
            /** More days lie between them than three times the longest step on either page, and at least 14. */
            GAP,
            /** The next page starts with a later day than this one ends with. */
            OVERLAP
        }
    }

    /**
     * A card that repeats an earlier one: publisher and day are the same, the titles differ, and either the summaries are the same
     * or the titles share at least six words in ten. Both are indexed; only a reader can say whether it is one article.
     */
    public record RetitledRepeat(Location first, String firstTitle, Location second, String secondTitle) {}

    /** A field that no article has, and where it was seen first. */
    public record UnknownField(String name, Location first) {}

    /**
     * A tag line whose split is not certain.
     *
     * @param location the card's first line
     * @param line the tags as printed
     * @param tags how they were split
     * @param confidence probability that all are right, 0 to 1
     */
    public record UnsureSplit(Location location, String line, List<String> tags, double confidence) {
        public UnsureSplit {
            tags = List.copyOf(tags);
        }
    }
}
