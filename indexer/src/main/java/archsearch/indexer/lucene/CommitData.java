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
 * @param articles number of articles it holds, to be compared with what is found; null where a commit does not say
 */
record CommitData(
        String format,
        @Nullable Instant committedAt,
        @Nullable String vocabularyFile,
        @Nullable Integer articles) {
    static final String CURRENT_FORMAT = String.valueOf(IndexSchema.FORMAT);

    private static final String FORMAT = "archsearch.format";
    private static final String COMMITTED_AT = "archsearch.committedAt";
    private static final String VOCABULARY_FILE = "archsearch.tagVocabulary";
    private static final String ARTICLES = "archsearch.articles";

    /** The data of a commit that is about to be made. */
    static CommitData at(Instant committedAt, @Nullable String vocabularyFile, int articles) {
        return new CommitData(CURRENT_FORMAT, committedAt, vocabularyFile, articles);
    }

    static CommitData of(Map<String, String> userData) {
        String committedAt = userData.get(COMMITTED_AT);
        String articles = userData.get(ARTICLES);
        return new CommitData(
                userData.getOrDefault(FORMAT, "none"),
                committedAt == null ? null : Instant.parse(committedAt),
                userData.get(VOCABULARY_FILE),
                articles == null ? null : Integer.valueOf(articles));
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
        if (articles != null) {
            data.put(ARTICLES, articles.toString());
        }
        return data;
    }
}
