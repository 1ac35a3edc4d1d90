package archsearch.indexer;

import archsearch.indexer.dump.DumpRecord;
import archsearch.indexer.dump.DumpSummary;
import archsearch.indexer.dump.ListingCoverage;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a run read and did.
 *
 * @param read records found in the dumps, {@code accepted + rejected}
 * @param accepted records that are articles
 * @param rejected records that could not be read
 * @param duplicates accepted records that repeat an earlier one in everything; skipped
 * @param conflicts accepted records with the id of an earlier one and another content; the later one wins
 * @param indexed articles written, {@code accepted - duplicates - conflicts}; in a dry run those that would be
 * @param generation the generation that is live now, or null after a dry run or where nothing was written
 * @param tookMs milliseconds from start to end
 * @param rejects the first {@link #MAX_LISTED} rejects
 * @param duplicateList the first {@link #MAX_LISTED} duplicates
 * @param conflictList the first {@link #MAX_LISTED} conflicts
 * @param summary what the dumps look like beside their records
 */
public record IndexReport(
        long read,
        long accepted,
        long rejected,
        long duplicates,
        long conflicts,
        long indexed,
        @Nullable String generation,
        long tookMs,
        List<DumpRecord.Rejected> rejects,
        List<Repeat> duplicateList,
        List<Repeat> conflictList,
        DumpSummary summary) {

    /** Most rejects, duplicates and conflicts that are listed; all of them are counted. */
    public static final int MAX_LISTED = 100;

    public IndexReport {
        rejects = List.copyOf(rejects);
        duplicateList = List.copyOf(duplicateList);
        conflictList = List.copyOf(conflictList);
    }

    /** How full the listing pages are, one entry per page. */
    public List<ListingCoverage> coverage() {
        return summary.coverage();
    }

    /**
     * Two records with one id.
     *
     * @param location the later record, which is skipped as a duplicate and wins as a conflict
     * @param earlier the record that it repeats or replaces
     * @param id the id of both
     * @param title the later record's title
     */
    public record Repeat(DumpRecord.Location location, DumpRecord.Location earlier, String id, String title) {}
}
