package archsearch.indexer.reposts;

import org.jspecify.annotations.Nullable;

/**
 * How alike two articles are.
 *
 * @param kind what they have in common
 * @param degree from 0 to 1
 */
public record Likeness(Kind kind, double degree) {
    /** What two articles have in common. */
    public enum Kind {
        /** The text but for small changes. */
        TEXT,
        /** The story, told in other words. */
        STORY
    }

    /** Summaries share a text where this part of their neighbouring words is the same. */
    private static final double SAME_TEXT = 0.6;

    /** Shorter summaries are formulas: "Release notes of the new version". */
    static final int LEAST_NEIGHBOURS = 12;

    /** The least geometric mean of the likeness of titles and of summaries: of one alone topics are made, of both stories. */
    private static final double SAME_STORY = 0.37;

    private static final double LEAST_TITLE = 0.3;
    private static final double LEAST_SUMMARY = 0.2;

    /** What the other pairs of a group must have at least, so that a chain of likenesses does not join what is not alike. */
    private static final double IN_GROUP = 0.25;

    /**
     * A publisher puts out its own article again under the same title and in nearly the same words; less are two articles on one
     * subject, or two that begin with the same formula.
     */
    private static final double SAME_SUMMARY = 0.6;

    /** Least weight of the shared words of the titles: short titles are alike by chance. */
    private static final int LEAST_SHARED_TITLE = 5;

    /** Least weight of a title that says by itself that two articles without summaries are the same. */
    private static final int LEAST_BARE_TITLE = 12;

    /** Least weight of the shared words of titles and summaries. */
    private static final int LEAST_SHARED = 15;

    /** Days within which a story is told again; later the subject is taken up anew. */
    private static final int LONGEST_DAYS = 366;

    /** How alike two articles are, or null where they are no reposts of each other. Symmetric. */
    public static @Nullable Likeness of(RepostTraits a, RepostTraits b) {
        return of(a, b, SAME_STORY);
    }

    /** Whether two articles may be in one group where each is like a third. */
    static boolean fit(RepostTraits a, RepostTraits b) {
        return of(a, b, IN_GROUP) != null;
    }

    private static @Nullable Likeness of(RepostTraits a, RepostTraits b, double least) {
        boolean sameTitle = a.words == b.words;
        boolean samePublisher = a.publisher == b.publisher;
        if (a.lang != b.lang
                || a.part.isOtherPart(b.part)
                || (sameTitle && a.part.hasOtherNumbers(b.part))
                || (samePublisher && !sameTitle)) {
            return null;
        }
        double text = Math.min(a.neighbours.length, b.neighbours.length) < LEAST_NEIGHBOURS
                ? 0
                : share(a.neighbours, b.neighbours);
        if (text >= SAME_TEXT) {
            return new Likeness(Kind.TEXT, text);
        }
        Overlap title = Overlap.of(a.title, b.title);
        Overlap summary = Overlap.of(a.summary, b.summary);
        double degree = Math.sqrt(title.jaccard() * summary.jaccard());
        if (summary.all == 0 && !samePublisher && sameTitle && title.shared >= LEAST_BARE_TITLE) {
            return new Likeness(Kind.STORY, title.jaccard());
        }
        boolean story = title.shared + summary.shared >= LEAST_SHARED
                && (samePublisher
                        ? summary.jaccard() >= SAME_SUMMARY
                        : degree >= least && isSameStory(title, summary, Math.abs(a.day - b.day)));
        return story ? new Likeness(Kind.STORY, degree) : null;
    }

    private static boolean isSameStory(Overlap title, Overlap summary, int days) {
        return days <= LONGEST_DAYS
                && title.jaccard() >= LEAST_TITLE
                && title.shared >= LEAST_SHARED_TITLE
                && summary.jaccard() >= LEAST_SUMMARY;
    }

    /** The weight of the terms that two lists share, and of all their terms. */
    private record Overlap(int shared, int all) {
        static Overlap of(int[] a, int[] b) {
            int shared = 0;
            int i = 0;
            int j = 0;
            while (i < a.length && j < b.length) {
                int order = Integer.compare(a[i], b[j]);
                shared += order == 0 ? RepostTraits.weight(a[i]) : 0;
                i += order <= 0 ? 1 : 0;
                j += order >= 0 ? 1 : 0;
            }
            return new Overlap(shared, RepostTraits.weight(a) + RepostTraits.weight(b) - shared);
        }

        /** The weighted Jaccard coefficient. */
        double jaccard() {
            return all == 0 ? 0 : (double) shared / all;
        }
    }

    private static double share(int[] a, int[] b) {
        int shared = 0;
        int i = 0;
        int j = 0;
        while (i < a.length && j < b.length) {
            int order = Integer.compare(a[i], b[j]);
            shared += order == 0 ? 1 : 0;
            i += order <= 0 ? 1 : 0;
            j += order >= 0 ? 1 : 0;
        }
        return (double) shared / (a.length + b.length - shared);
    }
}
