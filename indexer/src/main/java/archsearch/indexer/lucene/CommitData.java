package archsearch.indexer.lucene;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.apache.lucene.index.SegmentInfos;
import org.jspecify.annotations.Nullable;

/**
 * What every commit says about itself, in Lucene's commit user data: it becomes true with the commit and not a moment before.
 *
 * @param format the {@link IndexSchema#FORMAT} it was written in; {@code none} for a commit of something else
 * @param committedAt when it was made; null for a commit of something else
 * @param vocabularyFile name of the {@link VocabularyFile} beside the segments, or null
 */
record CommitData(
        String format,
        @Nullable Instant committedAt,
        @Nullable String vocabularyFile) {
    static final String CURRENT_FORMAT = String.valueOf(IndexSchema.FORMAT);

    private static final String FORMAT = "archsearch.format";
    private static final String COMMITTED_AT = "archsearch.committedAt";
    private static final String VOCABULARY_FILE = "archsearch.tagVocabulary";

    /** The data of a commit that is about to be made. */
    static CommitData at(Instant committedAt, @Nullable String vocabularyFile) {
        return new CommitData(CURRENT_FORMAT, committedAt, vocabularyFile);
    }

    static CommitData of(Map<String, String> userData) {
        String committedAt = userData.get(COMMITTED_AT);
        return new CommitData(
                userData.getOrDefault(FORMAT, "none"),
                committedAt == null ? null : Instant.parse(committedAt),
                userData.get(VOCABULARY_FILE));
    }

    static CommitData of(SegmentInfos commit) {
        return of(commit.getUserData());
    }

    Map<String, String> userData() {
        Map<String, String> data = new HashMap<>();
        data.put(FORMAT, format);
        if (committedAt != null) {
            data.put(COMMITTED_AT, committedAt.toString());
        }
        if (vocabularyFile != null) {
            data.put(VOCABULARY_FILE, vocabularyFile);
        }
        return data;
    }
}
