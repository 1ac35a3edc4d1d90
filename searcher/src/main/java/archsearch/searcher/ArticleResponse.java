package archsearch.searcher;

import archsearch.indexer.article.Article;
import java.util.List;

/**
 * An article looked up by its id.
 *
 * @param article the article as it was indexed
 * @param reposts the other articles of its group, oldest first; usually empty
 * @param index the generation answered from
 */
public record ArticleResponse(Article article, List<Repost> reposts, IndexInfo index) {
    public ArticleResponse {
        reposts = List.copyOf(reposts);
    }
}
