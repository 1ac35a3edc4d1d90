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
    private static final int LEAST_NEIGHBOURS = 12;

    /** The least geometric mean of the likeness of titles and of summaries: of one alone topics are made, of both stories. */
    private static final double SAME_STORY = 0.37;

    private static final double LEAST_TITLE = 0.3;
    private static final double LEAST_SUMMARY = 0.2;

    /** What the other pairs of a group must have at least, so that a chain of likenesses does not join what is not alike. */
    private static final double IN_GROUP = 0.25;

    /**
     * A publisher puts out its own article again under nearly the same title and in nearly the same words; less are two articles on one
     * subject, or two that begin with the same formula.
     */
    private static final double SAME_TITLE = 0.9;

    private static final double SAME_SUMMARY = 0.6;

    /** Least weight of a title that two articles without summaries may share. */
    private static final int LEAST_BARE_TITLE = 12;

    /** Titles that agree in this much and differ in a number are numbers of a series. */
    private static final double SERIES_TITLE = 0.8;

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
        if (a.lang != b.lang || a.part.isOtherPart(b.part)) {
            return null;
        }
        double title = jaccard(a.title, b.title);
        if (title >= SERIES_TITLE && a.part.hasOtherNumbers(b.part)) {
            return null;
        }
        boolean samePublisher = a.publisher == b.publisher;
        if (samePublisher && title < SAME_TITLE) {
            return null;
        }
        double text = Math.min(a.neighbours.length, b.neighbours.length) < LEAST_NEIGHBOURS
                ? 0
                : share(a.neighbours, b.neighbours);
        if (text >= SAME_TEXT) {
            return new Likeness(Kind.TEXT, text);
        }
        double summary = jaccard(a.summary, b.summary);
        double story = samePublisher ? sameTwice(title, summary) : story(a, b, title, summary, least);
        return story == 0 ? null : new Likeness(Kind.STORY, story);
    }

    private static double sameTwice(double title, double summary) {
        return summary >= SAME_SUMMARY ? Math.sqrt(title * summary) : 0;
    }

    /** The degree, or 0 where the two tell different stories. */
    private static double story(RepostTraits a, RepostTraits b, double title, double summary, double least) {
        if (Math.abs(a.day - b.day) > LONGEST_DAYS) {
            return 0;
        }
        if (a.summary.length == 0 || b.summary.length == 0) {
            return title >= SAME_TITLE && RepostTraits.weight(a.title) >= LEAST_BARE_TITLE ? title : 0;
        }
        double both = Math.sqrt(title * summary);
        return title >= LEAST_TITLE && summary >= LEAST_SUMMARY && both >= least ? both : 0;
    }

    /** The weighted Jaccard coefficient: the weight of the shared terms to that of all. */
    private static double jaccard(int[] a, int[] b) {
        int shared = 0;
        int i = 0;
        int j = 0;
        while (i < a.length && j < b.length) {
            if (a[i] == b[j]) {
                shared += RepostTraits.weight(a[i]);
                i++;
                j++;
            } else if (a[i] < b[j]) {
                i++;
            } else {
                j++;
            }
        }
        int all = RepostTraits.weight(a) + RepostTraits.weight(b) - shared;
        return all == 0 ? 0 : (double) shared / all;
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
