package archsearch.indexer;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a look through an index found, see {@link ArticleIndex#check}.
 *
 * @param generation the live generation, or null where it cannot be told
 * @param format the version of the index's layout, as it states it; empty where it cannot be told
 * @param files number of its files that were looked through
 * @param bytes their size
 * @param segments number of its segments that were looked through
 * @param articles number of articles that could be read back
 * @param neighbours what lies beside the live generation, in order of age
 * @param faultCount number of faults
 * @param faults the first {@link #MAX_LISTED} of them, in the order of looking
 */
public record IndexCondition(
        @Nullable Generation generation,
        String format,
        int files,
        long bytes,
        int segments,
        long articles,
        List<Neighbour> neighbours,
        long faultCount,
        List<Fault> faults) {

    /** Most faults that are listed; all of them are counted. */
    public static final int MAX_LISTED = 100;

    public IndexCondition {
        neighbours = List.copyOf(neighbours);
        faults = List.copyOf(faults);
    }

    /** Whether nothing is wrong. */
    public boolean isSound() {
        return faultCount == 0;
    }

    /** Whether every article can be read back all the same, so that nothing is lost when the index is built from them. */
    public boolean isReadable() {
        return generation != null
                && articles == generation.articles()
                && faults.stream().noneMatch(fault -> fault.part().holdsArticles);
    }

    /**
     * Something that is wrong.
     *
     * @param part the kind of thing
     * @param where the file, segment or article
     * @param detail one sentence: what was found, and what was expected
     */
    public record Fault(Part part, String where, String detail) {}

    /** What a fault is in. The {@link #word()} is promised to stay. */
    public enum Part {
        /** What names the live generation. */
        POINTER("pointer", true),
        /** The version of the layout. */
        FORMAT("format", true),
        /** A file of the live generation. */
        FILE("file", true),
        /** A segment whose files are as they were written, but do not fit together. */
        SEGMENT("segment", true),
        /** The tag vocabulary, which only updates need. */
        VOCABULARY("vocabulary", false),
        /** A stored article. */
        ARTICLE("article", true),
        /** An id that several articles have. */
        ID("id", true),
        /** The number of articles. */
        COUNT("count", true);

        private final String word;
        private final boolean holdsArticles;

        Part(String word, boolean holdsArticles) {
            this.word = word;
            this.holdsArticles = holdsArticles;
        }

        public String word() {
            return word;
        }
    }

    /**
     * A generation beside the live one.
     *
     * @param name its name
     * @param kind why it is there
     */
    public record Neighbour(String name, Kind kind) {
        /** Why a generation lies beside the live one. */
        public enum Kind {
            /** The last good one before the live one, kept on purpose. */
            PREVIOUS,
            /** An older one, which the next writer deletes. */
            LEFTOVER,
            /** A newer one that is complete: left by a rollback, or by a build that ended before the switch. The next writer deletes it. */
            NEWER,
            /** A newer one: being built now, or left by a build that did not end; the next writer deletes it. */
            UNFINISHED
        }
    }
}
