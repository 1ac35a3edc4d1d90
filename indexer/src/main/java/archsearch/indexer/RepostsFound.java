package archsearch.indexer;

import archsearch.indexer.article.Article;
import java.util.List;

/**
 * Which articles of a generation count as reposts of each other.
 *
 * @param groups number of groups
 * @param articles number of articles in them
 * @param listed the first {@link #MAX_LISTED} groups by the date of their oldest article; each oldest first, those of one day by id
 */
public record RepostsFound(long groups, long articles, List<List<Article>> listed) {
    /** Most groups that are listed; all of them are counted. */
    public static final int MAX_LISTED = 100;

    public RepostsFound {
        listed = listed.stream().map(List::copyOf).toList();
    }

    /** Where every article stands alone. */
    public static RepostsFound none() {
        return new RepostsFound(0, 0, List.of());
    }
}
