package archsearch.indexer;

import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a run is to do.
 *
 * @param dumps paths of files and folders, {@code -} for standard input; never empty
 * @param update whether to add to and replace in the live index by id; otherwise the dumps are the whole truth
 * @param dryRun whether to read and report only
 * @param strict whether the first reject ends the run, with nothing changed
 * @param maxRejects more rejects than this end the run, with nothing changed; {@link #NO_LIMIT} for any number
 * @param leastPercent a batch with fewer articles than this share of the last good generation's does not go live; 0 for no limit
 * @param rejects the file that rejects are written to, or null for none; a dry run writes none
 * @param tagDictionary the operator's corrections of tag splits, or null for none
 */
public record IndexJob(
        List<String> dumps,
        boolean update,
        boolean dryRun,
        boolean strict,
        long maxRejects,
        int leastPercent,
        @Nullable Path rejects,
        @Nullable Path tagDictionary) {

    /** Any number of rejects is accepted. */
    public static final long NO_LIMIT = -1;

    /** Half of the articles do not vanish from one day to the next, but dumps that were only half written do happen. */
    public static final int DEFAULT_LEAST_PERCENT = 50;

    /**
     * Checks the parts.
     *
     * @throws IllegalArgumentException if no dump is named, {@code maxRejects} is below {@link #NO_LIMIT}, or {@code leastPercent} is
     *     outside of 0 to 100
     */
    public IndexJob {
        dumps = List.copyOf(dumps);
        if (dumps.isEmpty()) {
            throw new IllegalArgumentException("no dump is named; name a file, a folder or - for standard input");
        }
        if (maxRejects < NO_LIMIT) {
            throw new IllegalArgumentException("maxRejects must not be negative: " + maxRejects);
        }
        if (leastPercent < 0 || leastPercent > 100) {
            throw new IllegalArgumentException("leastPercent must be from 0 to 100: " + leastPercent);
        }
    }

    /** Starts a job over these dumps: a batch reindex that accepts any number of rejects, until told otherwise. */
    public static Builder of(List<String> dumps) {
        return new Builder(dumps);
    }

    /** The most rejects that the run may have; {@link Long#MAX_VALUE} for any number. */
    long rejectLimit() {
        if (strict) {
            return 0;
        }
        return maxRejects == NO_LIMIT ? Long.MAX_VALUE : maxRejects;
    }

    /** Collects the parts of a job. Not thread-safe. */
    public static final class Builder {
        private final List<String> dumps;
        private boolean update;
        private boolean dryRun;
        private boolean strict;
        private long maxRejects = NO_LIMIT;
        private int leastPercent = DEFAULT_LEAST_PERCENT;
        private @Nullable Path rejects;
        private @Nullable Path tagDictionary;

        private Builder(List<String> dumps) {
            this.dumps = dumps;
        }

        public Builder update(boolean value) {
            this.update = value;
            return this;
        }

        public Builder dryRun(boolean value) {
            this.dryRun = value;
            return this;
        }

        public Builder strict(boolean value) {
            this.strict = value;
            return this;
        }

        public Builder maxRejects(long value) {
            this.maxRejects = value;
            return this;
        }

        public Builder leastPercent(int value) {
            this.leastPercent = value;
            return this;
        }

        public Builder rejects(@Nullable Path value) {
            this.rejects = value;
            return this;
        }

        public Builder tagDictionary(@Nullable Path value) {
            this.tagDictionary = value;
            return this;
        }

        /** Makes the job; throws as the constructor of {@link IndexJob} does. */
        public IndexJob build() {
            return new IndexJob(dumps, update, dryRun, strict, maxRejects, leastPercent, rejects, tagDictionary);
        }
    }
}
