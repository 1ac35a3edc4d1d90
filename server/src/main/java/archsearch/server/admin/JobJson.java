package archsearch.server.admin;

import archsearch.server.api.ReportJson;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A job as callers see it.
 *
 * @param dumps as they were named; empty for the whole folder
 * @param phase {@code learning}, {@code indexing} or {@code committing}, the last it was in; null where nothing was read yet
 * @param bytes bytes of the dumps read so far; listing pages count twice, being read twice
 * @param totalBytes bytes to read in all, or null where unknown
 * @param ratePerSec records in a second since the start
 * @param etaSec seconds left, or null where they cannot be told
 * @param report as {@code archsearch index --json} prints it; null while the job runs, and in lists of jobs
 * @param error why the job failed, or null
 */
record JobJson(
        String id,
        String state,
        List<String> dumps,
        boolean update,
        @Nullable String phase,
        long records,
        long bytes,
        @Nullable Long totalBytes,
        long ratePerSec,
        @Nullable Long etaSec,
        String startedAt,
        @Nullable String endedAt,
        @Nullable ReportJson report,
        Job.@Nullable Failure error) {}
