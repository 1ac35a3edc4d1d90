package archsearch.indexer;

/**
 * What must hold for a writer's articles to become the live index; else they are refused and the live index stays.
 *
 * @param articles number of articles that the index must have then; {@link #ANY} for any number
 * @param leastPercent a batch with fewer articles than this share of the last good generation's is refused; 0 to 100, 0 for no limit
 */
public record CommitTerms(long articles, int leastPercent) {
    /** The number of articles does not matter. */
    public static final long ANY = -1;

    /** Only the index itself has to be sound. */
    public static final CommitTerms SOUND = new CommitTerms(ANY, 0);

    /**
     * Checks the parts.
     *
     * @throws IllegalArgumentException if the number is below {@link #ANY} or the share outside of 0 to 100
     */
    public CommitTerms {
        if (articles < ANY || leastPercent < 0 || leastPercent > 100) {
            throw new IllegalArgumentException("articles " + articles + ", least percent " + leastPercent);
        }
    }
}
