package archsearch.searcher;

import archsearch.indexer.article.Article;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * One article of an answer.
 *
 * @param article the article as it was indexed
 * @param rank place in the whole list of hits, from 1, counting on over pages
 * @param score relevance; comparable within one answer only; 0 for a request without a query
 * @param title the title with its matches marked; none are, here and below, unless the request asks for highlights
 * @param summary the whole summary with its matches marked
 * @param tags the tags with their matches marked, in the article's order
 * @param why what it was found by, title first; empty where nothing is marked
 * @param reposts the other articles of its group, whether they match or not, oldest first; empty for most articles and where the
 *     request does not group
 * @param explanation how the score came about, for engineers; null unless the request asks for it
 */
public record Hit(
        Article article,
        int rank,
        double score,
        MarkedText title,
        MarkedText summary,
        List<MarkedText> tags,
        List<Match> why,
        List<Repost> reposts,
        @Nullable String explanation) {
    public Hit {
        tags = List.copyOf(tags);
        why = List.copyOf(why);
        reposts = List.copyOf(reposts);
    }

    /** The reasons in one line, such as {@code title: 秒杀 via flash sale; tag: Seckill}; empty where there are none. */
    public String reason() {
        return why.stream().map(Match::toString).collect(Collectors.joining("; "));
    }
}
